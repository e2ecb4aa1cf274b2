"""Who has dropped out of sight at 16 and 17."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="neet_or_not_known_sen_support",
    title="Young people of 16 and 17 on SEN support who are out of everything, or of whom nothing is known",
    topic=Topic.ADULTHOOD,
    why_it_matters=(
        "Being out of everything at 16 foretells being out of everything at 25; being unknown is often the same."
    ),
    counted=(
        "Young people of 16 and 17 on SEN support not in education, employment or training (NEET), and those "
        "whose activity is not known ÷ young people of 16 and 17 on SEN support; the mean of December, "
        "January and February."
    ),
    cohort="young people of 16 and 17 on SEN support",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="National Client Caseload Information System (Department for Education)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.ACADEMIC,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    caution="Not known is counted as badly as out of everything, so it cannot be made better by not asking.",
    catalogue=("PA04",),
    gap_with="neet_or_not_known_no_sen",
)
