"""The door that stays shut."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Happened, Level, Tables, Topic, Unit

definition = Definition(
    code="refused_to_assess",
    title="Requests refused an assessment",
    topic=Topic.WAITING,
    why_it_matters="A refusal may be right, or may send a family to the tribunal. A rising share needs explaining.",
    counted="Requests decided “no” ÷ requests received in the period, decided or not (as the national release counts).",
    cohort="requests received",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="SEN2 module 2: RequestOutcome; SEND Regulations 2014, reg. 5",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.AGE_BAND),
    caution="The latest two months rise as waiting requests are decided.",
)


def counts(t: Tables) -> Happened:
    asked = t.cases.filter(~t.cases.decided_before)
    return Happened(asked, on="received_on", met=asked.decision == "N")
