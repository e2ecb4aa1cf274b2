"""Disagreements that were settled by talking."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Happened, Tables, Topic, Unit
from goldenthread.measure.indicators.periods import last_ripe_month

definition = Definition(
    code="mediations_without_appeal",
    title="Mediations over a refusal to assess that no appeal followed",
    topic=Topic.DISAGREEMENT,
    why_it_matters="It spares the family a tribunal, and the child the months of waiting for one.",
    counted=(
        "Requests refused over which mediation was held and no appeal made ÷ requests received in the period, refused "
        "and taken to mediation."
    ),
    cohort="mediations over a refusal to assess, of months wholly 26 weeks past",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="SEN2 module 2: RequestMediation, RequestTribunal; SEND Regulations 2014, regs. 36 to 39",
    review_by=date(2027, 9, 1),
    catalogue=("DR07",),
    lag_days=365,
    never_without="refusals_mediated",
    caution="No appeal does mean agreement: some families are worn out. Ask those who were there.",
)


def counts(t: Tables) -> Happened:
    c = t.cases
    mediated = (c.decision == "N") & c.refusal_mediated & (c.received_on <= last_ripe_month(t.as_at, 182))
    return Happened(c, on="received_on", met=~c.refusal_appealed, among=mediated)
