"""Whether social care gives its advice in time."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="social_care_advice_in_6_weeks",
    title="Social care advice for assessments received within 6 weeks",
    topic=Topic.CARE,
    why_it_matters="Advice that says only “not known to us” leaves a family’s need for help unseen.",
    counted=(
        "Pieces of social care advice received within 6 weeks of being asked for ÷ pieces of social care "
        "advice that fell due in the month."
    ),
    cohort="pieces of social care advice due",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Council, social care and the SEN service",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.MONTH,),
    supply=Supply.PARTNER,
    disclosure="D2",
    lag_days=90,
    caution="Advice that is late and not yet in is due all the same: it must be in the denominator.",
    catalogue=("SC07",),
    needs=(
        "To be agreed and signed by the designated social care officer and the SEN service: whether an answer "
        "of “not known” is advice. Then one row a month."
    ),
    agreed=False,
)
