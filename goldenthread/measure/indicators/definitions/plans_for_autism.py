"""The need that most plans are for."""

from datetime import date

from goldenthread.measure.indicators.definition import (
    Better,
    Definition,
    Every,
    Expr,
    Level,
    Standing,
    Tables,
    Topic,
    Unit,
)

definition = Definition(
    code="plans_for_autism",
    title="EHC plans whose primary need is autism",
    topic=Topic.PLANS,
    why_it_matters=(
        "In England almost a third of all plans name autism first. Diagnosis, places and training all have to keep up "
        "with it."
    ),
    counted="Plans in force with autistic spectrum disorder as primary need ÷ plans in force.",
    cohort="EHC plans in force",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="SEN2 module 5: SENtype of rank 1",
    review_by=date(2027, 9, 1),
    catalogue=("ID25",),
    levels=(Level.AREA, Level.AGE_BAND, Level.PLACEMENT, Level.DISTRICT),
    periods=(Every.DAY,),
    caution="As in the national release, plans whose need was not recorded count among all.",
)


def counts(t: Tables) -> Standing:
    def autism(rows: Expr) -> Expr:
        return rows.need == "ASD"

    return Standing(t.plans, since="issued_on", until="ceased_on", met=autism)
