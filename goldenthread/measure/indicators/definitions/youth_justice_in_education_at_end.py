"""Whether a court order leads back to learning."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="youth_justice_in_education_at_end",
    title="Children in suitable education, training or work when their order ends",
    topic=Topic.CARE,
    why_it_matters="A child with a place to go in the morning offends less.",
    counted="Orders ending in the quarter whose child was in suitable education, training or work ÷ orders ending.",
    cohort="orders ending",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Youth justice service (key indicator of the Youth Justice Board)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.QUARTER,),
    supply=Supply.PARTNER,
    disclosure="D5",
    caution=(
        "Written from knowledge of the national definition: check it against the handbook of the year before "
        "it is used."
    ),
    catalogue=("YJ03",),
    needs=(
        "To be agreed and signed by the youth justice service: whether those with an EHC plan are told apart, "
        "given how few they are. Then one row a quarter for the whole area."
    ),
    agreed=False,
)
