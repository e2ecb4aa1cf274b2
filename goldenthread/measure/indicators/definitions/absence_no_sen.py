"""How much school pupils without SEN miss."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Summed, Tables, Topic, Unit

definition = Definition(
    code="absence_no_sen",
    title="Absence of pupils without SEN",
    topic=Topic.SCHOOL,
    why_it_matters="What the absence of pupils with SEN is measured against, from the same registers.",
    counted="Half-days missed, with leave or without, ÷ half-days possible, of pupils without SEN.",
    cohort="possible half-days of pupils without SEN",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="Half-days of the school census, sent by schools",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.AGE_BAND, Level.ESTABLISHMENT, Level.DISTRICT, Level.PLACEMENT),
    periods=(Every.TERM, Every.ACADEMIC),
    disclosure="D3",
    caution="Academies send it by goodwill: a school that sent nothing is missing here, not nil.",
    catalogue=("AT04",),
    goodwill=True,
)


def counts(t: Tables) -> Summed:
    r = t.sessions
    missed = r.authorised + r.unauthorised
    return Summed(r, on="term_on", top=missed, under=r.possible, among=r.send == "no SEN")
