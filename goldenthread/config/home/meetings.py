"""What meetings need: the next one, what was decided and waits, what was promised."""

from itertools import chain

from django.urls import reverse

from goldenthread.config.home.shapes import MOST, Line, Need
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.governance import reads as governance
from goldenthread.rules.calendar import format_date


def next_meeting(request: SignedInRequest) -> Need:
    planned = list(governance.next_meetings(request.area, request.today)[:MOST])
    lines = tuple(
        Line(one.body.name, reverse("governance:meeting", args=[one.pk]), f"{format_date(one.on)}. {one.place}".strip())
        for one in planned
    )
    more = Line("All meetings", reverse("governance:index"))
    return Need("Next meetings", len(planned), lines, "No meeting is planned.", more)


def decisions_waiting(request: SignedInRequest) -> Need:
    """Decisions that nobody has promised to carry out, and proofs that nobody has looked at."""
    waiting = governance.decisions_waiting(request.area, request.today)
    decided = (
        Line(one.words, reverse("governance:meeting", args=[one.meeting_id]), f"Decided: {one.meeting}.")
        for one in waiting.decisions
    )
    proved = (
        Line(one.title, reverse("governance:proof", args=[one.pk]), f"Proof of: {one.commitment}")
        for one in waiting.proofs
    )
    empty = "Every decision is somebody’s commitment, and every proof has been looked at."
    return Need("Decisions waiting", waiting.count, tuple(chain(decided, proved))[:MOST], empty)


def promised(request: SignedInRequest) -> Need:
    mine = governance.commitments_of(request.person, request.today)
    lines = tuple(
        Line(
            one.commitment.words,
            reverse("governance:commitment", args=[one.commitment.pk]),
            f"{one.state}; due {one.due}.",
        )
        for one in mine[:MOST]
    )
    return Need("What you promised", len(mine), lines, "You have made no promise at a meeting that is still open.")
