"""How often pupils without SEN are excluded for good."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Rated, Tables, Topic, Unit

definition = Definition(
    code="permanent_exclusions_no_sen",
    title="Permanent exclusions of pupils without SEN, for each 100",
    topic=Topic.SCHOOL,
    why_it_matters="What the permanent exclusions of pupils with SEND are measured against.",
    counted=(
        "Permanent exclusions of pupils without SEN ÷ pupils without SEN on roll at the January census of the "
        "school year × 100, by sole or main registration."
    ),
    cohort="pupils without SEN on roll in January",
    unit=Unit.RATE,
    better=Better.LOWER,
    source="Suspensions and permanent exclusions of the school census, sent by schools",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.AGE_BAND, Level.ESTABLISHMENT, Level.DISTRICT, Level.PLACEMENT),
    periods=(Every.TERM, Every.ACADEMIC),
    disclosure="D3",
    caution=(
        "Academies send it by goodwill: a school that sent nothing is missing here, not nil. August has no "
        "school; the year’s January census must be held."
    ),
    goodwill=True,
)


def counts(t: Tables) -> Rated:
    r, p = t.exclusions, t.pupils
    return Rated(
        r,
        on="starts_on",
        people=p,
        census_on="census_on",
        among=r.permanent & (r.send == "no SEN"),
        people_among=p.main & (p.send == "no SEN"),
    )
