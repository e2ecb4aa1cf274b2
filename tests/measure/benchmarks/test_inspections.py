"""What had been published of area SEND inspections by a day.

Coventry's paper counts, as at September 2019, 96 of 152 inspections published and 48 written statements required, and
in the West Midlands 10 of 14, six statements, Sandwell revisited with adequate progress, and four areas waiting. The
official list (May 2016 to August 2022, Open Government Licence) gives the West Midlands exactly so. Of the nation it
gives 95 inspections and 48 statements on 31 August, and 96 and 49 from 12 September: never 96 with 48. And there were
151 areas in September 2019, because Bournemouth and Poole had become one in April; 152 was right until March 2019.
"""

from datetime import date

import pytest

from goldenthread.measure.benchmarks import reads

WEST_MIDLANDS = "E12000005"
SEPTEMBER = date(2019, 9, 30)


@pytest.mark.parametrize(
    ("day", "inspected", "statements"),
    [
        (date(2019, 8, 31), 95, 48),
        (date(2019, 9, 12), 96, 49),
        (date(2019, 9, 18), 97, 50),
        (SEPTEMBER, 98, 50),
        (date(2022, 8, 31), 149, 82),
    ],
)
def test_the_nations_count_by_a_day(day: date, inspected: int, statements: int) -> None:
    found = reads.inspection_counts(day)

    assert (found.inspected, found.statements) == (inspected, statements)


def test_there_were_151_areas_in_september_2019() -> None:
    assert [reads.inspection_counts(day).areas for day in (date(2019, 3, 31), SEPTEMBER)] == [152, 151]


def test_the_west_midlands_are_as_the_paper_has_them() -> None:
    counts = reads.inspection_counts(SEPTEMBER, WEST_MIDLANDS)
    areas = reads.inspections(SEPTEMBER, WEST_MIDLANDS)

    assert (counts.areas, counts.inspected, counts.statements, counts.revisited) == (14, 10, 6, 1)
    assert [one.area.name for one in areas if one.earlier is None] == [
        "Coventry", "Shropshire", "Warwickshire", "Wolverhampton",
    ]  # fmt: skip
    assert [one.area.name for one in areas if one.earlier and one.earlier.progress] == ["Sandwell"]


def test_a_revisit_is_not_known_before_it_is_published() -> None:
    worcestershire = [
        next(one.earlier for one in reads.inspections(day, WEST_MIDLANDS) if one.area.code == "885")
        for day in (date(2021, 12, 1), date(2022, 8, 31))
    ]

    told = [one and (one.weaknesses, one.progress, one.progress_made, one.progress_not_made) for one in worcestershire]
    assert told == [(12, "", None, None), (12, "some", 8, 4)]


def test_outcomes_since_2023() -> None:
    found = reads.inspection_counts(date(2026, 10, 31))

    assert (found.areas, found.inspected_since_2023, dict(found.grades)) == (
        153, 72, {"positive": 15, "inconsistent": 36, "systemic failings": 20, "": 1},
    )  # fmt: skip


def test_a_new_area_shows_the_inspection_of_the_one_it_was_part_of() -> None:
    cumberland = next(one for one in reads.inspections(date(2026, 1, 1)) if one.area.name == "Cumberland")

    assert cumberland.earlier is not None
    assert cumberland.later is not None
    assert (cumberland.earlier.area, cumberland.earlier.outcome, cumberland.later.area) == (
        "909", "written statement", "942",
    )  # fmt: skip


def test_priority_actions_are_counted_where_the_official_list_does() -> None:
    hertfordshire = next(one for one in reads.inspections(date(2026, 1, 1)) if one.area.code == "919")

    assert hertfordshire.later is not None
    assert (hertfordshire.later.outcome, hertfordshire.later.weaknesses) == ("systemic failings", 2)


def test_the_region_side_by_side() -> None:
    found = reads.side_by_side(WEST_MIDLANDS, ["plans_in_20_weeks_excluding_exceptions", "plans_in_force_by_need|SEMH"])

    worcestershire = next(one for one in found if one.area.code == "885")
    waiting = worcestershire.standings["plans_in_20_weeks_excluding_exceptions"]
    needs = worcestershire.standings["plans_in_force_by_need|SEMH"]
    assert [one.area.name for one in found][:3] == ["Birmingham", "Coventry", "Dudley"]
    assert len(found) == 14
    assert waiting is not None
    assert needs is not None
    assert (waiting.area.value, waiting.rank, waiting.quartile, needs.area.value) == (37.4, 100, "C", 22.9)
