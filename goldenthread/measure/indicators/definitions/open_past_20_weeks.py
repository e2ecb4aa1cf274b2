"""The children the headline does not count."""

from datetime import date

from goldenthread.measure.indicators.cohorts import own_case
from goldenthread.measure.indicators.definition import (
    Better,
    Definition,
    Every,
    Expr,
    Level,
    Standing,
    Tables,
    Topic,
    Unit,
)

definition = Definition(
    code="open_past_20_weeks",
    title="Open cases past 20 weeks",
    topic=Topic.WAITING,
    why_it_matters=(
        "These children have waited longer than the law allows, and no published figure counts them until "
        "they get a plan."
    ),
    counted="Cases open more than 140 days after the request ÷ all open cases, at the end of the period.",
    cohort="open cases",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="SEN2 modules 2 to 4, or the casework record; SEND Regulations 2014, reg. 13(2)",
    review_by=date(2027, 9, 1),
    catalogue=("ID16",),
    levels=(Level.AREA, Level.AGE_BAND),
    periods=(Every.MONTH,),
    never_without="plans_in_20_weeks_excluding_exceptions",
    lag_days=120,
)


def counts(t: Tables) -> Standing:
    def past(rows: Expr) -> Expr:
        return rows.period_end.delta(rows.received_on, unit="day") > 140

    return Standing(t.cases, since="received_on", until="closed_on", met=past, among=own_case(t.cases))
