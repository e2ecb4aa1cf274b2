"""Of pupils without SEN, how many miss half of school or more."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Reached, Tables, Topic, Unit

definition = Definition(
    code="severe_absence_no_sen",
    title="Severe absence of pupils without SEN",
    topic=Topic.SCHOOL,
    why_it_matters="What the severe absence of pupils with SEND is measured against.",
    counted=(
        "Enrolments of pupils without SEN that missed half or more of their own possible half-days ÷ enrolments "
        "with any possible half-day. A pupil at two schools is two."
    ),
    cohort="enrolments of pupils without SEN",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="Half-days of the school census, sent by schools",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.AGE_BAND, Level.ESTABLISHMENT, Level.DISTRICT, Level.PLACEMENT),
    periods=(Every.TERM, Every.ACADEMIC),
    disclosure="D3",
    caution="Academies send it by goodwill: a school that sent nothing is missing here, not nil.",
    goodwill=True,
)


def counts(t: Tables) -> Reached:
    r = t.sessions
    missed = r.authorised + r.unauthorised
    return Reached(
        r, on="term_on", who=("child", "urn"), top=missed, under=r.possible, at_least=0.5, among=r.send == "no SEN"
    )
