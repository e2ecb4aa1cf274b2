"""Children who live in hospital because nothing else was ready."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="inpatients_learning_disability_autism",
    title="Children with a learning disability or autism in a mental health hospital",
    topic=Topic.HEALTH,
    why_it_matters="A bed in hospital is where help in the community was missing.",
    counted=(
        "People under 18 with a learning disability or autism who are inpatients at the end of the month ÷ "
        "people under 18 × 1,000,000."
    ),
    cohort="people under 18",
    unit=Unit.PER_MILLION,
    better=Better.LOWER,
    source="Integrated care board, Assuring Transformation",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.MONTH,),
    supply=Supply.PARTNER,
    disclosure="D5",
    caution=(
        "It tells of a handful of children: most months it will be hidden. The national aim is at most 12 to "
        "15 in a million. Written from knowledge of the national definition: check it against the handbook of "
        "the year before it is used."
    ),
    catalogue=("HE12",),
    needs=(
        "To be agreed and signed by the integrated care board: that it may be shared with the partnership at "
        "all, since it tells of very few children. Then one row a month."
    ),
    agreed=False,
)
