"""How long children wait for audiology."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="audiology_waits_over_18_weeks",
    title="Children waiting over 18 weeks for audiology",
    topic=Topic.HEALTH,
    why_it_matters="A child who cannot hear cannot learn to speak.",
    counted="Children waiting more than 18 weeks for audiology ÷ children waiting for it, at the end of the month.",
    cohort="children waiting for audiology",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="NHS trust, community waiting list",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.MONTH,),
    supply=Supply.PARTNER,
    disclosure="D5",
    caution="The number of trusts that report changes from month to month; the two latest months are provisional.",
    catalogue=("HE02",),
    needs="The NHS trust sends one row a month, as it counts for the national community health services return.",
)
