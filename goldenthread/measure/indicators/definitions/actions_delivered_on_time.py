"""Whether what was promised for a day was done by it."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="actions_delivered_on_time",
    title="Actions of the improvement plan delivered on time",
    topic=Topic.PARTNERSHIP,
    why_it_matters="Whoever asks whether a plan works asks first whether it is done.",
    counted=(
        "Actions reported complete (Blue) by the day they were due, and still so ÷ all actions in the plan "
        "that were due by the end of the month."
    ),
    cohort="actions that were due",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Improvement plan, as its leads report it",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.MONTH,),
    supply=Supply.PLAN,
    disclosure="D0",
    lag_days=31,
    never_without="actions_complete_or_on_track",
    caution=(
        "Counted since the plan began. An action whose due date was moved counts by the new date; one without "
        "a due date does not count; one that was complete already when the plan was first brought in counts "
        "from the day of that first report."
    ),
    catalogue=("IM03",),
)
