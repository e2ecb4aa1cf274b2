"""How often a decision ends before the tribunal."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="appeal_rate",
    title="Appeals to the SEND tribunal for each 100 appealable decisions",
    topic=Topic.DISAGREEMENT,
    why_it_matters="A family that appeals has been failed by every conversation before it.",
    counted=(
        "Appeals registered in the year ÷ decisions that could be appealed against × 100: requests refused, "
        "plans not issued, plans in force in the January after, and plans ended because needs are met."
    ),
    cohort="decisions that could be appealed against",
    unit=Unit.RATE,
    better=Better.LOWER,
    source="Tribunal Statistics (Ministry of Justice) and SEN2",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.YEAR,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    caution=(
        "A new count of decisions is being developed nationally and gives other rates: the two are not to be compared."
    ),
    catalogue=("DR01",),
)
