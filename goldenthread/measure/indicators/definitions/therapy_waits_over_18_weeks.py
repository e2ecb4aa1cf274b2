"""How long children wait for speech and language, occupational and physiotherapy."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="therapy_waits_over_18_weeks",
    title="Children waiting over 18 weeks for a therapy",
    topic=Topic.HEALTH,
    why_it_matters="A year without therapy can be most of a small child’s speech.",
    counted="Children waiting more than 18 weeks for a first appointment ÷ children waiting, at the end of the month.",
    cohort="children waiting for a therapy",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="NHS trust, community waiting list",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.MONTH, Every.YEAR),
    supply=Supply.PARTNER,
    disclosure="D5",
    caution="Counted and sent by the NHS trust; the two latest months are provisional.",
    catalogue=("HE02",),
    needs="The NHS trust sends one row a month: speech and language, occupational and physiotherapy together.",
)
