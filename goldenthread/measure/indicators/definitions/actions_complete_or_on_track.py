"""What the leads of the plan’s actions report, in one figure."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="actions_complete_or_on_track",
    title="Actions of the improvement plan complete or on track",
    topic=Topic.PARTNERSHIP,
    why_it_matters=(
        "It is the first figure that a board asks for, and the easiest to make better without anything being better."
    ),
    counted="Actions reported complete (Blue) or on track (Green) ÷ all actions in the plan, at the end of the month.",
    cohort="actions of the plan",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Improvement plan, as its leads report it",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.MONTH,),
    supply=Supply.PLAN,
    disclosure="D0",
    lag_days=31,
    never_without="actions_delivered_on_time",
    caution=(
        "What leads report, not what the facts support. Actions not started (White) are among those it is out "
        "of; left out, the share would be higher."
    ),
    catalogue=("IM01",),
)
