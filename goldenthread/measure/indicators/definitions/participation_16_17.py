"""Who goes on learning at 16 and 17, of everybody."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="participation_16_17",
    title="Young people of 16 and 17 in education or training",
    topic=Topic.ADULTHOOD,
    why_it_matters="It is what those with SEND are compared with.",
    counted="Young people of 16 and 17 in education or training in March ÷ young people of 16 and 17.",
    cohort="young people of 16 and 17",
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
    published="16-17Ed&Training",
)
