"""Who goes on learning at 16 and 17."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="participation_16_17_send",
    title="Young people of 16 and 17 with SEND in education or training",
    topic=Topic.ADULTHOOD,
    why_it_matters="The law says that everyone goes on learning until 18; it is for the area to make that possible.",
    counted=(
        "Young people of 16 and 17 with SEND in education or training in March ÷ young people of 16 and 17 with SEND."
    ),
    cohort="young people of 16 and 17 with SEND",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="National Client Caseload Information System (Department for Education)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.FINANCIAL,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    catalogue=("PA03",),
    published="16-17YroldSEN_ET",
    gap_with="participation_16_17",
)
