"""Whether the place after school held."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="ks4_destinations_sen_support",
    title="Sustained place after year 11, pupils on SEN support",
    topic=Topic.ADULTHOOD,
    why_it_matters="A place that is lost by Christmas was no place.",
    counted=(
        "Pupils on SEN support who stayed two terms in education, work or training after key stage 4 ÷ pupils "
        "on SEN support who finished it, special schools among them."
    ),
    cohort="pupils on SEN support who finished key stage 4",
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
    catalogue=("PA02",),
    published="SusEdOverall_SEN_NoStat_incSpec",
    gap_with="ks4_destinations_no_sen",
)
