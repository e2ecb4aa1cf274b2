"""Of whom nobody can say what they do."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="send_16_17_not_known",
    title="Young people of 16 and 17 with SEND whose activity is not known",
    topic=Topic.SCHOOL,
    why_it_matters="A young person of whom nothing is known cannot be helped, and makes the other figure look better.",
    counted=(
        "Young people of 16 and 17 with SEN support or an EHC plan whose activity is not known ÷ young people "
        "of 16 and 17 with SEN support or an EHC plan."
    ),
    cohort="young people of 16 and 17 with SEND",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="Participation team, client caseload information",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.MONTH, Every.YEAR),
    supply=Supply.PARTNER,
    disclosure="D5",
    never_without="send_16_17_neet",
    catalogue=("PA04",),
    needs="The participation team sends one row a month, as it does those who are out of everything.",
)
