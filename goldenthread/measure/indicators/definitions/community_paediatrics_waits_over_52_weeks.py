"""Who has waited over a year to see a paediatrician."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="community_paediatrics_waits_over_52_weeks",
    title="Children waiting over 52 weeks for community paediatrics",
    topic=Topic.HEALTH,
    why_it_matters="A year is a fifth of the life of a child of five.",
    counted=(
        "Children waiting more than 52 weeks for community paediatrics ÷ children waiting for it, at the end "
        "of the month."
    ),
    cohort="children waiting for community paediatrics",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="NHS trust, community waiting list",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.MONTH,),
    supply=Supply.PARTNER,
    disclosure="D5",
    never_without="community_paediatrics_waits_over_18_weeks",
    catalogue=("HE03",),
    needs="The NHS trust sends one row a month, as it counts for the national community health services return.",
)
