"""Whether those who were asked for advice give it in time."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="advice_in_6_weeks",
    title="Advice for assessments received within 6 weeks",
    topic=Topic.WAITING,
    why_it_matters="A plan cannot be written before the advice is in: late advice is a late plan.",
    counted=(
        "Pieces of advice received within 6 weeks of being asked for ÷ pieces of advice that fell due in the month."
    ),
    cohort="pieces of advice due",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Council’s case system; SEND Regulations 2014, reg. 6 and 8",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.SERVICE),
    periods=(Every.MONTH,),
    supply=Supply.PARTNER,
    disclosure="D2",
    lag_days=90,
    caution="Advice that is late and not yet in is due all the same: it must be in the denominator.",
    catalogue=("ID11",),
    needs=(
        "To be agreed and signed by the SEN service and each service that advises: from which day the six "
        "weeks run, and how advice not yet in counts. Then one row a month for the area, and one a service "
        "(educational psychology, health, social care, school)."
    ),
    agreed=False,
)
