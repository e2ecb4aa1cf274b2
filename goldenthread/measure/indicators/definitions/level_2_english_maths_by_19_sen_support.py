"""Whether young people leave with English and maths."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="level_2_english_maths_by_19_sen_support",
    title="Level 2 with English and maths by 19, young people on SEN support",
    topic=Topic.LEARNING,
    why_it_matters="English and maths at level 2 are what the next course, and most employers, ask for first.",
    counted=(
        "People of 19 on SEN support at 15 who had reached level 2 with English and maths ÷ people of 19 on "
        "SEN support at 15."
    ),
    cohort="people of 19, on SEN support at 15",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Level 2 and 3 attainment by 19 (Department for Education)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.ACADEMIC,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    catalogue=("ED10",),
    published="Age19_SENwoS_L2EM",
    gap_with="level_2_english_maths_by_19_no_sen",
)
