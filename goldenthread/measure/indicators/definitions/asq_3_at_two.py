"""Whether small children’s development is looked at."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="asq_3_at_two",
    title="Reviews at two to two and a half with the ASQ-3 questionnaire",
    topic=Topic.HEALTH,
    why_it_matters="What is seen at two can be helped before school.",
    counted=(
        "Children whose review at two to two and a half used the third Ages and Stages Questionnaire (ASQ-3) "
        "÷ children who had the review."
    ),
    cohort="children who had the review",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Health visitor service delivery metrics (Office for Health Improvement and Disparities)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.FINANCIAL,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    caution="Children who had no review at all are not in it.",
    catalogue=("HE11",),
    published="HCP_PHOF",
)
