"""How long children wait to be assessed for autism."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="autism_referrals_open_over_13_weeks",
    title="Autism referrals open for 13 weeks or more",
    topic=Topic.HEALTH,
    why_it_matters="The standard is a first appointment within 13 weeks; many wait for years.",
    counted=(
        "Referrals of children for suspected autism open for 13 weeks or more ÷ referrals open, at the end of "
        "the month."
    ),
    cohort="open referrals of children for suspected autism",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="Integrated care board, Mental Health Services Data Set",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.MONTH, Every.QUARTER),
    supply=Supply.PARTNER,
    disclosure="D5",
    caution=(
        "Referrals to community paediatrics are not in it. The method changed in September 2023: earlier "
        "figures do not compare."
    ),
    catalogue=("HE04",),
    needs="The integrated care board sends one row a month, or a quarter, for children under 18.",
)
