"""Young people whose plan leads nowhere yet."""

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
    code="neet_with_plan",
    title="Young people of 16 to 25 with an EHC plan who are not in education, employment or training",
    topic=Topic.ADULTHOOD,
    why_it_matters=(
        "A plan may go on to 25 so that there is a way into adult life. For these young people the plan goes on and "
        "the way has stopped."
    ),
    counted=(
        "Plans in force of young people of 16 to 25 recorded as not in education, employment or training (NEET) ÷ "
        "plans in force of young people of those ages on the last 31 August."
    ),
    cohort="EHC plans in force of young people of 16 to 25",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="SEN2 module 5: SENSetting NEET",
    review_by=date(2027, 9, 1),
    catalogue=("PA06",),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND),
    periods=(Every.DAY,),
    never_without="young_people_not_placed",  # few are NEET where of many nobody knows
)


def counts(t: Tables) -> Standing:
    def neet(rows: Expr) -> Expr:
        return rows.placed == "NEET"

    young = aged(t.plans, 16, 25, t.as_at)
    return Standing(t.plans, since="issued_on", until="ceased_on", met=neet, among=young)
