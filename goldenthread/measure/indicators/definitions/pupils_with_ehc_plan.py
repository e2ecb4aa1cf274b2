"""How many pupils have an EHC plan."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Count, Definition, Every, Level, Tables, Topic, Unit

definition = Definition(
    code="pupils_with_ehc_plan",
    title="Pupils with an EHC plan",
    topic=Topic.PLANS,
    why_it_matters="Says how much need schools meet under a plan, and how that differs from place to place.",
    counted=("Pupils with an EHC plan ÷ pupils whose status is known, by sole or main registration on the census day."),
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
    catalogue=("ID01",),
    published="SEN_TotStat",
    goodwill=True,
)


def counts(t: Tables) -> Count:
    r = t.pupils
    return Count(r, on="census_on", met=r.send == "EHC plan", among=r.main & r.send.notnull())
