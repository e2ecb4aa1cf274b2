"""Whether a review that changes something changes it in time."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Level, Supply, Topic, Unit

definition = Definition(
    code="amended_plans_in_12_weeks",
    title="Amended final plans sent within 12 weeks of the review meeting",
    topic=Topic.PLANS,
    why_it_matters=(
        "The review agreed that the help must change. Until the amended plan is final, the old one is all that anybody "
        "is bound by, and the family cannot appeal against its contents."
    ),
    counted=(
        "Amended final plans sent within 84 days of the review meeting ÷ reviews that ended in a decision to amend, "
        "by the month of the meeting."
    ),
    cohort="reviews that ended in a decision to amend",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Council, EHC plan service’s case system; SEND Regulations 2014, regs. 20(10) and 22(3) and (4)",
    review_by=date(2027, 9, 1),
    catalogue=("ID21",),
    levels=(Level.AREA,),
    supply=Supply.PARTNER,
    lag_days=120,
    never_without="amendments_proposed_in_4_weeks",
    caution=(
        "The courts read the two limits together: four weeks to send the changes proposed, eight more to the final "
        "plan (R (L, M and P) v Devon, 2022)."
    ),
    needs=(
        "To be agreed and signed by the EHC plan service: the return has the day on which changes were proposed, not "
        "the day of the amended final plan, so the service must count it. Then one row a month for the area."
    ),
    agreed=False,
)
