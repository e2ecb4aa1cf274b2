"""The same question, over a new count of decisions."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="appeal_rate_in_development",
    title="Appeals for each 100 appealable decisions (new count, in development)",
    topic=Topic.DISAGREEMENT,
    why_it_matters="It counts decisions as they were made, where the older rate takes plans in force for one of them.",
    counted="Appeals registered in the year ÷ decisions that could be appealed against, by the new count × 100.",
    cohort="decisions that could be appealed against, by the new count",
    unit=Unit.RATE,
    better=Better.LOWER,
    source="Tribunal Statistics (Ministry of Justice) and SEN2, official statistics in development",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.YEAR,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    never_without="appeal_rate",
    caution=(
        "How the new count is made was not seen when this was written: check the release’s notes before it is used."
    ),
    catalogue=("DR02",),
)
