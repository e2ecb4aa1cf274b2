"""How many children and young people have a plan."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Standing, Tables, Topic, Unit

definition = Definition(
    code="plans_in_force",
    title="EHC plans in force",
    topic=Topic.PLANS,
    why_it_matters="Each is a promise of provision that the area must keep and pay for.",
    counted="Plans issued and not ceased, at the end of the period.",
    cohort="EHC plans in force",
    unit=Unit.COUNT,
    better=Better.NEUTRAL,
    source="SEN2 modules 4 and 5: StartDate, CeaseDate",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND, Level.PLACEMENT, Level.DISTRICT, Level.ESTABLISHMENT),
    periods=(Every.MONTH, Every.DAY),
    disclosure="D1",
)


def counts(t: Tables) -> Standing:
    return Standing(t.plans, since="issued_on", until="ceased_on")
