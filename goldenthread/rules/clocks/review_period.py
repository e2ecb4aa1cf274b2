"""Twelve months: a plan is reviewed within each year from when it was made, then from when it was last reviewed."""

from datetime import date

from goldenthread.rules import statute
from goldenthread.rules.clocks.clock import Clock, beginning_with


def first_review_clock(plan_made_on: date, reviewed_on: date | None = None) -> Clock:
    return _review(plan_made_on, "the plan was first made", reviewed_on)


def next_review_clock(last_reviewed_on: date, reviewed_on: date | None = None) -> Clock:
    """A review is complete when the council's decision is sent, not at the meeting: give that day."""
    return _review(last_reviewed_on, "the plan was last reviewed", reviewed_on)


def _review(started_on: date, event: str, reviewed_on: date | None) -> Clock:
    return beginning_with(statute.REVIEW_PERIOD, "Review the plan", started_on, event, done_on=reviewed_on)
