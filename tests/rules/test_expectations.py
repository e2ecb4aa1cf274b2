from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.rules.expectations import (
    REFORM_PLAN,
    TABLE_2,
    Expected,
    NotDefined,
    State,
    Step,
    defined,
    evaluate,
    require_defined,
)

DUE = date(2018, 6, 30)
WORDS = {Step.UNMET: "Significant concerns", Step.MET: "No significant concerns.", Step.EXCEEDED: "No concerns"}


def expected(result: Step | None = None, result_on: date | None = None) -> Expected:
    return Expected(due_on=DUE, thresholds=WORDS, result=result, result_on=result_on, names=TABLE_2)


@pytest.mark.parametrize(
    ("as_at", "state", "sentence"),
    [
        (date(2018, 6, 18), State.NOT_YET_DUE, "Not yet due: 30 June 2018, in 12 days."),
        (date(2018, 6, 29), State.NOT_YET_DUE, "Not yet due: 30 June 2018, in 1 day."),
        (DUE, State.NOT_YET_DUE, "Not yet due: 30 June 2018, today."),
        (
            date(2018, 7, 12),
            State.NO_RESULT,
            "No result: it was due on 30 June 2018, 12 days ago, and nothing has been recorded.",
        ),
    ],
)
def test_without_a_result(as_at, state, sentence):
    found = evaluate(expected(), as_at)

    assert (found.state, found.step, found.sentence) == (state, None, sentence)


def test_a_result_in_time_and_a_late_one():
    early, late = (evaluate(expected(Step.MET, on), date(2018, 12, 1)) for on in (date(2018, 6, 20), date(2018, 7, 1)))

    assert early.sentence == "Met, recorded on 20 June 2018: No significant concerns."
    assert late.sentence == "Met, recorded on 1 July 2018, 1 day after its date: No significant concerns."


def test_a_result_is_not_known_before_it_was_recorded():
    found = evaluate(expected(Step.MET, date(2018, 6, 20)), date(2018, 6, 19))

    assert found.state is State.NOT_YET_DUE


def test_a_step_that_nobody_defined_cannot_be_the_result():
    with pytest.raises(NotDefined, match="“Significantly exceeded” is not defined"):
        require_defined(Step.SIGNIFICANTLY_EXCEEDED, WORDS, TABLE_2)
    with pytest.raises(NotDefined):
        evaluate(expected(Step.SIGNIFICANTLY_EXCEEDED, DUE), DUE)


def test_white_space_defines_nothing():
    assert defined({Step.UNMET: " ", Step.MET: "Signed off"}) == (Step.MET,)


def test_both_scales_name_every_step():
    assert (list(TABLE_2), list(REFORM_PLAN)) == (list(Step), list(Step))
    assert (REFORM_PLAN[Step.UNMET], REFORM_PLAN[Step.SIGNIFICANTLY_EXCEEDED]) == (
        "Requirements not met",
        "Exceeds requirements",
    )


@given(st.integers(-400, 400), st.sampled_from([None, *WORDS]), st.integers(-400, 400))
def test_there_is_a_step_exactly_when_a_result_is_known(today, step, recorded):
    as_at, on = DUE + timedelta(days=today), DUE + timedelta(days=recorded)
    found = evaluate(expected(step, on if step else None), as_at)

    known = step is not None and on <= as_at
    assert (found.step, found.state is State.RESULT) == (step if known else None, known)
    assert known or found.days == abs(today)
