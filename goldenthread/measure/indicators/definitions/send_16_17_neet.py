"""Whether the way to adult life stays open."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="send_16_17_neet",
    title="Young people of 16 and 17 with SEND who are not in education, employment or training",
    topic=Topic.SCHOOL,
    why_it_matters="Being out of everything at 16 foretells being out of everything at 25.",
    counted=(
        "Young people of 16 and 17 with SEN support or an EHC plan who are not in education, employment "
        "or training (NEET) ÷ those whose activity is known."
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
    caution="Look at “not known” beside it: a low figure with many not known is not good.",
    never_without="send_16_17_not_known",  # who is not known is not among those it is out of
    catalogue=("PA04",),
    needs="The participation team sends one row a month, with those whose activity is not known beside it.",
)
