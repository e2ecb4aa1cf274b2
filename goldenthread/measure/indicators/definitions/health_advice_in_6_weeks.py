"""Whether the NHS gives its advice in time."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="health_advice_in_6_weeks",
    title="Health advice for assessments received within 6 weeks",
    topic=Topic.HEALTH,
    why_it_matters="Without advice on health, a plan can promise no therapy.",
    counted=(
        "Pieces of health advice received within 6 weeks of being asked for ÷ pieces of health advice that "
        "fell due in the month."
    ),
    cohort="pieces of health advice due",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Integrated care board and the council’s case system",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.SERVICE),
    periods=(Every.MONTH,),
    supply=Supply.PARTNER,
    disclosure="D2",
    lag_days=90,
    caution="Advice that is late and not yet in is due all the same: it must be in the denominator.",
    catalogue=("HE01",),
    needs=(
        "To be agreed and signed by the integrated care board’s designated clinical officer and the SEN "
        "service: which pieces of advice count, and from which day. Then one row a month."
    ),
    agreed=False,
)
