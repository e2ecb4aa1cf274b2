"""Six weeks: each body asked gives its advice."""

from collections.abc import Sequence
from datetime import date

from goldenthread.rules import statute
from goldenthread.rules.clocks.clock import Clock, within
from goldenthread.rules.clocks.exceptions import RecordedException
from goldenthread.rules.provision import Limit


def advice_clock(
    requested_on: date, given_on: date | None = None, exceptions: Sequence[RecordedException] = (), *, of: str = ""
) -> Clock:
    """`of` names whose advice it is, as a heading would: "Educational psychologist"."""
    return within(
        statute.ADVICE,
        f"{of}: advice" if of else "Give advice",
        requested_on,
        "the council's request for advice",
        done_on=given_on,
        limit=Limit.ADVICE,
        exceptions=exceptions,
    )
