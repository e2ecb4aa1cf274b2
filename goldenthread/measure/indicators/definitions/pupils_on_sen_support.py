"""How many pupils have SEN support."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Count, Definition, Every, Level, Tables, Topic, Unit

definition = Definition(
    code="pupils_on_sen_support",
    title="Pupils on SEN support",
    topic=Topic.PLANS,
    why_it_matters="Help without a plan is where most children are met, or are not.",
    counted=("Pupils with SEN support ÷ pupils whose status is known, by sole or main registration on the census day."),
    cohort="pupils on roll",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="Pupils on the school census, sent by schools",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.AGE_BAND, Level.ESTABLISHMENT, Level.DISTRICT, Level.PLACEMENT),
    periods=(Every.DAY,),
    disclosure="D3",
    caution=(
        "Academies send it by goodwill: a school that sent nothing is missing here, not nil. The national figure "
        "includes independent schools, which send none."
    ),
    catalogue=("ID02",),
    published="SEN_TotSENSuP",
    goodwill=True,
)


def counts(t: Tables) -> Count:
    r = t.pupils
    return Count(r, on="census_on", met=r.send == "SEN support", among=r.main & r.send.notnull())
