"""Whether the tribunal is obeyed in time."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="tribunal_orders_in_time",
    title="Tribunal orders carried out in time",
    topic=Topic.DISAGREEMENT,
    why_it_matters="A family that has won and still waits has been failed twice.",
    counted=(
        "Orders carried out within the time that regulation 44 sets for their kind ÷ orders that fell due in "
        "the quarter."
    ),
    cohort="tribunal orders due",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Council’s case system; SEND Regulations 2014, reg. 44",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.MONTH, Every.QUARTER),
    supply=Supply.PARTNER,
    disclosure="D1",
    catalogue=("DR08",),
    needs=(
        "To be agreed and signed by the SEN service and the council’s legal team: on which day each kind of "
        "order is carried out. Then one row a quarter."
    ),
    agreed=False,
)
