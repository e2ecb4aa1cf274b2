"""Children for whom no school was right."""

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
    code="educated_otherwise",
    title="Children with an EHC plan for whom the council arranges education outside any school",
    topic=Topic.SCHOOL,
    why_it_matters=(
        "For a few children no school is right, and tutors or therapy at home are. A rising share says that schools "
        "have run out of answers, or of places."
    ),
    counted=(
        "Plans in force recorded as other arrangements by the local authority, education otherwise than at school "
        "among them ÷ plans in force."
    ),
    cohort="EHC plans in force",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="SEN2 module 5: SENSetting OLA; Children and Families Act 2014, s. 61",
    review_by=date(2027, 9, 1),
    catalogue=("AT19",),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND),
    periods=(Every.DAY,),
)


def counts(t: Tables) -> Standing:
    def otherwise(rows: Expr) -> Expr:
        return rows.placed == "OLA"

    return Standing(t.plans, since="issued_on", until="ceased_on", met=otherwise)
