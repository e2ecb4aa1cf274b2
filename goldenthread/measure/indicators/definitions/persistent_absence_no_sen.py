"""Of pupils without SEN, how many miss a tenth of school or more."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Reached, Tables, Topic, Unit

definition = Definition(
    code="persistent_absence_no_sen",
    title="Persistent absence of pupils without SEN",
    topic=Topic.SCHOOL,
    why_it_matters="What the persistent absence of pupils with SEN is measured against.",
    counted=(
        "Enrolments of pupils without SEN that missed a tenth or more of their own possible half-days ÷ "
        "enrolments with any possible half-day. A pupil at two schools is two."
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
        r, on="term_on", who=("child", "urn"), top=missed, under=r.possible, at_least=0.1, among=r.send == "no SEN"
    )
