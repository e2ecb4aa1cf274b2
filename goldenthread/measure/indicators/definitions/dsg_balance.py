"""Whether the schools’ money holds out."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="dsg_balance",
    title="Balance of the Dedicated Schools Grant",
    topic=Topic.MONEY,
    why_it_matters="A deficit is paid out of what comes after: by the children of later years.",
    counted=(
        "Surplus, or deficit below nought, of the Dedicated Schools Grant (DSG) by the end of the year ÷ "
        "grant of the year."
    ),
    cohort="grant of the year",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Council’s outturn, as published by the Department for Education",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.FINANCIAL,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    caution="A grant to steady high needs spending, when it is paid in 2026, breaks the comparison with earlier years.",
    catalogue=("FI01",),
)
