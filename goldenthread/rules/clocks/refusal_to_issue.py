"""Sixteen weeks: if no plan will be issued, say so."""

from collections.abc import Sequence
from datetime import date

from goldenthread.rules import statute
from goldenthread.rules.clocks.clock import Clock, within
from goldenthread.rules.clocks.exceptions import RecordedException
from goldenthread.rules.provision import Limit


def refusal_to_issue_clock(
    received_on: date, settled_on: date | None = None, exceptions: Sequence[RecordedException] = ()
) -> Clock:
    """`settled_on`: the day the family was told that there will be no plan, or was sent a draft of one."""
    return within(
        statute.REFUSE_TO_ISSUE,
        "Tell the family if no plan will be issued",
        received_on,
        "the request received",
        done_on=settled_on,
        limit=Limit.REFUSE,
        exceptions=exceptions,
    )
