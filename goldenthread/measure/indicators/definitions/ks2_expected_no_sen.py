"""Where children stand when they leave primary school."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="ks2_expected_no_sen",
    title="Expected standard at eleven in reading, writing and maths, pupils without SEN",
    topic=Topic.LEARNING,
    why_it_matters="Secondary school is built on what primary school left.",
    counted=(
        "Pupils without SEN who met the expected standard in all three ÷ pupils without SEN at the end of key stage 2."
    ),
    cohort="pupils without SEN at the end of key stage 2",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Key stage 2 attainment (Department for Education)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.ACADEMIC,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    caution="No tests were taken in 2020 and 2021. A pupil’s status is that of the census of that year.",
    catalogue=("ED04", "ED05"),
)
