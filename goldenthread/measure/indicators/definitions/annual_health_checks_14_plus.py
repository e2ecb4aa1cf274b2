"""Whether illness is found early."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="annual_health_checks_14_plus",
    title="Annual health checks of people of 14 and over with a learning disability",
    topic=Topic.HEALTH,
    why_it_matters="People with a learning disability die decades early, often of what a check would have found.",
    counted="Annual health checks carried out ÷ people of 14 and over on the practices’ learning disability registers.",
    cohort="people of 14 and over on a learning disability register",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="NHS integrated care board, general practice data",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.MONTH, Every.YEAR),
    supply=Supply.PARTNER,
    disclosure="D5",
    caution="Counted and sent by the NHS; practices report quarterly.",
    catalogue=("HE10",),
    needs="The integrated care board sends one row a month.",
)
