"""Behind every average is the child who has waited longest."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Tables, Topic, Unit, Waited

definition = Definition(
    code="oldest_open_case",
    title="Age of the oldest open case",
    topic=Topic.WAITING,
    why_it_matters="Behind every average is the child who has waited longest.",
    counted="Weeks from the request to the end of the period, over cases open on that day: the longest.",
    cohort="open cases",
    unit=Unit.WEEKS,
    better=Better.LOWER,
    source="SEN2 modules 2 to 4, or the casework record",
    review_by=date(2027, 9, 1),
    periods=(Every.MONTH,),
    disclosure="D2",
)


def counts(t: Tables) -> Waited:
    return Waited(t.open_cases, since="received_on", until="closed_on", take="max")
