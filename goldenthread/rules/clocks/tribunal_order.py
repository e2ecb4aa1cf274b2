"""A tribunal's order, or an appeal that the council does not oppose: each duty, from the day it was sent."""

from collections.abc import Sequence
from datetime import date
from enum import Enum

from goldenthread.rules import statute
from goldenthread.rules.clocks.clock import Clock, within
from goldenthread.rules.clocks.exceptions import RecordedException
from goldenthread.rules.provision import Limit, Provision, Weeks


class OrderStep(Enum):
    """One duty under an order, in words."""

    ASSESS = "Tell the family that it will be assessed"
    NO_PLAN = "Tell the family that no plan is needed after the ordered assessment"
    FINAL_AFTER_ASSESS = "Send the final plan after the ordered assessment"
    DRAFT = "Send the draft of the ordered plan"
    FINAL = "Send the final plan that was ordered"
    CONTENTS = "Send the plan with its contents amended as ordered"
    SCHOOL = "Send the plan with the school changed as ordered"


def order_clock(
    step: OrderStep, sent_on: date, done_on: date | None = None, exceptions: Sequence[RecordedException] = ()
) -> Clock:
    """`sent_on`: the day the order was sent, or the council told the tribunal that it would not oppose."""
    return within(
        _law(step),
        step.value,
        sent_on,
        "the order sent",
        done_on=done_on,
        limit=Limit.TRIBUNAL,
        exceptions=exceptions,
    )


def _law(step: OrderStep) -> Sequence[Provision[Weeks]]:
    return {
        OrderStep.ASSESS: statute.ORDER_ASSESS,
        OrderStep.NO_PLAN: statute.ORDER_NO_PLAN,
        OrderStep.FINAL_AFTER_ASSESS: statute.ORDER_FINAL_AFTER_ASSESS,
        OrderStep.DRAFT: statute.ORDER_DRAFT,
        OrderStep.FINAL: statute.ORDER_FINAL,
        OrderStep.CONTENTS: statute.ORDER_CONTENTS,
        OrderStep.SCHOOL: statute.ORDER_SCHOOL,
    }[step]
