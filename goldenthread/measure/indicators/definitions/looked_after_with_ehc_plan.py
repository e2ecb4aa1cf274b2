"""How many looked-after children have SEN."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="looked_after_with_ehc_plan",
    title="Looked-after children with an EHC plan",
    topic=Topic.CARE,
    why_it_matters="A child in care with a plan has two sets of promises, made by the same council.",
    counted=(
        "Children looked after for twelve months or more with an EHC plan ÷ those of them found in the school census."
    ),
    cohort="children looked after for twelve months or more",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="Children looked after return and school census (Department for Education)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.ACADEMIC,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    catalogue=("SC01",),
    published="LAC_SEN_Statement",
)
