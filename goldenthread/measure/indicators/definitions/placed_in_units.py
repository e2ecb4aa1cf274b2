"""Where children with plans learn: units within mainstream schools."""

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
    code="placed_in_units",
    title="EHC plans placed in units and resourced provision of mainstream schools",
    topic=Topic.PLANS,
    why_it_matters=(
        "A place in a mainstream school may be in its ordinary classes, or in a special unit where the other children "
        "are seldom met. This tells how much of the mainstream share is the latter."
    ),
    counted=(
        "Plans in force whose main placement is in the special educational needs (SEN) unit or the resourced provision "
        "of a mainstream school ÷ plans in force."
    ),
    cohort="EHC plans in force",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="SEN2 module 5: SENUnitIndicator, ResourcedProvisionIndicator, with the register of schools",
    review_by=date(2027, 9, 1),
    catalogue=("ID04",),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND),
    periods=(Every.DAY,),
    caution="The same plans are counted in the mainstream share too. A unit that nobody ticked is not counted here.",
    needs="The return, and the register of schools that says what kind each is",
)


def counts(t: Tables) -> Standing:
    def here(rows: Expr) -> Expr:
        return rows.placed.isin(MAINSTREAM) & rows.unit.notnull()

    return Standing(t.plans, since="issued_on", until="ceased_on", met=here, among=kind_known(t.plans))
