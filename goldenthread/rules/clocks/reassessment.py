"""A reassessment: fifteen days to answer the request, then fourteen weeks to the final plan."""

from collections.abc import Sequence
from datetime import date

from goldenthread.rules import statute
from goldenthread.rules.clocks.clock import Clock, within
from goldenthread.rules.clocks.exceptions import RecordedException
from goldenthread.rules.provision import Limit


def reply_clock(received_on: date, replied_on: date | None = None) -> Clock:
    return within(
        statute.REASSESS_REPLY, "Say whether to reassess", received_on, "the request received", done_on=replied_on
    )


def reassessed_plan_clock(
    agreed_on: date, finalised_on: date | None = None, exceptions: Sequence[RecordedException] = ()
) -> Clock:
    """`agreed_on`: the day the family was told, or the council decided of its own accord."""
    return within(
        statute.REASSESS_FINAL,
        "Send the final plan after reassessment",
        agreed_on,
        "the agreement to reassess",
        done_on=finalised_on,
        limit=Limit.REASSESS,
        exceptions=exceptions,
    )
