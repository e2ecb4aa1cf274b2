"""How many families go to the tribunal."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="appeals_registered",
    title="Appeals registered with the SEND tribunal",
    topic=Topic.DISAGREEMENT,
    why_it_matters="Behind each is a child whose help is in dispute for most of a year.",
    counted="Appeals about special educational needs that the tribunal registered.",
    cohort="appeals registered",
    unit=Unit.COUNT,
    better=Better.LOWER,
    source="Tribunal Statistics (Ministry of Justice)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.YEAR,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    caution="An area’s figures are of calendar years; the nation’s headline is of school years.",
    catalogue=("DR03",),
)
