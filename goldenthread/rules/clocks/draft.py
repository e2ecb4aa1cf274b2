"""At least fifteen days for the family to answer a draft plan. Theirs to use: it is never late."""

from datetime import date

from goldenthread.rules import statute
from goldenthread.rules.calendar import DAY
from goldenthread.rules.clocks.clock import Clock, Kind, beginning_with


def comment_clock(served_on: date) -> Clock:
    """The day of service is the first of the days."""
    return beginning_with(
        statute.COMMENT_PERIOD,
        "The family's time to comment on the draft plan",
        served_on,
        "the draft was served",
        kind=Kind.RIGHT,
    )


def earliest_final(served_on: date) -> date:
    """The first day on which a plan can be made final if the family has not answered."""
    return comment_clock(served_on).due_on + DAY
