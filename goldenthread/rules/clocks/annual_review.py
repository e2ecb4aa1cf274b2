"""After a review meeting: four weeks to decide, eight from the notice to finish, twelve at the very most."""

from datetime import date

from goldenthread.rules import statute
from goldenthread.rules.clocks.clock import Clock, within

MEETING = "the review meeting"
FINAL = "Send the amended plan, or say that it will not be amended"


def review_decision_clock(meeting_on: date, decided_on: date | None = None) -> Clock:
    """If the plan will be amended, the notice and the proposed amendments are due by the same day."""
    return within(
        statute.REVIEW_DECISION,
        "Decide whether to keep, amend or end the plan, and tell the family",
        meeting_on,
        MEETING,
        done_on=decided_on,
    )


def amended_plan_clock(meeting_on: date, notice_on: date | None = None, finalised_on: date | None = None) -> Clock:
    """Eight weeks from the notice of amendment, and never later than twelve from the meeting.

    Raises ValueError if the notice is earlier than the meeting.
    """
    latest = within(statute.REVIEW_FINAL_FROM_MEETING, FINAL, meeting_on, MEETING, done_on=finalised_on)
    if notice_on is None:
        return latest
    if notice_on < meeting_on:
        raise ValueError("The notice of amendment is dated before the review meeting. Check the two dates.")
    from_notice = within(
        statute.REVIEW_FINAL_FROM_NOTICE, FINAL, notice_on, "the notice of amendment sent", done_on=finalised_on
    )
    return min(from_notice, latest, key=lambda clock: clock.due_on)
