"""Families who ask to be heard before they go to court."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Happened, Level, Tables, Topic, Unit
from goldenthread.measure.indicators.periods import last_ripe_month

definition = Definition(
    code="refusals_mediated",
    title="Refusals to assess that went to mediation",
    topic=Topic.DISAGREEMENT,
    why_it_matters=(
        "At mediation the council must look at its refusal again, with the family in the room. Many refusals end "
        "there, which says that they could have ended sooner."
    ),
    counted="Requests refused over which mediation was held ÷ requests received in the period and refused.",
    cohort="requests refused, of months wholly 19 weeks past",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="SEN2 module 2: RequestOutcome, RequestMediation; SEND Regulations 2014, regs. 33 and 36",
    review_by=date(2027, 9, 1),
    catalogue=("DR06",),
    levels=(Level.AREA, Level.AGE_BAND),
    caution=(
        "Months are counted once there was time for it: six weeks to decide, two months to ask and thirty days to "
        "meet. Mediation over other decisions is not counted."
    ),
)


def counts(t: Tables) -> Happened:
    c = t.cases
    refused = (c.decision == "N") & (c.received_on <= last_ripe_month(t.as_at, 134))
    return Happened(c, on="received_on", met=c.refusal_mediated, among=refused)
