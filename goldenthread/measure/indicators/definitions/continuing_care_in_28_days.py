"""Whether the NHS decides in time who pays for the most ill children."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="continuing_care_in_28_days",
    title="Continuing care decisions within 28 days",
    topic=Topic.HEALTH,
    why_it_matters="While two bodies settle who pays, a family nurses alone.",
    counted="Referrals for children’s continuing care decided within 28 days ÷ referrals decided in the quarter.",
    cohort="referrals decided",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Integrated care board",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.QUARTER,),
    supply=Supply.PARTNER,
    disclosure="D5",
    catalogue=("HE13",),
    needs=(
        "To be agreed and signed by the integrated care board and the council: from which day the 28 days "
        "run. Then one row a quarter."
    ),
    agreed=False,
)
