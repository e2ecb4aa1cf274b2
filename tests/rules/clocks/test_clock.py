"""How a clock stands on a day, and the sentence that says so. Every example is one request of 21 September 2026."""

from datetime import date

import pytest

from goldenthread.rules.clocks import RecordedException, State, explain
from goldenthread.rules.clocks.appeal import appeal_clock
from goldenthread.rules.clocks.care_health import initial_health_assessment_clock
from goldenthread.rules.clocks.final_plan import final_plan_clock
from goldenthread.rules.clocks.request import decide_clock

RECEIVED = date(2026, 9, 21)
RULE = "Six weeks from the request received on 21 September 2026 (SEND Regulations 2014, regulation 5)."
CIRCUMSTANCES = RecordedException("EX-PERS", date(2026, 10, 1))


def test_a_running_clock_says_how_many_days_are_left() -> None:
    clock = decide_clock(RECEIVED)

    as_at = date(2026, 10, 27)
    assert (clock.state(as_at), clock.days_left(as_at), clock.days_late(as_at)) == (State.RUNNING, 6, 0)
    assert explain(clock, as_at) == f"Decide whether to assess — due Monday 2 November 2026 (in 6 days). {RULE}"


@pytest.mark.parametrize(
    ("as_at", "when"),
    [
        ("2026-11-01", "tomorrow"),
        ("2026-11-02", "today"),
        ("2026-11-03", "yesterday, not done"),
        ("2026-11-12", "10 days ago, not done"),
    ],
)
def test_nearness_is_said_in_words(as_at: str, when: str) -> None:
    sentence = explain(decide_clock(RECEIVED), date.fromisoformat(as_at))

    assert sentence == f"Decide whether to assess — due Monday 2 November 2026 ({when}). {RULE}"


def test_the_last_day_counts_in_full() -> None:
    clock = decide_clock(RECEIVED)

    assert clock.state(date(2026, 11, 2)) is State.RUNNING
    assert clock.state(date(2026, 11, 3)) is State.LATE


def test_done_in_time_is_met_for_ever() -> None:
    clock = decide_clock(RECEIVED, date(2026, 11, 2))

    as_at = date(2027, 6, 1)
    assert (clock.state(as_at), clock.days_late(as_at)) == (State.MET, 0)
    assert explain(clock, as_at) == (
        f"Decide whether to assess — done on 2 November 2026, in time; it was due Monday 2 November 2026. {RULE}"
    )


def test_done_late_is_late_for_ever_by_the_days_it_was_late() -> None:
    clock = decide_clock(RECEIVED, date(2026, 11, 3))

    as_at = date(2027, 6, 1)
    assert (clock.state(as_at), clock.days_late(as_at)) == (State.LATE, 1)
    assert explain(clock, as_at) == (
        f"Decide whether to assess — done on 3 November 2026, 1 day late; it was due Monday 2 November 2026. {RULE}"
    )


def test_what_is_done_later_was_not_yet_done_as_at_an_earlier_day() -> None:
    clock = decide_clock(RECEIVED, date(2026, 11, 9))

    assert clock.state(date(2026, 10, 1)) is State.RUNNING
    assert clock.days_late(date(2026, 11, 5)) == 3


def test_an_exception_disapplies_the_limit_and_leaves_the_familys_date() -> None:
    clock = final_plan_clock(RECEIVED, exceptions=[CIRCUMSTANCES])

    as_at = date(2027, 2, 18)
    assert (clock.state(as_at), clock.days_late(as_at)) == (State.DISAPPLIED, 10)
    assert explain(clock, as_at) == (
        "Send the final EHC plan — due Monday 8 February 2027 (10 days ago, not done)."
        " 20 weeks from the request received on 21 September 2026 (SEND Regulations 2014, regulation 13)."
        " An exception was recorded (exceptional personal circumstances)."
        " It may explain lateness; the family's date stays 8 February 2027."
    )


def test_in_time_is_met_even_where_an_exception_was_recorded() -> None:
    clock = final_plan_clock(RECEIVED, date(2027, 2, 8), [CIRCUMSTANCES])

    assert clock.state(date(2027, 3, 1)) is State.MET


def test_a_familys_own_time_passes_and_is_never_late() -> None:
    clock = appeal_clock(date(2026, 6, 20))

    assert clock.state(date(2026, 9, 1)) is State.RUNNING
    assert clock.state(date(2026, 9, 2)) is State.PASSED
    assert explain(clock, date(2026, 8, 31)) == (
        "The family's time to appeal — until Tuesday 1 September 2026 (tomorrow). Two months from the decision sent on"
        " 20 June 2026; that would end on 20 August 2026, when the tribunal is closed (Tribunal Procedure (First-tier"
        " Tribunal) (Health, Education and Social Care Chamber) Rules 2008, rule 20; rule 12 for the days when it is"
        " closed)."
    )


def test_a_rule_that_is_not_verified_says_so() -> None:
    sentence = explain(initial_health_assessment_clock(date(2026, 12, 1)))

    assert sentence.endswith(
        "This rule is not verified. From practitioners' knowledge; check the text before quoting it."
    )
