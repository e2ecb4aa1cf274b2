"""Of pupils with SEND, how many miss half of school or more."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Reached, Tables, Topic, Unit

definition = Definition(
    code="severe_absence_send",
    title="Severe absence of pupils with SEND",
    topic=Topic.SCHOOL,
    why_it_matters="A child with SEND who misses half of school is out of sight of most who should help.",
    counted=(
        "Enrolments of pupils with SEND that missed half or more of their own possible half-days ÷ enrolments "
        "with any possible half-day. A pupil at two schools is two."
    ),
    cohort="enrolments of pupils with SEND",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="Half-days of the school census, sent by schools",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.SEND, Level.NEED, Level.AGE_BAND, Level.ESTABLISHMENT, Level.DISTRICT, Level.PLACEMENT),
    periods=(Every.TERM, Every.ACADEMIC),
    disclosure="D3",
    caution="Academies send it by goodwill: a school that sent nothing is missing here, not nil.",
    gap_with="severe_absence_no_sen",
    goodwill=True,
)


def counts(t: Tables) -> Reached:
    r = t.sessions
    missed = r.authorised + r.unauthorised
    return Reached(
        r, on="term_on", who=("child", "urn"), top=missed, under=r.possible, at_least=0.5,
        among=r.send.isin(["EHC plan", "SEN support"]),
    )  # fmt: skip
