"""What pupils take with them at sixteen."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="attainment_8_ehc_plan",
    title="Attainment 8, pupils with an EHC plan",
    topic=Topic.LEARNING,
    why_it_matters="Eight subjects’ points at sixteen open, or close, what comes after.",
    counted=(
        "Points in eight subjects added up ÷ pupils with an EHC plan at the end of key stage 4: a mean number "
        "of points."
    ),
    cohort="pupils with an EHC plan at the end of key stage 4",
    unit=Unit.POINTS,
    better=Better.HIGHER,
    source="Key stage 4 performance (Department for Education)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.ACADEMIC,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    caution="Grades of 2020 and 2021 were given by teachers; those years do not compare with others.",
    catalogue=("ED06",),
    published="SEN_Stat_AVG_Attain8_Score",
    gap_with="attainment_8_no_sen",
)
