"""Children who learn far from home because there is no place nearer."""

from datetime import date

from goldenthread.measure.indicators.cohorts import SPECIAL
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
    code="special_placements_out_of_area",
    title="Special school placements outside the area",
    topic=Topic.MONEY,
    why_it_matters=(
        "A child taught far away travels for hours and has no friends in the street; the council pays for both. A high "
        "share says that the area has too few special places of its own."
    ),
    counted=(
        "Plans in force whose main placement is in a special school that stands in another area ÷ plans in force whose "
        "main placement is in a special school of which it is known where it stands."
    ),
    cohort="EHC plans in force placed in special schools",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="SEN2 module 5: PlacementDetail, with the register of schools",
    review_by=date(2027, 9, 1),
    catalogue=("FI03",),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND, Level.PLACEMENT),
    periods=(Every.DAY,),
    lag_days=365,
    caution=(
        "Just over the border may be the nearest school. Schools of which the register does not say where they stand "
        "are left out."
    ),
    needs="The return, and the register of schools that says in which area each stands",
)


def counts(t: Tables) -> Standing:
    def away(rows: Expr) -> Expr:
        return ~rows.home_area

    special = t.plans.placed.isin(SPECIAL) & t.plans.home_area.notnull()
    return Standing(t.plans, since="issued_on", until="ceased_on", met=away, among=special)
