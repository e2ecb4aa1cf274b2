"""Whether anyone looks for the need behind the offence."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="youth_justice_health_screens",
    title="Children new to youth justice screened for speech, language and mental health needs",
    topic=Topic.CARE,
    why_it_matters="A child who does not understand the court’s words cannot keep its terms.",
    counted="Children new to the youth justice service in the quarter who were screened for both ÷ children new to it.",
    cohort="children new to the youth justice service",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Youth justice service",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.QUARTER,),
    supply=Supply.PARTNER,
    disclosure="D5",
    catalogue=("YJ04",),
    needs=(
        "To be agreed and signed by the youth justice service and the NHS: which screens count. Then one row "
        "a quarter for the whole area."
    ),
    agreed=False,
)
