"""The door that stays shut."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Happened, Level, Tables, Topic, Unit
from goldenthread.measure.indicators.periods import last_ripe_month

definition = Definition(
    code="refused_to_assess",
    title="Requests refused an assessment",
    topic=Topic.WAITING,
    why_it_matters="A refusal may be right, or may send a family to the tribunal. A rising share needs explaining.",
    counted="Requests decided “no” ÷ requests received in the period, decided or not (as the national release counts).",
    cohort="requests received, in months wholly 6 weeks past",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="SEN2 module 2: RequestOutcome; SEND Regulations 2014, reg. 5",
    review_by=date(2027, 9, 1),
    catalogue=("ID09",),
    levels=(Level.AREA, Level.AGE_BAND),
    never_without="refusals_appealed",  # a refusal that a family fights is not a need met
    caution="Months are counted once every request of them is six weeks old; some are decided later still.",
)


def counts(t: Tables) -> Happened:
    c = t.cases
    ripe = ~c.decided_before & (c.received_on <= last_ripe_month(t.as_at, 42))
    return Happened(c, on="received_on", met=c.decision == "N", among=ripe)
