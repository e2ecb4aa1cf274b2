"""How much school pupils on SEN support miss."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Summed, Tables, Topic, Unit

definition = Definition(
    code="absence_sen_support",
    title="Absence of pupils on SEN support",
    topic=Topic.SCHOOL,
    why_it_matters="Absence is often the first sign of need that help has not met.",
    counted="Half-days missed, with leave or without, ÷ half-days possible, of pupils on SEN support.",
    cohort="possible half-days of pupils on SEN support",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="Half-days of the school census, sent by schools",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND, Level.ESTABLISHMENT, Level.DISTRICT, Level.PLACEMENT),
    periods=(Every.TERM, Every.ACADEMIC),
    disclosure="D3",
    caution="Academies send it by goodwill: a school that sent nothing is missing here, not nil.",
    catalogue=("AT03",),
    gap_with="absence_no_sen",
    goodwill=True,
)


def counts(t: Tables) -> Summed:
    r = t.sessions
    missed = r.authorised + r.unauthorised
    return Summed(r, on="term_on", top=missed, under=r.possible, among=r.send == "SEN support")
