"""How many pupils were suspended at all."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Rated, Tables, Topic, Unit

definition = Definition(
    code="pupils_suspended",
    title="Pupils suspended once or more, for each 100",
    topic=Topic.SCHOOL,
    why_it_matters="Tells many children suspended once from a few suspended often.",
    counted=(
        "Pupils suspended once or more ÷ all pupils on roll at the January census of the school year × 100, by "
        "sole or main registration."
    ),
    cohort="all pupils on roll in January",
    unit=Unit.RATE,
    better=Better.LOWER,
    source="Suspensions and permanent exclusions of the school census, sent by schools",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.SEND, Level.AGE_BAND, Level.ESTABLISHMENT, Level.DISTRICT, Level.PLACEMENT),
    periods=(Every.TERM, Every.ACADEMIC),
    disclosure="D3",
    caution=(
        "Academies send it by goodwill: a school that sent nothing is missing here, not nil. August has no "
        "school; the year’s January census must be held."
    ),
    catalogue=("AT13",),
    published="Total_ Pup_FixedEx",
    goodwill=True,
)


def counts(t: Tables) -> Rated:
    r, p = t.exclusions, t.pupils
    return Rated(
        r,
        on="starts_on",
        people=p,
        census_on="census_on",
        distinct="child",
        among=~r.permanent,
        people_among=p.main,
    )
