"""How many pupils learn in special schools."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Count, Definition, Every, Level, Tables, Topic, Unit

definition = Definition(
    code="pupils_in_special_schools",
    title="Pupils in special schools",
    topic=Topic.PLANS,
    why_it_matters=(
        "More children in special schools than elsewhere asks whether mainstream schools can include them."
    ),
    counted=(
        "Pupils on roll of state-funded special schools ÷ pupils whose school is in the register, by sole or main "
        "registration on the census day."
    ),
    cohort="pupils on roll",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="Pupils on the school census, sent by schools",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.SEND, Level.AGE_BAND, Level.DISTRICT),
    periods=(Every.DAY,),
    disclosure="D1",
    caution=(
        "Academies send it by goodwill: a school that sent nothing is missing here, not nil. Non-maintained and "
        "independent special schools are not counted: compare with a figure that leaves them out too."
    ),
    catalogue=("ID03",),
    goodwill=True,
)


def counts(t: Tables) -> Count:
    r = t.pupils
    return Count(r, on="census_on", met=r.placed == "special", among=r.main & r.placed.notnull())
