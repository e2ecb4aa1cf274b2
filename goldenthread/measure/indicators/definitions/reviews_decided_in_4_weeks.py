"""Whether a review leads to a decision while it is still fresh."""

from datetime import date

from goldenthread.measure.indicators.definition import Better, Definition, Happened, Level, Tables, Topic, Unit

definition = Definition(
    code="reviews_decided_in_4_weeks",
    title="Annual review decisions sent within 4 weeks of the meeting",
    topic=Topic.WAITING,
    why_it_matters="A plan that is not decided on after its review goes stale, and the family cannot appeal.",
    counted="Decisions sent within 28 days of the review meeting ÷ decisions sent in the period.",
    cohort="annual review decisions sent",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="SEN2 module 5: ReviewMeeting, LastReview; SEND Regulations 2014, reg. 20(10)",
    review_by=date(2027, 9, 1),
    catalogue=("ID20",),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND, Level.PLACEMENT),
    never_without="reviews_held_in_12_months",  # of a review that was not held there is no decision to be late
)


def counts(t: Tables) -> Happened:
    in_time = t.reviews.decided_on.delta(t.reviews.meeting_on, unit="day") <= 28
    return Happened(t.reviews, on="decided_on", met=in_time)
