"""What becomes of those for whom the council was the parent."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="care_leavers_neet",
    title="Care leavers of 19 to 21 who are not in education, employment or training",
    topic=Topic.CARE,
    why_it_matters="Many had special educational needs at school, and lost their support on leaving it.",
    counted="Care leavers of 19 to 21 not in education, employment or training (NEET) ÷ care leavers of 19 to 21.",
    cohort="care leavers of 19 to 21",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="Children looked after return (Department for Education)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.FINANCIAL,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    catalogue=("SC06",),
    published="CareLeaversNEET",
)
