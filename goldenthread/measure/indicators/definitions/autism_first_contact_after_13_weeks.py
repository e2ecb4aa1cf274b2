"""How long children wait to be assessed for autism, as the NHS publishes it."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="autism_first_contact_after_13_weeks",
    title="Autism referrals seen first after 13 weeks (national)",
    topic=Topic.HEALTH,
    why_it_matters="It is what the area’s own waits for autism are read beside.",
    counted=(
        "Referrals for suspected autism whose first appointment came after more than 13 weeks ÷ referrals "
        "with a first appointment, under 18, by age."
    ),
    cohort="referrals with a first appointment",
    unit=Unit.PERCENT,
    better=Better.LOWER,
    source="Autism statistics (NHS England)",
    review_by=date(2027, 9, 1),
    levels=(Level.AGE_BAND,),
    periods=(Every.MONTH,),
    supply=Supply.PUBLISHED,
    disclosure="D0",
    lag_days=180,
    never_without="autism_referrals_open_over_13_weeks",
    caution="For England only. Those still waiting are not in it. The method changed in September 2023.",
    catalogue=("HE04",),
)
