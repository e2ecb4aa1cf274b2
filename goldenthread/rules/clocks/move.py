"""A family moves to another council: the plan follows, the new council writes, and reviews."""

from datetime import date

from goldenthread.rules import calendar, statute
from goldenthread.rules.calendar import format_date
from goldenthread.rules.clocks.clock import Clock, beginning_with, caution, within
from goldenthread.rules.provision import in_force

TRANSFER = "Old council: transfer the plan"


def transfer_clock(moved_on: date, aware_on: date, transferred_on: date | None = None) -> Clock:
    """On the day of the move if the old council knew long enough before; else so long, beginning with that day."""
    rule = in_force(statute.MOVE_TRANSFER, aware_on)
    if calendar.add(aware_on, rule.value) > moved_on:
        return beginning_with(
            statute.MOVE_TRANSFER, TRANSFER, aware_on, "the old council knew of the move", done_on=transferred_on
        )
    return Clock(
        what=TRANSFER,
        started_on=aware_on,
        due_on=moved_on,
        because=f"On the day of the move: the old council knew {rule.value.words} before {format_date(moved_on)}",
        citation=rule.citation,
        done_on=transferred_on,
    )


def new_council_letter_clock(transferred_on: date, told_on: date | None = None) -> Clock:
    return within(
        statute.MOVE_LETTER,
        "New council: tell the family that it has the plan, whether it will assess, and when it will review",
        transferred_on,
        "the transfer",
        done_on=told_on,
    )


def review_after_move_clock(transferred_on: date, last_reviewed_on: date, reviewed_on: date | None = None) -> Clock:
    """The later of a year from the plan's making (or last review) and three months from the transfer."""
    year = in_force(statute.REVIEW_PERIOD, last_reviewed_on)
    months = in_force(statute.MOVE_REVIEW, transferred_on)
    year_ends = calendar.last_day_beginning_with(last_reviewed_on, year.value)
    months_end = calendar.last_day_beginning_with(transferred_on, months.value)
    return Clock(
        what="New council: review the plan",
        started_on=transferred_on,
        due_on=max(year_ends, months_end),
        because=(
            f"The later of {format_date(year_ends)} ({year.value.words} from when the plan was made or last reviewed)"
            f" and {format_date(months_end)} ({months.value.words} from the transfer)"
        ),
        citation=months.citation,
        done_on=reviewed_on,
        caution=caution(months),
    )
