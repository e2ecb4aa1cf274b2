"""Families who take a refusal to the tribunal."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Happened, Level, Tables, Topic, Unit
from goldenthread.measure.indicators.periods import last_ripe_month

definition = Definition(
    code="refusals_appealed",
    title="Refusals to assess that were appealed against",
    topic=Topic.DISAGREEMENT,
    why_it_matters=(
        "Families win almost every appeal that is heard. A refusal that goes so far costs a child months of help, and "
        "the family more."
    ),
    counted=(
        "Requests refused of which the refusal was taken to the special educational needs and disability (SEND) "
        "tribunal ÷ requests received in the period and refused."
    ),
    cohort="requests refused, of months wholly 26 weeks past",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="SEN2 module 2: RequestOutcome, RequestTribunal; Children and Families Act 2014, s. 51(2)(a)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.AGE_BAND),
    lag_days=365,
    caution=(
        "Months are counted once there was time for mediation and an appeal after it. Appeals over other decisions, "
        "which are most of them, are not counted: the appeal rate tells of all."
    ),
)


def counts(t: Tables) -> Happened:
    c = t.cases
    refused = (c.decision == "N") & (c.received_on <= last_ripe_month(t.as_at, 182))
    return Happened(c, on="received_on", met=c.refusal_appealed, among=refused)
