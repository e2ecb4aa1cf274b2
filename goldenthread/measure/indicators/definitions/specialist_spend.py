"""What special places cost, as it is published."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="specialist_spend",
    title="Spending on specialist places for each person of 0 to 25",
    topic=Topic.MONEY,
    why_it_matters="A place far away costs more than help nearby would have.",
    counted="Council’s spending on specialist places ÷ residents of 0 to 25: a mean number of pounds.",
    cohort="residents of 0 to 25",
    unit=Unit.POUNDS,
    better=Better.NEUTRAL,
    source="Section 251 outturn, as published by the Department for Education",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.FINANCIAL,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    caution=(
        "Narrower than all high needs spending: it is of specialist places alone. Written from knowledge of "
        "the national definition: check it against the handbook of the year before it is used."
    ),
    catalogue=("FI02",),
)
