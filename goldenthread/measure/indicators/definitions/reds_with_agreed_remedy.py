"""Whether trouble is met with an answer."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="reds_with_agreed_remedy",
    title="Red actions with an agreed remedy",
    topic=Topic.PARTNERSHIP,
    why_it_matters="Red is no failing; Red with nothing done about it is.",
    counted=(
        "Actions reported Red that have a remedy which somebody with the right to has agreed ÷ actions "
        "reported Red, at the end of the month."
    ),
    cohort="actions reported Red",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Improvement plan, as its leads report it",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.MONTH,),
    supply=Supply.PLAN,
    disclosure="D0",
    lag_days=31,
    caution="A remedy that is written but not yet agreed does not count.",
    catalogue=("IM02",),
)
