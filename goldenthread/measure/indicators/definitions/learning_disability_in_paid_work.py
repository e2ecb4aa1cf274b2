"""Whether work is open to people with a learning disability."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="learning_disability_in_paid_work",
    title="Adults with a learning disability in paid work",
    topic=Topic.ADULTHOOD,
    why_it_matters="Most who are asked want to work; few are ever helped to.",
    counted=(
        "Adults of working age with a learning disability, known to the council, in paid work ÷ adults of "
        "working age with a learning disability known to the council."
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
    catalogue=("PA09",),
    needs=(
        "To be agreed and signed by adult social care: that it counts as the national framework does. Then "
        "one row a year, or a quarter."
    ),
    agreed=False,
)
