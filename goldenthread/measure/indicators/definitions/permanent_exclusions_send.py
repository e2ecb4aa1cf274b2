"""How often pupils with SEND are excluded for good."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Rated, Tables, Topic, Unit

definition = Definition(
    code="permanent_exclusions_send",
    title="Permanent exclusions of pupils with SEND, for each 100",
    topic=Topic.SCHOOL,
    why_it_matters=(
        "A child with SEND should be excluded for good only when all else was tried: the guidance says so."
    ),
    counted=(
        "Permanent exclusions of pupils with SEND ÷ pupils with SEND on roll at the January census of the school "
        "year × 100, by sole or main registration."
    ),
    cohort="pupils with SEND on roll in January",
    unit=Unit.RATE,
    better=Better.LOWER,
    source="Suspensions and permanent exclusions of the school census, sent by schools",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.SEND, Level.NEED, Level.AGE_BAND, Level.ESTABLISHMENT, Level.DISTRICT, Level.PLACEMENT),
    periods=(Every.TERM, Every.ACADEMIC),
    disclosure="D3",
    caution=(
        "Academies send it by goodwill: a school that sent nothing is missing here, not nil. August has no "
        "school; the year’s January census must be held."
    ),
    catalogue=("AT15",),
    gap_with="permanent_exclusions_no_sen",
    goodwill=True,
)


def counts(t: Tables) -> Rated:
    r, p = t.exclusions, t.pupils
    return Rated(
        r,
        on="starts_on",
        people=p,
        census_on="census_on",
        among=r.permanent & r.send.isin(["EHC plan", "SEN support"]),
        people_among=p.main & p.send.isin(["EHC plan", "SEN support"]),
    )
