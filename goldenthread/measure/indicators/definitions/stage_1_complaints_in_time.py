"""Whether a family that complains is answered."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Happened, Tables, Topic, Unit
from goldenthread.measure.indicators.periods import last_ripe_month

WITHIN = 28  # days: 20 working days where no bank holiday falls among them

definition = Definition(
    code="stage_1_complaints_in_time",
    title="First complaints answered within 4 weeks",
    topic=Topic.DISAGREEMENT,
    why_it_matters=(
        "Most families who complain have tried everything else. An answer in time can mend things; none sends them to "
        "the ombudsman or the tribunal."
    ),
    counted=(
        "Stage 1 complaints answered within 28 days ÷ stage 1 complaints received in the period, answered or not, so "
        "that leaving one unanswered does not improve the figure."
    ),
    cohort="stage 1 complaints received, of months wholly 4 weeks past",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="Council, register of complaints about support for children with SEND",
    review_by=date(2027, 9, 1),
    catalogue=("DR09",),
    lag_days=90,
    caution=(
        "Four weeks stand for 20 working days, so where a bank holiday falls among them the last days are judged a "
        "little too hard. Where the council’s own limit is 10 working days, this is kinder than its policy."
    ),
    needs="The council’s own time limit for a first answer, to be agreed as the measure’s",
    agreed=False,
)


def counts(t: Tables) -> Happened:
    c = t.complaints
    first = (c.stage == 1) & (c.received_on <= last_ripe_month(t.as_at, WITHIN))
    in_time = c.responded_on.delta(c.received_on, unit="day") <= WITHIN
    return Happened(c, on="received_on", met=in_time, among=first)
