"""Who is out of everything at 16 and 17."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="neet_16_17",
    title="Young people of 16 and 17 who are not in education, employment or training",
    topic=Topic.ADULTHOOD,
    why_it_matters="Being out of everything at 16 foretells being out of everything at 25.",
    counted=(
        "Young people of 16 and 17 not in education, employment or training (NEET) ÷ young people of 16 and "
        "17; the mean of December, January and February."
    ),
    cohort="young people of 16 and 17",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="National Client Caseload Information System (Department for Education)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.ACADEMIC,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    never_without="neet_or_not_known",
    caution="A low figure with many not known is not good.",
    catalogue=("PA05",),
    published="16-17 NEET",
)
