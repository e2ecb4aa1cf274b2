"""The turns of the rules that the printed examples do not take."""

from datetime import date

import pytest

from goldenthread.rules.clocks import annual_review, appeal, inspection, mediation, move, review_period, tribunal_order
from goldenthread.rules.clocks.explaining import explain
from goldenthread.rules.clocks.tribunal_order import OrderStep


def test_an_old_council_that_knew_in_good_time_transfers_on_the_day_of_the_move() -> None:
    clock = move.transfer_clock(moved_on=date(2026, 12, 18), aware_on=date(2026, 11, 2))

    assert explain(clock) == (
        "Old council: transfer the plan — due Friday 18 December 2026. On the day of the move: the old council knew"
        " 15 working days before 18 December 2026 (SEND Regulations 2014, regulation 15(2))."
    )


def test_a_late_notice_does_not_buy_time_for_the_final_plan() -> None:
    clock = annual_review.amended_plan_clock(date(2026, 11, 3), notice_on=date(2027, 1, 4))

    assert clock.due_on == date(2027, 1, 26)


def test_a_notice_before_the_meeting_is_refused() -> None:
    with pytest.raises(ValueError, match="dated before the review meeting"):
        annual_review.amended_plan_clock(date(2026, 11, 3), notice_on=date(2026, 11, 2))


def test_a_certificate_before_the_decision_is_refused() -> None:
    with pytest.raises(ValueError, match="dated before the decision"):
        appeal.appeal_clock(date(2026, 11, 3), certificate_on=date(2026, 11, 2))


def test_the_council_answers_an_appeal_in_thirty_working_days_without_august() -> None:
    assert appeal.response_clock(date(2026, 7, 1)).due_on == date(2026, 9, 10)


def test_the_next_review_is_within_a_year_of_the_last() -> None:
    assert review_period.next_review_clock(date(2026, 3, 10)).due_on == date(2027, 3, 9)


def test_mediation_has_a_time_to_ask_and_a_certificate_at_its_end() -> None:
    assert mediation.contact_clock(date(2026, 12, 31)).due_on == date(2027, 2, 28)
    assert mediation.certificate_after_mediation_clock(date(2026, 12, 23)).due_on == date(2026, 12, 30)


def test_an_order_to_assess_keeps_the_law_of_its_day() -> None:
    before, after = date(2015, 3, 31), date(2015, 4, 1)

    assert tribunal_order.order_clock(OrderStep.ASSESS, before).due_on == date(2015, 4, 28)
    assert tribunal_order.order_clock(OrderStep.ASSESS, after).due_on == date(2015, 4, 15)


def test_a_priority_action_plan_warns_that_its_limit_is_not_verified() -> None:
    clock = inspection.priority_action_plan_clock(date(2026, 1, 5))

    assert clock.due_on == date(2026, 2, 23)
    assert clock.caution.startswith("This rule is not verified.")
