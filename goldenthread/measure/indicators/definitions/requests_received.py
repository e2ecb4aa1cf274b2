"""How many families, schools and others ask."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Happened, Level, Tables, Topic, Unit

definition = Definition(
    code="requests_received",
    title="Requests for an assessment received",
    topic=Topic.WAITING,
    why_it_matters="Demand that the service must meet, and an early sign of whether needs are met without a plan.",
    counted="Requests for an education, health and care (EHC) needs assessment, by the day they were received.",
    cohort="requests received",
    unit=Unit.COUNT,
    better=Better.NEUTRAL,
    source="SEN2 module 2: ReceivedDate",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.AGE_BAND),
    disclosure="D1",
)


def counts(t: Tables) -> Happened:
    return Happened(t.cases, on="received_on", among=~t.cases.decided_before)
