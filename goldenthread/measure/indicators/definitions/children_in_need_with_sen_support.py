"""How many children in need have SEN too."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="children_in_need_with_sen_support",
    title="Children in need with SEN support",
    topic=Topic.CARE,
    why_it_matters="Two services know the same child, and do not always know that they do.",
    counted=(
        "Children in need of school age with SEN support ÷ children in need of school age found in the school census."
    ),
    cohort="children in need of school age found in the school census",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="Children in need census and school census (Department for Education)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.ACADEMIC,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    catalogue=("ID24",),
    published="CINSEN_SUP",
)
