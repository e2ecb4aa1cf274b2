"""Snapshot → observations; corrected figures keep the old one and why."""

from datetime import date

import pytest
from django_scopes import scope

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.measure.indicators import reads
from goldenthread.measure.indicators.models import Observation
from goldenthread.measure.indicators.writes import Result, differences, keep, measure
from goldenthread.measure.snapshots.writes import freeze_records
from tests.factories import casework, people
from tests.measure.indicators.made import ON, made

HEADLINE = "plans_in_20_weeks_including_exceptions"
pytestmark = pytest.mark.django_db


@pytest.fixture
def area(settings, tmp_path):
    settings.SNAPSHOTS = tmp_path
    home = people.area()
    with scope(area=home):
        yield home


def counted(area, as_at=ON):
    snapshot = freeze_records(area=area, as_at=as_at, by=SYSTEM, on=ON)
    return measure(snapshot=snapshot, since=date(2025, 6, 1), by=SYSTEM, on=ON, codes=[HEADLINE])


def test_a_snapshot_becomes_observations(area):
    casework.a_plan(received_on=date(2025, 1, 6), issued_on=date(2025, 5, 20))
    casework.a_plan(received_on=date(2025, 1, 6), issued_on=date(2025, 7, 20))

    counted(area)

    year = reads.latest(area, [HEADLINE], date(2025, 12, 31))[HEADLINE]
    assert (year.numerator, year.denominator, year.value) == (1, 2, 50)
    assert year.lower < 50 < year.upper
    assert year.snapshot.as_at == ON
    assert ledger.lines(what="indicators.measured").count() == 1


def test_measuring_again_changes_nothing(area):
    casework.a_plan()
    first = counted(area)

    again = counted(area)

    assert again == Result(0, 0, first.added)


def test_a_month_in_which_nothing_happened_is_a_figure_without_a_value(area):
    counted(area)

    found = reads.series(area, HEADLINE, ON)
    assert {(one.numerator, one.denominator, one.value, one.status) for one in found} == {(0, 0, None, "none")}


def test_a_corrected_figure_keeps_the_old_one_and_why(area):
    keep([made(area, HEADLINE, date(2025, 1, 1), 5, 10, every="year")], why="")
    keep([made(area, HEADLINE, date(2025, 1, 1), 6, 10, every="year")], why="A plan was found.")

    (old,) = reads.restatements(area, HEADLINE)
    assert (old.numerator, old.replaced_by.numerator, old.replaced_by.why_replaced) == (5, 6, "A plan was found.")
    assert [one.numerator for one in reads.area_level(area, [HEADLINE], ON)] == [6]


def test_a_year_that_went_on_is_not_a_restatement(area):
    grown = made(area, HEADLINE, date(2026, 1, 1), 6, 12, every="year")
    so_far = made(area, HEADLINE, date(2026, 1, 1), 5, 10, every="year")
    so_far.period_end = date(2026, 9, 30)
    keep([so_far], why="")

    result = keep([grown], why="Counted again.")

    assert result == Result(0, 1, 0)
    assert list(reads.restatements(area, HEADLINE)) == []
    assert Observation.objects.count() == 2


def test_a_month_that_there_was_nothing_yet_to_count_of_is_not_a_restatement(area):
    keep([made(area, HEADLINE, date(2026, 5, 1), 0, 0)], why="")
    keep([made(area, HEADLINE, date(2026, 5, 1), 4, 9)], why="Counted again.")

    assert list(reads.restatements(area, HEADLINE)) == []


def test_differences_write_nothing(area):
    keep([made(area, HEADLINE, date(2026, 5, 1), 4, 9)], why="")

    found = differences([
        made(area, HEADLINE, date(2026, 4, 1), 4, 9),
        made(area, HEADLINE, date(2026, 5, 1), 5, 9),
    ])  # fmt: skip

    assert found == (1, 1, 0)
    assert Observation.objects.count() == 1


def test_only_the_places_of_the_newest_period_are_given(area):
    keep(
        [
            made(area, HEADLINE, date(2025, 1, 1), 4, 9, every="year", level="need", place="ASD"),
            made(area, HEADLINE, date(2026, 1, 1), 5, 9, every="year", level="need", place="MLD"),
        ],
        why="",
    )

    assert [one.place for one in reads.places(area, HEADLINE, "need", "year", ON)] == ["MLD"]
