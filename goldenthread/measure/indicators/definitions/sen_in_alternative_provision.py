"""How many of those in alternative provision have special educational needs."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Count, Definition, Every, Level, Tables, Topic, Unit

definition = Definition(
    code="sen_in_alternative_provision",
    title="Pupils in alternative provision who have SEN",
    topic=Topic.SCHOOL,
    why_it_matters="Where most pupils sent out of their schools have SEN, their needs were not met there.",
    counted=(
        "Pupils of alternative provision with SEN support or an EHC plan ÷ pupils of alternative provision whose "
        "status is known, on the census day."
    ),
    cohort="pupils in alternative provision",
    unit=Unit.PERCENT,
    better=Better.NEUTRAL,
    source="Pupils on the school census, sent by schools",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.AGE_BAND, Level.ESTABLISHMENT, Level.DISTRICT),
    periods=(Every.DAY,),
    disclosure="D1",
    caution="Academies send it by goodwill: a school that sent nothing is missing here, not nil.",
    catalogue=("AT20",),
    goodwill=True,
)


def counts(t: Tables) -> Count:
    r = t.pupils
    supported = r.send.isin(["EHC plan", "SEN support"])
    return Count(r, on="census_on", met=supported, among=r.main & (r.placed == "ap") & r.send.notnull())
