"""Whether people with a learning disability have a home of their own."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="learning_disability_living_at_home",
    title="Adults with a learning disability living in their own home or with family",
    topic=Topic.ADULTHOOD,
    why_it_matters="Where a child will live as an adult is what families fear most.",
    counted=(
        "Adults of working age with a learning disability, known to the council, living in their own home or "
        "with family ÷ adults of working age with a learning disability known to the council."
    ),
    cohort="adults of working age with a learning disability known to the council",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Council, adult social care (Adult Social Care Outcomes Framework)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.QUARTER, Every.FINANCIAL),
    supply=Supply.PARTNER,
    disclosure="D1",
    lag_days=365,
    caution=(
        "Written from knowledge of the national definition: check it against the handbook of the year before "
        "it is used."
    ),
    catalogue=("PA10",),
    needs=(
        "To be agreed and signed by adult social care: that it counts as the national framework does. Then "
        "one row a year, or a quarter."
    ),
    agreed=False,
)
