"""Who is out of everything or out of sight at 16 and 17."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="neet_or_not_known",
    title="Young people of 16 and 17 who are out of everything, or of whom nothing is known",
    topic=Topic.ADULTHOOD,
    why_it_matters="An area that asks nobody finds nobody out of everything: the two are read together.",
    counted=(
        "Young people of 16 and 17 not in education, employment or training (NEET), and those whose activity "
        "is not known ÷ young people of 16 and 17; the mean of December, January and February."
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
    never_without="neet_16_17",
    catalogue=("PA05",),
)
