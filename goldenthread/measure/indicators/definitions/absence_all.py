"""How much school all pupils miss."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Summed, Tables, Topic, Unit

definition = Definition(
    code="absence_all",
    title="Absence of all pupils",
    topic=Topic.SCHOOL,
    why_it_matters="A child who is not there cannot be taught, and is often not well or not safe.",
    counted="Half-days missed, with leave or without, ÷ half-days possible, of all pupils.",
    cohort="possible half-days of all pupils",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="Half-days of the school census, sent by schools",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.SEND, Level.AGE_BAND, Level.ESTABLISHMENT, Level.DISTRICT, Level.PLACEMENT),
    periods=(Every.TERM, Every.ACADEMIC),
    disclosure="D3",
    caution="Academies send it by goodwill: a school that sent nothing is missing here, not nil.",
    catalogue=("AT01",),
    published="TotAbs",
    goodwill=True,
)


def counts(t: Tables) -> Summed:
    r = t.sessions
    missed = r.authorised + r.unauthorised
    return Summed(r, on="term_on", top=missed, under=r.possible)
