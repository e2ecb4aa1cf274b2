"""Whether treatment begins, not only assessment."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic, Unit

definition = Definition(
    code="mental_health_second_contact_in_4_weeks",
    title="Mental health referrals with a second contact within 4 weeks",
    topic=Topic.HEALTH,
    why_it_matters="The first contact often only assesses; help begins with the second.",
    counted=(
        "Referrals of people under 18 with a second contact within four weeks of the referral ÷ referrals "
        "with a second contact in the month."
    ),
    cohort="referrals with a second contact",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Integrated care board, Mental Health Services Data Set",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA,),
    periods=(Every.MONTH,),
    supply=Supply.PARTNER,
    disclosure="D5",
    caution=(
        "Written from knowledge of the national definition: check it against the handbook of the year before "
        "it is used. Those never seen a second time are not in it."
    ),
    catalogue=("HE07",),
    needs=(
        "To be agreed and signed by the integrated care board and the trust: which referrals count, and "
        "whether a contact by telephone does. Then one row a month."
    ),
    agreed=False,
)
