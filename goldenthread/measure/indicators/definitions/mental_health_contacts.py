"""How many children the NHS’s mental health services reach."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="mental_health_contacts",
    title="Children and young people in contact with NHS mental health services",
    topic=Topic.HEALTH,
    why_it_matters="Many children are unwell in mind for years before anybody sees them.",
    counted=(
        "People under 18 with at least one contact in the twelve months to the end of the month ÷ people "
        "under 18 × 1,000."
    ),
    cohort="people under 18",
    unit=Unit.PER_1000,
    better=Better.HIGHER,
    source="Integrated care board, Mental Health Services Data Set",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.MONTH,),
    supply=Supply.PARTNER,
    disclosure="D5",
    caution="Being in contact once is not being helped.",
    catalogue=("HE06",),
    needs="The integrated care board sends one row a month: the month is the one in which the twelve months end.",
)
