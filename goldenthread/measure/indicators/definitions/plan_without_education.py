"""Children with a plan for their education, and none."""

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

NOWHERE = ("NIEO", "NIEC")  # not in education, as the return codes it: other, and with notice given to end the plan

definition = Definition(
    code="plan_without_education",
    title="Children of school age with an EHC plan and no education",
    topic=Topic.SCHOOL,
    why_it_matters=(
        "The plan says in law what a child must be given. A child with a plan and no place is given nothing, and no "
        "school is asked why."
    ),
    counted=(
        "Plans in force of children of 5 to 15 recorded as not in education ÷ plans in force of children of those "
        "ages. Ages are of the last 31 August, so that these are school years 1 to 11."
    ),
    cohort="EHC plans in force of children of 5 to 15",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="SEN2 module 5: SENSetting NIEO and NIEC; Children and Families Act 2014, s. 42",
    review_by=date(2027, 9, 1),
    catalogue=("AT17",),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND),
    periods=(Every.DAY,),
    lag_days=60,
    caution=(
        "The return does not say for how many school days. A setting recorded as “other” is not counted: it may be a "
        "kind of school without a name yet. Children at home while on a school’s roll are not seen here at all."
    ),
)


def counts(t: Tables) -> Standing:
    def without(rows: Expr) -> Expr:
        return rows.placed.isin(NOWHERE)

    school_age = aged(t.plans, 5, 15, t.as_at)
    return Standing(t.plans, since="issued_on", until="ceased_on", met=without, among=school_age)
