"""Half of the families waiting have waited longer than this."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Tables, Topic, Unit, Waited

definition = Definition(
    code="age_of_open_cases",
    title="Age of open cases: the middle one",
    topic=Topic.WAITING,
    why_it_matters="Half of the families waiting have waited longer than this.",
    counted="Weeks from the request to the end of the period, over cases open on that day: the median.",
    cohort="open cases",
    unit=Unit.WEEKS,
    better=Better.LOWER,
    source="SEN2 modules 2 to 4, or the casework record",
    review_by=date(2027, 9, 1),
    periods=(Every.MONTH,),
    disclosure="D2",
)


def counts(t: Tables) -> Waited:
    return Waited(t.open_cases, since="received_on", until="closed_on", take="median")
