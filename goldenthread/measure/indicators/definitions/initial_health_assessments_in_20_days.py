"""Whether a child who comes into care is seen by a doctor in time."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="initial_health_assessments_in_20_days",
    title="Initial health assessments within 20 working days of coming into care",
    topic=Topic.HEALTH,
    why_it_matters="Much that is found then has been missed for years.",
    counted=(
        "Children whose initial health assessment was done within 20 working days of coming into care ÷ "
        "children for whom it fell due in the month."
    ),
    cohort="children for whom an initial health assessment fell due",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Integrated care board and the council",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.MONTH,),
    supply=Supply.PARTNER,
    disclosure="D5",
    catalogue=("HE09",),
    needs=(
        "To be agreed and signed by the integrated care board’s designated doctor and the council: whether it "
        "is done when the child is seen or when the report is in. Then one row a month."
    ),
    agreed=False,
)
