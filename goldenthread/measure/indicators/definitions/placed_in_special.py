"""Where children with plans learn: special schools."""

from datetime import date

from goldenthread.measure.indicators.cohorts import SPECIAL, kind_known
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
    code="placed_in_special",
    title="EHC plans placed in special schools",
    topic=Topic.PLANS,
    why_it_matters=(
        "Shows whether children with plans can go to a special school, and what that asks of places and money."
    ),
    counted=(
        "Plans in force whose main placement is in a special school: maintained, academy, non-maintained or "
        "independent ÷ plans in force."
    ),
    cohort="EHC plans in force",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="SEN2 module 5: PlacementDetail, with the register of schools",
    review_by=date(2027, 9, 1),
    catalogue=("ID05",),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND),
    periods=(Every.DAY,),
    caution=(
        "As the national release does, plans for which no placement was recorded count among all. Those at a school "
        "that the register does not have are left out, since its kind is not known."
    ),
    needs="The return, and the register of schools that says what kind each is",
)


def counts(t: Tables) -> Standing:
    def here(rows: Expr) -> Expr:
        return rows.placed.isin(SPECIAL)

    return Standing(t.plans, since="issued_on", until="ceased_on", met=here, among=kind_known(t.plans))
