"""Young people of whom the record does not say where they are."""

from datetime import date

from goldenthread.measure.indicators.cohorts import aged
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
    code="young_people_not_placed",
    title="Young people of 16 to 25 with an EHC plan of whom no placement is recorded",
    topic=Topic.ADULTHOOD,
    why_it_matters=(
        "Nobody looks for a young person who is not known to be missing. The share that is not in education, "
        "employment or training is low too where nobody has asked."
    ),
    counted=(
        "Plans in force of young people of 16 to 25 without any placement on record ÷ plans in force of young people "
        "of those ages on the last 31 August."
    ),
    cohort="EHC plans in force of young people of 16 to 25",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="SEN2 module 5: PlacementDetail",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND),
    periods=(Every.DAY,),
    lag_days=90,
    never_without="neet_with_plan",
)


def counts(t: Tables) -> Standing:
    def nowhere(rows: Expr) -> Expr:
        return rows.placed.isnull() & rows.urn.isnull()

    young = aged(t.plans, 16, 25, t.as_at)
    return Standing(t.plans, since="issued_on", until="ceased_on", met=nowhere, among=young)
