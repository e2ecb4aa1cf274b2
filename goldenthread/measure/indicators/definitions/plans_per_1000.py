"""How many have a plan, for the size of the area."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Standing, Tables, Topic, Unit

definition = Definition(
    code="plans_per_1000",
    title="EHC plans in force for each 1,000 residents of 0 to 25",
    topic=Topic.PLANS,
    why_it_matters="Areas of different sizes can be compared only by how many of their young residents have a plan.",
    counted="Plans in force at the end of the period ÷ residents of 0 to 25, × 1,000.",
    cohort="residents of 0 to 25",
    unit=Unit.PER_1000,
    better=Better.NEUTRAL,
    source="SEN2 modules 4 and 5; Office for National Statistics, estimates of residents in the middle of a year",
    review_by=date(2027, 9, 1),
    catalogue=("ID07",),
    periods=(Every.MONTH, Every.DAY),
    caution="The estimate of residents comes a year or more late, so that of the newest year there is stands in.",
    needs="The return, and the estimate of residents of 0 to 25 by year",
)


def counts(t: Tables) -> Standing:
    return Standing(t.plans, since="issued_on", until="ceased_on", per="0 to 25")
