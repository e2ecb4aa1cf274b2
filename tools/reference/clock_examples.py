"""The worked examples of the law, from tests/spec/clock_examples.csv, with the sentences that the rules give."""

import csv
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from goldenthread.rules.calendar import format_date, read_date
from goldenthread.rules.pipes.clock import pipe
from tools.markdown import heading, table

TITLE = "Worked examples of the law"
EXAMPLES = Path(__file__).resolve().parents[2] / "tests" / "spec" / "clock_examples.csv"


def blocks() -> Iterator[str]:
    yield (
        "Each row is a test: these events make these dates, by the rule that the sentence cites. The dates are those "
        "of `tests/spec/clock_examples.csv`; the sentences are what `goldenthread rules clock` answers."
    )
    with EXAMPLES.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    for process, examples in groupby(sorted(rows, key=lambda row: row["process"]), key=lambda row: row["process"]):
        yield heading(process)
        yield table(["example", "from", "makes", "because"], [line for row in examples for line in _lines(row)])


def _lines(row: dict[str, str]) -> Iterator[list[str]]:
    given = _pairs(row["input"])
    because = pipe.answer({"process": row["process"], **given})["because"]
    events = "<br>".join(f"`{key}` {_said(value)}" for key, value in given.items())
    for i, (key, value) in enumerate(_pairs(row["expected"]).items()):
        first = [f"{row['id']}: {row['shows']}", events] if i == 0 else ["", ""]
        yield [*first, f"`{key}` {_said(value)}", because[key]]


def _pairs(cell: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in cell.split(";"))


def _said(value: str) -> str:
    try:
        return format_date(read_date(value))
    except ValueError:
        return value
