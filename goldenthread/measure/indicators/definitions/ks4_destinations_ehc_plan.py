"""Whether the place after school held."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="ks4_destinations_ehc_plan",
    title="Sustained place after year 11, pupils with an EHC plan",
    topic=Topic.ADULTHOOD,
    why_it_matters="A place that is lost by Christmas was no place.",
    counted=(
        "Pupils with an EHC plan who stayed two terms in education, work or training after key stage 4 ÷ "
        "pupils with an EHC plan who finished it, special schools among them."
    ),
    cohort="pupils with an EHC plan who finished key stage 4",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Destination measures (Department for Education)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.ACADEMIC,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    caution="The year is that in which they had left: two years before it is published.",
    catalogue=("PA01",),
    published="SusEdOverall_SEN_Stat_incSpec",
    gap_with="ks4_destinations_no_sen",
)
