"""Which needs the plans are for."""

from datetime import date

from goldenthread.measure.indicators.definition import (
    Better,
    Definition,
    Every,
    Level,
    Standing,
    Tables,
    Topic,
    Unit,
)

definition = Definition(
    code="plans_in_force_by_need",
    title="EHC plans in force by primary need",
    topic=Topic.PLANS,
    why_it_matters="Tells what kinds of places, therapists and teachers the children with plans need now.",
    counted="Plans in force with this primary need ÷ plans in force whose need is known.",
    cohort="EHC plans in force with a known need",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="SEN2 module 5: SENtype of rank 1",
    review_by=date(2027, 9, 1),
    catalogue=("ID25",),
    levels=(Level.NEED,),
    periods=(Every.DAY,),
    caution="The national release divides by all plans, those without a recorded need among them (1 in 130 in 2025).",
)


def counts(t: Tables) -> Standing:
    return Standing(t.plans, since="issued_on", until="ceased_on", share=True, among=t.plans.need.notnull())
