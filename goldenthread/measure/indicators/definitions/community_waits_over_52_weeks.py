"""Who has waited over a year, as the NHS publishes it."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="community_waits_over_52_weeks",
    title="Children waiting over 52 weeks for community health services (national)",
    topic=Topic.HEALTH,
    why_it_matters="It is what the area’s own longest waits are read beside.",
    counted="Children waiting more than 52 weeks ÷ children waiting, for each service, at the end of the month.",
    cohort="children waiting",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="Community health services situation report (NHS England)",
    review_by=date(2027, 9, 1),
    levels=(Level.SERVICE,),
    periods=(Every.MONTH,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=180,
    never_without="community_waits_over_18_weeks",
    caution="For England and the NHS’s regions only. The number of trusts that report changes from month to month.",
    catalogue=("HE03",),
)
