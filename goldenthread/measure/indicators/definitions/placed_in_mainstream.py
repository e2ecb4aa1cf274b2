"""Where children with plans learn: mainstream schools."""

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
    code="placed_in_mainstream",
    title="EHC plans placed in mainstream schools",
    topic=Topic.PLANS,
    why_it_matters="Shows whether children with plans can go to a local school with their friends.",
    counted=(
        "Plans in force whose main placement is in a mainstream school, units and resourced provision "
        "included ÷ plans in force with a known placement."
    ),
    cohort="EHC plans in force with a known placement",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="SEN2 module 5: PlacementDetail, with the register of schools",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND),
    periods=(Every.DAY,),
)


def counts(t: Tables) -> Standing:
    def here(rows: Expr) -> Expr:
        return rows.placed == "mainstream"

    return Standing(t.plans.filter(t.plans.placed.notnull()), since="issued_on", until="ceased_on", met=here)
