import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.survival import kaplan_meier, staircase

# Six requests: finished on days 10, 20, 20 and 40; still open after 15 and 50 days.
DAYS = [10, 15, 20, 20, 40, 50]
FINISHED = [True, False, True, True, True, False]


def test_open_cases_count_until_they_are_last_seen():
    curve = kaplan_meier(DAYS, FINISHED)

    assert [(step.day, step.at_risk, step.finished) for step in curve.steps] == [(10, 6, 1), (20, 4, 2), (40, 2, 1)]
    assert [step.surviving for step in curve.steps] == pytest.approx([5 / 6, 5 / 12, 5 / 24])


def test_median_is_the_first_day_by_which_half_have_finished():
    assert kaplan_meier(DAYS, FINISHED).median == 20


def test_no_median_while_more_than_half_are_open():
    assert kaplan_meier([10, 30, 30], [True, False, False]).median is None


def test_the_share_on_a_day_holds_until_the_next_step():
    curve = kaplan_meier(DAYS, FINISHED)

    assert [curve.surviving_at(day).surviving for day in (0, 9, 10, 19, 50)] == pytest.approx(
        [1, 1, 5 / 6, 5 / 6, 5 / 24]
    )


def test_nothing_is_said_beyond_the_longest_case():
    with pytest.raises(NotComputable, match="No case has been followed for 51 days; the longest is 50"):
        kaplan_meier(DAYS, FINISHED).surviving_at(51)


def test_the_last_case_finished_leaves_none():
    step = kaplan_meier([1, 2], [True, True]).steps[-1]

    assert (step.surviving, step.lower, step.upper) == (0, 0, 0)


@pytest.mark.parametrize(("days", "finished"), [([], []), ([1, 2], [True]), ([-1], [True])])
def test_cases_that_cannot_be_right_are_refused(days, finished):
    with pytest.raises(NotComputable):
        kaplan_meier(days, finished)


def test_the_staircase_is_level_then_down():
    assert staircase(kaplan_meier([10, 20], [True, False])) == [(0, 1.0), (10, 1.0), (10, 0.5), (20, 0.5)]


@given(st.lists(st.tuples(st.integers(0, 400), st.booleans()), min_size=1, max_size=60))
def test_the_curve_falls_within_its_limits(cases):
    curve = kaplan_meier(*zip(*cases, strict=True))

    shares = [1.0, *(step.surviving for step in curve.steps)]
    assert shares == sorted(shares, reverse=True)
    assert all(step.lower <= step.surviving <= step.upper for step in curve.steps)
