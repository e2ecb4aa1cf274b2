"""How much school pupils with an EHC plan miss."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Summed, Tables, Topic, Unit

definition = Definition(
    code="absence_ehc_plan",
    title="Absence of pupils with an EHC plan",
    topic=Topic.SCHOOL,
    why_it_matters="Absence is the first to say when the place that a plan names does not work.",
    counted="Half-days missed, with leave or without, ÷ half-days possible, of pupils with an EHC plan.",
    cohort="possible half-days of pupils with an EHC plan",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="Half-days of the school census, sent by schools",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND, Level.ESTABLISHMENT, Level.DISTRICT, Level.PLACEMENT),
    periods=(Every.TERM, Every.ACADEMIC),
    disclosure="D3",
    caution="Academies send it by goodwill: a school that sent nothing is missing here, not nil.",
    catalogue=("AT02",),
    gap_with="absence_no_sen",
    goodwill=True,
)


def counts(t: Tables) -> Summed:
    r = t.sessions
    missed = r.authorised + r.unauthorised
    return Summed(r, on="term_on", top=missed, under=r.possible, among=r.send == "EHC plan")
