"""Whether looked-after children’s health is looked at."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="looked_after_health_assessments",
    title="Looked-after children whose health assessment is up to date",
    topic=Topic.HEALTH,
    why_it_matters="A child moved between homes loses doctors too; the assessment is what holds it together.",
    counted=(
        "Children looked after for twelve months or more with a health assessment in the year ÷ children "
        "looked after for twelve months or more."
    ),
    cohort="children looked after for twelve months or more",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Council, children looked after return (SSDA903)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.MONTH, Every.FINANCIAL),
    supply=Supply.PARTNER,
    disclosure="D5",
    catalogue=("HE08",),
    published="LACHealth%",
    needs="The council’s children in care team sends one row a month: the twelve months to its end.",
)
