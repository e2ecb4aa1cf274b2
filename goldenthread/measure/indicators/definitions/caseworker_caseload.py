"""How many families one caseworker holds."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="caseworker_caseload",
    title="Open cases for each SEN caseworker",
    topic=Topic.PARTNERSHIP,
    why_it_matters="A caseworker with too many cases answers nobody.",
    counted=(
        "Open cases at the end of the month ÷ caseworkers in post, in full-time equivalents: a mean number of cases."
    ),
    cohort="caseworkers in post (full-time equivalents)",
    unit=Unit.CASES,
    better=Better.LOWER,
    source="Council, human resources and case system",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.MONTH,),
    supply=Supply.PARTNER,
    disclosure="D0",
    catalogue=("WF03",),
    needs=(
        "To be agreed and signed by the SEN service and human resources: which cases count, and whether "
        "agency staff do. Then one row a month: cases in “numerator”, caseworkers in “denominator”."
    ),
    agreed=False,
)
