"""Where children with plans learn: mainstream schools."""

from datetime import date

from goldenthread.measure.indicators.cohorts import MAINSTREAM, kind_known
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
        "Plans in force whose main placement is in a mainstream school, maintained, academy or independent, units and "
        "resourced provision included ÷ plans in force."
    ),
    cohort="EHC plans in force",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="SEN2 module 5: PlacementDetail, with the register of schools",
    review_by=date(2027, 9, 1),
    catalogue=("ID04",),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND),
    periods=(Every.DAY,),
    never_without="placed_in_units",  # a unit may be a class apart
    caution=(
        "As the national release does, plans for which no placement was recorded count among all. Those at a school "
        "that the register does not have are left out, since its kind is not known."
    ),
    needs="The return, and the register of schools that says what kind each is",
)


def counts(t: Tables) -> Standing:
    def here(rows: Expr) -> Expr:
        return rows.placed.isin(MAINSTREAM)

    return Standing(t.plans, since="issued_on", until="ceased_on", met=here, among=kind_known(t.plans))
