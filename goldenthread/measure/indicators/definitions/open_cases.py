"""Everyone who is waiting, by how long they have waited."""

from datetime import date

from goldenthread.measure.indicators.cohorts import own_case
from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Standing, Tables, Topic, Unit

definition = Definition(
    code="open_cases",
    title="Open cases by how long they have waited",
    topic=Topic.WAITING,
    why_it_matters="Shows the queue behind the headline: who is within the law's limit and who is far past it.",
    counted="Requests neither refused, withdrawn, exported nor followed by a plan, at the end of the period.",
    cohort="open cases",
    unit=Unit.COUNT,
    better=Better.LOWER,
    source="SEN2 modules 2 to 4, or the casework record",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.WAIT),
    periods=(Every.MONTH,),
    disclosure="D1",
)


def counts(t: Tables) -> Standing:
    return Standing(t.cases, since="received_on", until="closed_on", among=own_case(t.cases))
