"""What a meeting decided, in numbered words."""

from datetime import date

from django.db import transaction
from django.db.models import Max

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.ui.words import day
from goldenthread.improve.governance.models import AgendaItem, Decision, Meeting

from .faults import CannotSave
from .meetings import refuse_agreed
from .telling import tell


@transaction.atomic
def decide(
    *, meeting: Meeting, words: str, by: Actor, on: date, item: AgendaItem | None = None, to_do: bool = True
) -> Decision:
    """`to_do`: somebody must act, so that it waits to become a commitment. Numbered within the meeting.

    Raises CannotSave before the day, for a cancelled meeting, for another meeting's item, once minutes are agreed.
    """
    held = Meeting.objects.select_for_update(of=("self",)).select_related("body").get(pk=meeting.pk)
    refuse_agreed(held)
    refuse_unheld(held, on)
    if item is not None and item.meeting_id != held.pk:
        raise CannotSave("That item is on the agenda of another meeting. Choose one of this meeting’s.")
    number = (held.decisions.aggregate(last=Max("number"))["last"] or 0) + 1
    decision = held.decisions.create(item=item, number=number, words=words, to_do=to_do)
    tell("decision recorded", decision, area=held.body.area_id, by=by, on=on, detail={"meeting": held.pk})
    return decision


def refuse_unheld(meeting: Meeting, on: date) -> None:
    """Raises CannotSave for a meeting that has not come, or was cancelled: it can neither decide nor promise."""
    if meeting.on > on:
        raise CannotSave(f"The meeting is on {day(meeting.on)}, which is still to come. Nothing was said there yet.")
    if meeting.state == Meeting.State.CANCELLED:
        raise CannotSave("This meeting was cancelled, so nothing was said there.")
