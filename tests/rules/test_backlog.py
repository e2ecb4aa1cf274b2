import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules.backlog import Headline, newly_late, while_clearing
from goldenthread.rules.statistics.faults import NotComputable

COUNTS, MONTHS = st.integers(0, 5000), st.integers(1, 60)


def test_the_sum_of_the_paper():
    found = while_clearing(60, 33, 50, 3)

    assert found == Headline(in_time=99, issued=309)
    assert found.percentage == pytest.approx(32.04, abs=0.005)


def test_nothing_issued_is_no_percentage():
    assert while_clearing(0, 0, 0, 1).percentage is None


@given(COUNTS, COUNTS, COUNTS, MONTHS)
def test_late_plans_are_the_backlog_and_the_newly_late(past, in_time, late, months):
    found = while_clearing(past, in_time, late, months)

    assert found.issued - found.in_time == past + late * months
    assert found.in_time == in_time * months


@given(COUNTS, COUNTS, COUNTS, MONTHS)
def test_a_larger_backlog_never_raises_the_headline(past, in_time, late, months):
    smaller, larger = (while_clearing(each, in_time, late, months).percentage for each in (past, past + 1))

    assert smaller is None or larger <= smaller


@given(COUNTS, COUNTS, COUNTS, MONTHS)
def test_taking_longer_never_lowers_the_headline(past, in_time, late, months):
    sooner, later = (while_clearing(past, in_time, late, each).percentage for each in (months, months + 1))

    assert sooner is None or later >= sooner - 1e-9


@given(st.lists(COUNTS, min_size=1, max_size=12), COUNTS, COUNTS)
def test_the_newly_late_explain_what_the_backlog_came_to(issued, before, new):
    now = before + new - sum(issued)

    assert newly_late(issued, before, now) * len(issued) == pytest.approx(new)


def test_a_backlog_that_shrank_by_itself_makes_nobody_newly_late():
    assert newly_late([10], 100, 20) == 0


@pytest.mark.parametrize("given_", [(-1, 0, 0, 1), (0, -1, 0, 1), (0, 0, -1, 1), (0, 0, 0, 0)])
def test_what_cannot_be_is_refused(given_):
    with pytest.raises(NotComputable, match="cannot be"):
        while_clearing(*given_)


def test_no_month_is_no_monthly_number():
    with pytest.raises(NotComputable, match="month or more"):
        newly_late([], 0, 0)
