"""How many children first meet the police as offenders."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="first_time_entrants",
    title="First-time entrants to the youth justice system",
    topic=Topic.CARE,
    why_it_matters="The first caution is where a child is caught, or lost.",
    counted="Children of 10 to 17 first cautioned or sentenced in the year ÷ children of 10 to 17 × 100,000.",
    cohort="children of 10 to 17",
    unit=Unit.PER_100_000,
    better=Better.LOWER,
    source="Youth justice statistics (Ministry of Justice)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.YEAR,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=540,
    caution=(
        "England’s figure is wrong in the table that areas are read from, and is left out: take it from the "
        "official release. Written from knowledge of the national definition: check it against the handbook "
        "of the year before it is used."
    ),
    catalogue=("YJ02",),
    published="FirstYJS",
)
