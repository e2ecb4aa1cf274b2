"""What families fight about: what a plan says."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="appeals_about_contents",
    title="Appeals about the contents of a plan",
    topic=Topic.DISAGREEMENT,
    why_it_matters="What is appealed against shows which decisions families do not believe.",
    counted="Appeals registered about the contents of a plan ÷ appeals registered.",
    cohort="appeals registered",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="Tribunal Statistics (Ministry of Justice)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.ACADEMIC,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    catalogue=("DR05",),
    needs="Published for England only, and no table of it is carried: read it in the Ministry of Justice’s release.",
)
