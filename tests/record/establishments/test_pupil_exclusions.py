"""Suspensions and permanent exclusions, one a row."""

from datetime import date

import pytest

from goldenthread.foundation.intake import reads as intake
from goldenthread.record.establishments import reads
from tests.factories.pupils import EXCLUSIONS, ON, PRIMARY, SPECIAL, a_census, bring, csv, exclusion, pupil


def held(area, as_at=ON):
    columns = ("urn", "starts_on", "permanent", "sessions", "row", "send")
    rows = reads.frozen_pupils(area, as_at)["exclusions"].to_pylist()
    return sorted((tuple(row[name] for name in columns) for row in rows), key=str)


def exclusions(*rows):
    return bring(csv(EXCLUSIONS, *rows), "exclusions.csv")


def test_categories_old_and_new_and_the_support_said_beside_them(area):
    a_census(pupil(1, sen="K"), pupil(2, sen="N"))

    batch = exclusions(
        exclusion(1, category="FIXD", sen="E"),
        exclusion(2, category="PERM", sessions="", sen="", on="2025-Dec-01 00:00:00"),
        exclusion(3, SPECIAL, category="LNCH", sessions=1, sen=""),
    )

    assert batch.source == "pupil_exclusions"
    assert held(area) == [
        (PRIMARY, date(2025, 11, 20), False, 4, "1", "EHC plan"),
        (PRIMARY, date(2025, 12, 1), True, None, "1", "no SEN"),
        (SPECIAL, date(2025, 11, 20), False, 1, "1", None),
    ]


@pytest.mark.parametrize(
    ("row", "expected", "kept"),
    [
        (exclusion(1, on="the other day"), ("PUP25", "error", 2, "Start date"), 1),
        (exclusion(1, on=""), ("PUP25", "error", 2, "Start date"), 1),
        (exclusion(1, category="OFF"), ("PUP26", "error", 2, "Category"), 1),
        (exclusion(1, sessions=""), ("PUP27", "query", 2, "Sessions"), 2),
        (exclusion(1, sessions=200), ("PUP28", "query", 2, "Sessions"), 2),
    ],
)
def test_faults_are_said_by_cell(area, row, expected, kept):
    batch = exclusions(row, exclusion(2))

    assert [(each.code, each.severity, each.row, each.column) for each in intake.problems(batch)] == [expected]
    assert len(held(area)) == kept


def test_equal_rows_are_one_and_two_from_one_day_are_two_in_any_order(area):
    rows = (exclusion(1, sessions=2, reason="VA"), exclusion(1, sessions=4), exclusion(1, sessions=4))
    batch = exclusions(*rows)
    first = held(area)

    again = exclusions(*reversed(rows))

    assert [each.code for each in intake.problems(batch)] == ["PUP14"]
    assert [(row[3], row[4]) for row in first] == [(2, "1"), (4, "2")]
    assert held(area) == first
    assert [each.unchanged for each in intake.counts(again)] == [2]


def test_one_that_had_not_begun_is_not_known(area):
    exclusions(exclusion(1, on="20/11/2025"))

    assert (len(held(area, date(2025, 11, 19))), len(held(area, date(2025, 11, 20)))) == (0, 1)
