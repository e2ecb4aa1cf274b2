import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from goldenthread.config.synth import story
from goldenthread.rules.statistics.judgement import Better, Verdict
from goldenthread.rules.statistics.spc import xmr

Row = dict[str, str]
GOOD = ("Good", "Very good")


@pytest.fixture(scope="session")
def experience(small_folder: Path) -> list[Row]:
    return [row for row in read(small_folder / "survey.csv") if row["question_code"] == "experience"]


def read(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def between(rows: list[Row], first: str, last: str) -> list[Row]:
    return [row for row in rows if first <= row["answered_on"] <= last]


def share_good(rows: list[Row]) -> float:
    return sum(row["answer"] in GOOD for row in rows) / len(rows)


def test_experience_falls_from_41_to_34_per_cent(experience: list[Row]) -> None:
    before = between(experience, "2023-11-01", "2025-10-31")
    now = between(experience, "2025-11-01", "2026-10-31")

    assert share_good(before) == pytest.approx(0.41, abs=0.015)
    assert share_good(now) == pytest.approx(0.34, abs=0.01)
    assert len(now) == 212


def test_the_fall_is_no_chance(experience: list[Row]) -> None:
    months = story.months(date(2023, 11, 1))
    shares = [
        share_good(between(experience, month.isoformat(), story.month_end(month).isoformat())) for month in months
    ]

    chart = xmr([100 * share for share in shares], better=Better.HIGHER)

    assert [point.verdict for point in chart.points[-7:]] == [Verdict.CONCERN] * 7


def test_no_family_of_an_under_five_answered_in_the_last_year(experience: list[Row]) -> None:
    before = [row["child_age_band"] for row in between(experience, "2023-11-01", "2025-10-31")]
    now = [row["child_age_band"] for row in between(experience, "2025-11-01", "2026-10-31")]

    assert before.count("Under 5") > 20
    assert now.count("Under 5") == 0


def test_complaints_are_answered_after_they_came_or_not_yet(small_folder: Path) -> None:
    complaints = list(read(small_folder / "complaints.csv"))
    answered = [row for row in complaints if row["responded_on"]]

    assert 0 < len(answered) < len(complaints)
    assert all(row["received_on"] <= row["responded_on"] <= "2026-10-31" for row in answered)
    assert all(bool(row["outcome"]) == bool(row["responded_on"]) for row in complaints)
