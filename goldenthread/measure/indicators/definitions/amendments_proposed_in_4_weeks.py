"""The first half of an amended plan's time."""

from datetime import date, timedelta

from goldenthread.measure.indicators.definition import Better, Definition, Happened, Level, Tables, Topic, Unit

ASKED_SINCE = date(2025, 1, 1)  # the return of 2026, about 2025, was the first to ask when changes were proposed

definition = Definition(
    code="amendments_proposed_in_4_weeks",
    title="Changes to a plan proposed within 4 weeks of the review meeting",
    topic=Topic.PLANS,
    why_it_matters=(
        "A decision to amend is worth nothing to a family until it can read what is to change; the notice and the "
        "proposed changes must come together."
    ),
    counted=(
        "Reviews whose proposed changes were sent within 28 days of the meeting ÷ decisions to amend sent in the "
        "period. Meetings before 2025 are left out, and those still within their 28 days with nothing sent."
    ),
    cohort="decisions to amend a plan",
    unit=Unit.PERCENT,
    better=Better.HIGHER,
    source="SEN2 module 5: ReviewMeeting, ReviewOutcome, ReviewDraft; SEND Regulations 2014, regs. 20(10) and 22(2)",
    review_by=date(2027, 9, 1),
    levels=(Level.AREA, Level.NEED, Level.AGE_BAND, Level.PLACEMENT),
    caution="A decision without a day on which the changes were sent counts as not in time: look whether it was typed.",
)


def counts(t: Tables) -> Happened:
    r = t.reviews
    over = r.meeting_on < t.as_at - timedelta(days=28)
    told = (r.decision == "A") & (r.meeting_on >= ASKED_SINCE) & (r.draft_on.notnull() | over)
    return Happened(r, on="decided_on", met=r.draft_on.delta(r.meeting_on, unit="day") <= 28, among=told)
