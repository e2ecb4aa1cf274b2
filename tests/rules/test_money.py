from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules.money import Fit, Telling, by_year, differ, fit

POUNDS, YEARS = st.integers(1, 10**8), st.integers(1, 10)


@pytest.mark.parametrize(("said", "expected"), [(150_000, Fit.A_YEAR), (450_000, Fit.IN_ALL), (405_000, Fit.NEITHER)])
def test_which_of_its_sums_was_said(said, expected):
    assert fit(said, 150_000, 3) is expected


def test_two_accounts_that_differ_say_by_how_much():
    first, second = Telling("The one", 675_000, Decimal("15.0")), Telling("The other", 600_000, Decimal(17))

    assert differ(first, second) == (
        "The one: £675,000 for 15 posts. The other: £600,000 for 17 posts, that is £75,000 less and 2 posts more."
    )


def test_posts_that_only_one_names_are_no_difference():
    assert differ(Telling("a", 5, Decimal(1)), Telling("b", 5)) == ""


def test_one_post_is_one_post():
    assert differ(Telling("a", 5, Decimal(2)), Telling("b", 5, Decimal(1))).endswith("that is 1 post fewer.")


@given(POUNDS, YEARS)
def test_a_year_and_all_years_are_one_account(pounds, years):
    assert differ(Telling("a", pounds), Telling("b", pounds * years), years) == ""


@pytest.mark.parametrize("words", ["2025-26", "2025/26", "2025–26", "from 2025"])
def test_the_years_of_a_commitment(words):
    assert by_year(words, 150_000, 2) == {"2025-26": 150_000, "2026-27": 150_000}


@given(st.integers(2000, 2098), POUNDS, YEARS)
def test_years_add_up_to_the_whole(first, pounds, years):
    found = by_year(str(first), pounds, years)

    assert (len(found), sum(found.values())) == (years, pounds * years)


def test_no_year_is_no_guess():
    assert by_year("soon", 1, 1) == {}
