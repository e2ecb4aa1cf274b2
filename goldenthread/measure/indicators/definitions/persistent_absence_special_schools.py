"""Of pupils of special schools, how many miss a tenth of school or more."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Reached, Tables, Topic, Unit

definition = Definition(
    code="persistent_absence_special_schools",
    title="Persistent absence in special schools",
    topic=Topic.SCHOOL,
    why_it_matters=("Illness explains some of it, and transport, and places that do not fit: each school knows which."),
    counted=(
        "Enrolments of pupils of special schools that missed a tenth or more of their own possible half-days ÷ "
        "enrolments with any possible half-day. A pupil at two schools is two."
    ),
    cohort="enrolments of pupils of special schools",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="Half-days of the school census, sent by schools",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND, Level.ESTABLISHMENT, Level.DISTRICT),
    periods=(Every.TERM, Every.ACADEMIC),
    disclosure="D3",
    caution="Academies send it by goodwill: a school that sent nothing is missing here, not nil.",
    catalogue=("AT08",),
    published="SpecPerAbNew",
    gap_with="persistent_absence_all",
    goodwill=True,
)


def counts(t: Tables) -> Reached:
    r = t.sessions
    missed = r.authorised + r.unauthorised
    return Reached(
        r, on="term_on", who=("child", "urn"), top=missed, under=r.possible, at_least=0.1, among=r.placed == "special"
    )
