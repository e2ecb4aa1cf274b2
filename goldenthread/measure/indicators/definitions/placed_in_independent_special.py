"""The dearest places, often far from home."""

from datetime import date

from goldenthread.measure.indicators.cohorts import kind_known
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
    code="placed_in_independent_special",
    title="EHC plans placed in independent and non-maintained special schools",
    topic=Topic.MONEY,
    why_it_matters=(
        "These places cost far more than local ones. A rising share says that local schools lack the places or the "
        "support, and takes the money that would make them."
    ),
    counted=(
        "Plans in force whose main placement is in an independent or a non-maintained special school ÷ plans in force."
    ),
    cohort="EHC plans in force",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="SEN2 module 5: PlacementDetail, with the register of schools",
    review_by=date(2027, 9, 1),
    catalogue=("ID06",),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND),
    periods=(Every.DAY,),
    caution=(
        "Independent mainstream schools are not among them. Plans at a school that the register does not have are left "
        "out of the count altogether."
    ),
    needs="The return, and the register of schools that says what kind each is",
)


def counts(t: Tables) -> Standing:
    def here(rows: Expr) -> Expr:
        return rows.placed == "independent_special"

    return Standing(t.plans, since="issued_on", until="ceased_on", met=here, among=kind_known(t.plans))
