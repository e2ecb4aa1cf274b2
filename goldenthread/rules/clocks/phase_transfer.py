"""A move between phases: the plan must name the next place in good time."""

from collections.abc import Mapping, Sequence
from datetime import date

from goldenthread.rules import calendar, statute
from goldenthread.rules.calendar import DAY, format_date
from goldenthread.rules.clocks.clock import Clock
from goldenthread.rules.provision import Provision, YearDay, in_force

WHAT = "Finish the plan for the move, naming the next place"
MOVES: Mapping[str, Sequence[Provision[YearDay]]] = {
    "early_years_to_school": statute.PHASE_TRANSFER_SCHOOL,
    "infant_to_junior": statute.PHASE_TRANSFER_SCHOOL,
    "primary_to_middle": statute.PHASE_TRANSFER_SCHOOL,
    "primary_to_secondary": statute.PHASE_TRANSFER_SCHOOL,
    "middle_to_secondary": statute.PHASE_TRANSFER_SCHOOL,
    "secondary_to_post16": statute.PHASE_TRANSFER_POST16,
}


def phase_transfer_clock(move: str, year: int, *, strict: bool = True, finalised_on: date | None = None) -> Clock:
    """`year`: the calendar year of the move. The law says "before" a day: read strictly it is over the day before;
    many areas read it as "by". Keep to the strict day inside, and publish by the other."""
    started_on = calendar.in_year(year - 1, in_force(statute.ACADEMIC_YEAR_STARTS, date(year, 1, 1)).value)
    rule = in_force(MOVES[move], started_on)
    named = calendar.in_year(year, rule.value)
    reading = f"before {format_date(named)}, read strictly" if strict else f"by {format_date(named)}, as commonly read"
    return Clock(
        what=WHAT,
        started_on=started_on,
        due_on=named - DAY if strict else named,
        because=f"In the calendar year of the move, {reading}",
        citation=rule.citation,
        done_on=finalised_on,
    )


def within_post16_clock(transfer_on: date, finalised_on: date | None = None) -> Clock:
    """From one post-16 place to another, at any time of year."""
    started_on = calendar.corresponding_date(transfer_on, -12)
    rule = in_force(statute.PHASE_TRANSFER_WITHIN_POST16, started_on)
    return Clock(
        what=WHAT,
        started_on=started_on,
        due_on=calendar.corresponding_date(transfer_on, -rule.value.count),
        because=f"At least {rule.value.words} before the move on {format_date(transfer_on)}",
        citation=rule.citation,
        done_on=finalised_on,
    )


def latest_notice(final_by: date) -> date:
    """The last day to send the notice of amendment, if the time from notice to final plan is all used."""
    return final_by - 7 * in_force(statute.REVIEW_FINAL_FROM_NOTICE, final_by).value.count * DAY


def latest_meeting(final_by: date) -> date:
    """The last day to hold the review meeting, if the time from meeting to final plan is all used."""
    return final_by - 7 * in_force(statute.REVIEW_FINAL_FROM_MEETING, final_by).value.count * DAY
