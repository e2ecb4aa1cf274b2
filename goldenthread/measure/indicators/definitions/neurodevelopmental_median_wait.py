"""How long an assessment takes to come to an end."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="neurodevelopmental_median_wait",
    title="Weeks waited for a neurodevelopmental assessment (the middle one)",
    topic=Topic.HEALTH,
    why_it_matters="Families ask how long it will be; the middle wait is the honest answer.",
    counted=(
        "The middle number of weeks from referral to the end of the assessment, of assessments completed in the month."
    ),
    cohort="assessments completed",
    unit=Unit.WEEKS,
    better=Better.LOWER,
    source="Integrated care board, local data set",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.MONTH,),
    supply=Supply.PARTNER,
    disclosure="D5",
    never_without="autism_referrals_open_over_13_weeks",
    caution=(
        "Only those whose wait has ended are in it, so it is never read without those still waiting. By age "
        "it is not shown: rule D5 shows the whole area only."
    ),
    catalogue=("HE05",),
    needs=(
        "To be agreed and signed by the integrated care board and the parent carer forum: from which day a "
        "wait runs, and what ends it. Then one row a month: the middle wait in “value”, the number of "
        "assessments in “denominator”."
    ),
    agreed=False,
)
