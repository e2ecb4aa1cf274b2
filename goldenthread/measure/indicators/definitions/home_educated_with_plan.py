"""Families who took it into their own hands, or felt they had to."""

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
    code="home_educated_with_plan",
    title="Children with an EHC plan who are educated at home by choice of their parents",
    topic=Topic.SCHOOL,
    why_it_matters=(
        "Some families choose it gladly; others take a child out of a school that failed them. The plan goes on, and "
        "must be reviewed all the same."
    ),
    counted="Plans in force recorded as elective home education ÷ plans in force.",
    cohort="EHC plans in force",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="SEN2 module 5: SENSetting EHE; Children and Families Act 2014, s. 42(5)",
    review_by=date(2027, 9, 1),
    catalogue=("AT18",),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND),
    periods=(Every.DAY,),
    never_without="educated_otherwise",  # at home by choice, and at home because the council arranged it
)


def counts(t: Tables) -> Standing:
    def at_home(rows: Expr) -> Expr:
        return rows.placed == "EHE"

    return Standing(t.plans, since="issued_on", until="ceased_on", met=at_home)
