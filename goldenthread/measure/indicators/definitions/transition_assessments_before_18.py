"""Whether adult care knows of a young person before the birthday."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="transition_assessments_before_18",
    title="Assessments for adult care made before the 18th birthday",
    topic=Topic.ADULTHOOD,
    why_it_matters="Help that stops on a birthday was planned to stop.",
    counted=(
        "Young people likely to need care as adults who were assessed before they turned 18 ÷ those likely to "
        "need it who turned 18 in the quarter."
    ),
    cohort="young people likely to need care who turned 18",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Council, adult social care; Care Act 2014, s. 58",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.QUARTER,),
    supply=Supply.PARTNER,
    disclosure="D1",
    catalogue=("PA11",),
    needs=(
        "To be agreed and signed by adult social care, children’s social care and the SEN service: who is "
        "likely to need care. Then one row a quarter."
    ),
    agreed=False,
)
