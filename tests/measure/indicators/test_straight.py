"""Which areas are summed, and what is said of a code that no area has today."""

import pytest

from goldenthread.measure.benchmarks import reads as benchmarks
from goldenthread.measure.indicators import straight

WEST_MIDLANDS = benchmarks.area("885").region
THERE = [area.code for area in benchmarks.areas_in(WEST_MIDLANDS)]


def test_a_region_is_summed_where_all_its_areas_are_here():
    assert straight.regions([*THERE, "201"]) == dict.fromkeys(THERE, WEST_MIDLANDS)
    assert straight.regions(THERE[1:]) == {}


def test_england_is_summed_where_every_area_is_here():
    everywhere = [area.code for area in benchmarks.areas_in(benchmarks.ENGLAND)]

    assert straight.england(everywhere) == dict.fromkeys(everywhere, benchmarks.ENGLAND)
    assert straight.england(THERE) == {}


def test_nothing_is_said_of_an_area_that_stands():
    assert [straight.standing(code) for code in THERE] == [""] * 14


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("", "The header says no area. Its figures are told under none."),
        ("123", "No area has the code 123. Check the header; its figures are told under that code."),
        (
            "928",
            "Northamptonshire (928) became North Northamptonshire (940), or a part of it, on 1 April 2021. "
            "Northamptonshire (928) became West Northamptonshire (941), or a part of it, on 1 April 2021. "
            "Its figures are told under 928, and not joined.",
        ),
    ],
)
def test_an_old_or_unknown_code_is_said_in_words(code, said):
    assert straight.standing(code) == said
