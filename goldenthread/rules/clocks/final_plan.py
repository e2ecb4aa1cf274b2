"""Twenty weeks: the final plan is sent."""

from collections.abc import Sequence
from datetime import date

from goldenthread.rules import statute
from goldenthread.rules.clocks.clock import Clock, within
from goldenthread.rules.clocks.exceptions import RecordedException
from goldenthread.rules.provision import Limit


def final_plan_clock(
    received_on: date, finalised_on: date | None = None, exceptions: Sequence[RecordedException] = ()
) -> Clock:
    return within(
        statute.FINAL_PLAN,
        "Send the final EHC plan",
        received_on,
        "the request received",
        done_on=finalised_on,
        limit=Limit.FINAL,
        exceptions=exceptions,
    )
