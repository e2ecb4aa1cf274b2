"""How many children in the youth justice system have SEN."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="youth_justice_send",
    title="Children cautioned or sentenced who have SEND",
    topic=Topic.CARE,
    why_it_matters="Many children before a court have needs that a school might have met.",
    counted=(
        "Children cautioned or sentenced in the quarter who have SEN support or an EHC plan ÷ children "
        "cautioned or sentenced."
    ),
    cohort="children cautioned or sentenced",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="Youth justice service",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.QUARTER,),
    supply=Supply.PARTNER,
    disclosure="D5",
    caution=(
        "Written from knowledge of the national definition: check it against the handbook of the year before "
        "it is used."
    ),
    catalogue=("YJ01",),
    needs=(
        "To be agreed and signed by the youth justice service and the SEN service: that they match their "
        "records, and how. Then one row a quarter for the whole area."
    ),
    agreed=False,
)
