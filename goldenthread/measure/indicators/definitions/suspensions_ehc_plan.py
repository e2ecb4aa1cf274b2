"""How often pupils with an EHC plan are suspended."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Rated, Tables, Topic, Unit

definition = Definition(
    code="suspensions_ehc_plan",
    title="Suspensions of pupils with an EHC plan, for each 100",
    topic=Topic.SCHOOL,
    why_it_matters=(
        "A school that suspends a child with a plan says that the plan is not working: it should be reviewed."
    ),
    counted=(
        "Suspensions of pupils with an EHC plan ÷ pupils with an EHC plan on roll at the January census of the "
        "school year × 100, by sole or main registration. One pupil may be suspended more than once."
    ),
    cohort="pupils with an EHC plan on roll in January",
    unit=Unit.RATE,
    better=Better.LOWER,
    source="Suspensions and permanent exclusions of the school census, sent by schools",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND, Level.ESTABLISHMENT, Level.DISTRICT, Level.PLACEMENT),
    periods=(Every.MONTH, Every.TERM, Every.ACADEMIC),
    disclosure="D3",
    caution=(
        "Academies send it by goodwill: a school that sent nothing is missing here, not nil. August has no "
        "school; the year’s January census must be held."
    ),
    catalogue=("AT12",),
    gap_with="suspensions_no_sen",
    goodwill=True,
)


def counts(t: Tables) -> Rated:
    r, p = t.exclusions, t.pupils
    return Rated(
        r,
        on="starts_on",
        people=p,
        census_on="census_on",
        among=~r.permanent & (r.send == "EHC plan"),
        people_among=p.main & (p.send == "EHC plan"),
    )
