"""The law's worked examples, one row each in clock_examples.csv, answered through the same pipe that anyone can use.

Each row says what it shows. They are printed in the handbook; a new law brings new rows.
"""

import csv
from pathlib import Path

import pytest

from goldenthread.rules.pipes.clock import PROCESSES, pipe

TABLE = (Path(__file__).parent / "clock_examples.csv").read_text(encoding="utf-8")
EXAMPLES = list(csv.DictReader(TABLE.splitlines()))


def pairs(cell: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in cell.split(";"))


@pytest.mark.parametrize("example", EXAMPLES, ids=[f"{row['id']} {row['shows']}" for row in EXAMPLES])
def test_the_law_makes_these_dates(example: dict[str, str]) -> None:
    asked = {"process": example["process"], **pairs(example["input"])}

    answer = dict(pipe.answer(asked))
    because = answer.pop("because")

    expected = pairs(example["expected"])
    assert {key: str(value).lower() for key, value in answer.items()} == expected
    assert because.keys() == expected.keys()
    assert all(sentence.endswith(".") for sentence in because.values())


def test_every_process_has_an_example() -> None:
    assert {row["process"] for row in EXAMPLES} == set(PROCESSES)
