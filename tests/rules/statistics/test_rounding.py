from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules.statistics import rounding


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (0.5, 0, "1"),
        (-0.5, 0, "-1"),
        (2.5, 0, "3"),
        (2.675, 2, "2.68"),
        (1.005, 2, "1.01"),
        (-0.04, 1, "0.0"),
        (37, 1, "37.0"),
    ],
)
def test_halves_go_away_from_zero(value, places, expected):
    assert rounding.rounded(value, places) == Decimal(expected)
    assert str(rounding.rounded(value, places)) == expected


@given(st.floats(-1e9, 1e9), st.integers(0, 3))
def test_rounding_is_the_same_on_both_sides_of_zero(value, places):
    assert rounding.rounded(-value, places) == -rounding.rounded(value, places)


@pytest.mark.parametrize(("count", "expected"), [(0, 0), (2, 0), (3, 5), (12, 10), (13, 15), (-13, -15)])
def test_counts_go_to_the_nearest_five(count, expected):
    assert rounding.to_nearest(count, 5) == expected


def test_a_percentage_says_what_it_stands_on():
    assert rounding.share(515, 1377, "plans issued in 2024") == "37.4 % (515 of 1,377 plans issued in 2024)"


def test_no_cohort_is_no_percentage():
    assert rounding.share(0, 0, "plans") == "no figure (0 of 0 plans)"


def test_ranges_read_well():
    assert rounding.span(31.2, 57.5, "%") == "31–58 %"
    assert rounding.span(-3.0626, 6.9515, places=1) == "−3.1 to 7.0"
