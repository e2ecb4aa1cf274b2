"""Six weeks: decide whether to assess, and tell the family."""

from collections.abc import Sequence
from datetime import date

from goldenthread.rules import statute
from goldenthread.rules.clocks.clock import Clock, within
from goldenthread.rules.clocks.exceptions import RecordedException
from goldenthread.rules.provision import Limit


def decide_clock(
    received_on: date, decided_on: date | None = None, exceptions: Sequence[RecordedException] = ()
) -> Clock:
    """`received_on` is the day the council received the request, not the day it was logged."""
    return within(
        statute.DECIDE,
        "Decide whether to assess",
        received_on,
        "the request received",
        done_on=decided_on,
        limit=Limit.DECIDE,
        exceptions=exceptions,
    )
