"""Plans with the day on which each was last reviewed, and the year in which it must be."""

from datetime import date

from goldenthread.measure.indicators.counted import Expr, Tables
from goldenthread.rules.calendar import DAY, corresponding_date


def last_reviews(t: Tables) -> Expr:
    """Every plan once, with `last_met_on`: null where no review meeting is on record."""
    last = t.reviews.group_by(["area", "plan"]).aggregate(last_met_on=t.reviews.meeting_on.max())
    return t.plans.left_join(last, ["area", "plan"]).select(*t.plans.columns, "last_met_on")


def year_ago(as_at: date) -> date:
    """What happened after this day happened in the twelve months that end on `as_at`."""
    return corresponding_date(as_at, -12)


def year_old(plans: Expr, as_at: date) -> Expr:
    """In force for a whole twelve months, which begin with the day of issue: the first review is held or past due."""
    return plans.issued_on <= corresponding_date(as_at + DAY, -12)
