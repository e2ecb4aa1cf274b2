"""What it costs to bring children to places far away."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="send_transport_cost",
    title="Cost of SEND home-to-school transport for each pupil",
    topic=Topic.MONEY,
    why_it_matters="It is the bill for places that are not near.",
    counted="Council’s net spending on SEND transport ÷ pupils transported: a mean number of pounds.",
    cohort="pupils transported",
    unit=Unit.POUNDS,
    better=Better.LOWER,
    source="Council’s transport and finance teams",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.MONTH, Every.FINANCIAL),
    supply=Supply.PARTNER,
    disclosure="D1",
    caution="A year’s cost is not twelve times a month’s: August has no school.",
    catalogue=("FI05",),
    needs=(
        "To be agreed and signed by the council’s transport and finance teams: whether passenger assistants, "
        "and what parents pay, are in it. Then one row a month or a financial year: pounds in “numerator”, "
        "pupils in “denominator”."
    ),
    agreed=False,
)
