"""What the Ombudsman found."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="ombudsman_send_upheld",
    title="SEND complaints upheld by the Local Government and Social Care Ombudsman",
    topic=Topic.DISAGREEMENT,
    why_it_matters="The Ombudsman sees what the council’s own answers did not put right.",
    counted=(
        "SEND cases that the Ombudsman upheld ÷ SEND cases that the Ombudsman investigated and decided in the year."
    ),
    cohort="SEND cases investigated and decided by the Ombudsman",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="Local Government and Social Care Ombudsman, decisions about the council",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.YEAR, Every.FINANCIAL),
    supply=Supply.PARTNER,
    disclosure="D1",
    lag_days=365,
    never_without="appeals_registered",
    caution="National counts known so far were taken from the press: take the Ombudsman’s own file before comparing.",
    catalogue=("DR10",),
    needs=(
        "To be agreed and signed by the council’s complaints team: which decisions are about SEND. Then one "
        "row a year from the Ombudsman’s own published decisions."
    ),
    agreed=False,
)
