"""Which needs the new plans are for."""

from datetime import date

from goldenthread.measure.indicators.cohorts import new_plan
from goldenthread.measure.indicators.definition import Better, Definition, Happened, Level, Tables, Topic, Unit

definition = Definition(
    code="new_plans_by_need",
    title="New EHC plans by primary need",
    topic=Topic.PLANS,
    why_it_matters="Tells commissioners and schools which needs are growing.",
    counted="New plans with this primary need ÷ all new plans issued in the period whose need is known.",
    cohort="new plans issued with a known need",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="SEN2 modules 4 and 5: StartDate, SENtype of rank 1",
    review_by=date(2027, 9, 1),
    levels=(Level.NEED,),
    caution=(
        "The return gives the need only for plans in force on its day; a plan that ended before is of unknown need."
    ),
)


def counts(t: Tables) -> Happened:
    return Happened(t.cases, on="issued_on", share=True, among=new_plan(t.cases) & t.cases.need.notnull())
