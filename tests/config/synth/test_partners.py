import csv
from pathlib import Path

import pytest

from goldenthread.rules.statistics.judgement import Better, Verdict
from goldenthread.rules.statistics.spc import xmr

Row = dict[str, str]


def read(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def figures(full_folder: Path) -> list[Row]:
    return read(full_folder / "partner_figures.csv")


@pytest.fixture(scope="session")
def area(small_folder: Path) -> list[Row]:
    return [row for row in read(small_folder / "partner_figures.csv") if row["place"] == "999"]


def rates(rows: list[Row], indicator: str) -> list[float]:
    return [100 * int(row["numerator"]) / int(row["denominator"]) for row in rows if row["indicator"] == indicator]


def test_therapy_waits_improve_by_special_cause(area: list[Row]) -> None:
    chart = xmr(rates(area, "therapy_waits_over_18_weeks"), better=Better.LOWER)

    assert chart.points[-1].verdict is Verdict.IMPROVEMENT


def test_suspensions_show_no_change(area: list[Row]) -> None:
    chart = xmr(rates(area, "suspensions_send"), better=Better.LOWER)

    assert chart.points[-1].verdict is Verdict.COMMON


def test_one_figure_is_restated_with_its_reason(small_folder: Path, area: list[Row]) -> None:
    (now,) = read(small_folder / "partner_figures_restated.csv")
    key = ("indicator", "period_start", "period_end", "cohort", "place")
    (before,) = [row for row in area if all(row[column] == now[column] for column in key)]

    assert int(now["numerator"]) < int(before["numerator"])
    assert now["denominator"] == before["denominator"]
    assert "re-coded its absences" in now["note"]


@pytest.mark.slow
def test_one_school_is_suppressed_and_one_has_sent_nothing(figures: list[Row]) -> None:
    unusual = {row["status"]: row for row in figures if row["status"] in ("c", "not supplied")}

    assert len([row for row in figures if row["status"] in ("c", "not supplied")]) == 2
    assert (unusual["c"]["numerator"], unusual["not supplied"]["denominator"]) == ("", "")


@pytest.mark.slow
def test_three_large_schools_are_far_below_and_two_far_above(figures: list[Row]) -> None:
    schools = [row for row in figures if row["place"] != "999" and row["numerator"]]
    usual = sum(int(row["numerator"]) for row in schools) / sum(int(row["denominator"]) for row in schools)

    scores = [_score(row, usual) for row in schools]

    assert sum(score < -3.09 for score in scores) == 3
    assert sum(score > 3.09 for score in scores) == 2


def _score(row: Row, usual: float) -> float:
    """Standard errors from what the school's size explains: the limits of a funnel at 99.8 %."""
    pupils = int(row["denominator"])
    return float((int(row["numerator"]) / pupils - usual) / (usual / pupils) ** 0.5)
