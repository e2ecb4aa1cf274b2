"""A meeting is planned, its agenda and papers set, who came and what was said written down, and the minutes agreed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from hashlib import sha256

from django.db import transaction
from django.db.models import Max

from goldenthread.foundation.ledger.reads import JSON, Actor
from goldenthread.foundation.ui.words import day
from goldenthread.improve.governance.models import AgendaItem, Attendance, Body, Meeting, TabledPaper
from goldenthread.improve.governance.seen import seen as stamp

from .faults import CannotSave, ChangedSince
from .telling import tell


@dataclass(frozen=True, slots=True)
class Attended:
    name: str
    post: str = ""
    apologies: bool = False


@transaction.atomic
def plan_meeting(
    *, body: Body, meets_on: date, by: Actor, on: date, starts_at: time | None = None, place: str = ""
) -> Meeting:
    """A day that has passed is a meeting brought here afterwards. Raises CannotSave for a second one on a day."""
    _refuse_day(body, meets_on)
    meeting = Meeting.objects.create(body=body, on=meets_on, starts_at=starts_at, place=place)
    _tell("meeting planned", meeting, by, on, {"on": meets_on.isoformat()})
    return meeting


@transaction.atomic
def change_meeting(
    *,
    meeting: Meeting,
    meets_on: date,
    by: Actor,
    on: date,
    starts_at: time | None = None,
    place: str = "",
    seen: str | None = None,
) -> Meeting:
    """`seen` is the stamp of what the form was opened on. Raises CannotSave once minutes are agreed; ChangedSince."""
    held = _held(meeting)
    if seen is not None and seen != stamp(held):
        raise ChangedSince("this meeting")
    if meets_on != held.on:
        _refuse_day(held.body, meets_on)
        was_held = held.state == Meeting.State.HELD or held.decisions.exists() or held.commitments.exists()
        if was_held and meets_on > on:
            raise CannotSave("This meeting was held, so its day cannot be one that is still to come.")
    before, held.on, held.starts_at, held.place = held.on, meets_on, starts_at, place
    held.save(update_fields=["on", "starts_at", "place"])
    _tell("meeting changed", held, by, on, {"on": meets_on.isoformat(), "before": before.isoformat()})
    return held


def _refuse_day(body: Body, meets_on: date) -> None:
    if Meeting.objects.filter(body=body, on=meets_on).exists():
        raise CannotSave(f"{body.name} has a meeting on {day(meets_on)} already. Choose another day, or open that one.")


@transaction.atomic
def add_item(
    *,
    meeting: Meeting,
    title: str,
    by: Actor,
    on: date,
    purpose: str = AgendaItem.Purpose.DISCUSSION,
    presenter: str = "",
) -> AgendaItem:
    """At the end of the agenda. Raises CannotSave for a cancelled meeting, and once its minutes are agreed."""
    held = _held(meeting)
    if held.state == Meeting.State.CANCELLED:
        raise CannotSave("This meeting was cancelled. Put the item on the agenda of the next one.")
    number = (held.items.aggregate(last=Max("number"))["last"] or 0) + 1
    item = held.items.create(number=number, title=title, purpose=purpose, presenter=presenter)
    tell("agenda item added", item, area=held.body.area_id, by=by, on=on, detail={"meeting": held.pk})
    return item


@transaction.atomic
def table_paper(
    *,
    item: AgendaItem,
    title: str,
    by: Actor,
    on: date,
    address: str = "",
    words: str = "",
    captured_on: date | None = None,
) -> TabledPaper:
    """A citation as it stood on a day, with the hash of its words: it does not change when the document does.

    Raises CannotSave once the minutes are agreed.
    """
    meeting = _held(item.meeting)
    digest = sha256(words.encode()).hexdigest() if words else ""
    paper = item.papers.create(title=title, address=address, words=words, captured_on=captured_on or on, sha256=digest)
    detail: dict[str, JSON] = {"meeting": meeting.pk, "sha256": digest}
    tell("paper tabled", paper, area=meeting.body.area_id, by=by, on=on, detail=detail)
    return paper


@transaction.atomic
def record_attendance(*, meeting: Meeting, people: Sequence[Attended], by: Actor, on: date) -> list[Attendance]:
    """The whole list, in place of what was recorded. Raises CannotSave where a name stands twice."""
    held = _held(meeting)
    names = [one.name for one in people]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise CannotSave(f"{twice[0]} stands in the list twice. Take one away, or add what tells the two apart.")
    held.attendances.all().delete()
    made = Attendance.objects.bulk_create(
        Attendance(meeting=held, name=one.name, post=one.post, apologies=one.apologies) for one in people
    )
    present = sum(not one.apologies for one in people)
    _tell("attendance recorded", held, by, on, {"present": present, "apologies": len(people) - present})
    return made


@transaction.atomic
def write_minute(*, item: AgendaItem, minutes: str, by: Actor, on: date, seen: str | None = None) -> AgendaItem:
    """What was said under an item. Raises ChangedSince; CannotSave before the day, and once minutes are agreed."""
    meeting = _held(item.meeting)
    held = AgendaItem.objects.select_for_update().get(pk=item.pk)
    if seen is not None and seen != stamp(held):
        raise ChangedSince("these minutes")
    if meeting.on > on:
        raise CannotSave(f"The meeting is on {day(meeting.on)}, which is still to come. Write its minutes then.")
    held.minutes = minutes
    held.save(update_fields=["minutes"])
    tell("minutes written", held, area=meeting.body.area_id, by=by, on=on, detail={"meeting": meeting.pk})
    return held


@transaction.atomic
def hold_meeting(*, meeting: Meeting, by: Actor, on: date) -> Meeting:
    """Say that it was held. Raises CannotSave before its day."""
    held = _held(meeting)
    if held.on > on:
        raise CannotSave(f"The meeting is on {day(held.on)}, which is still to come. Say then that it was held.")
    held.state, held.why_cancelled = Meeting.State.HELD, ""
    held.save(update_fields=["state", "why_cancelled"])
    _tell("meeting held", held, by, on)
    return held


@transaction.atomic
def cancel_meeting(*, meeting: Meeting, because: str, by: Actor, on: date) -> Meeting:
    """Raises CannotSave without a reason, and for a meeting that decided or promised something."""
    held = _held(meeting)
    if not because.strip():
        raise CannotSave("Say why it was cancelled: those who were to come will ask.")
    if held.decisions.exists() or held.commitments.exists():
        raise CannotSave("This meeting decided something, so it was held. Nothing that was decided can be cancelled.")
    held.state, held.why_cancelled = Meeting.State.CANCELLED, because.strip()
    held.save(update_fields=["state", "why_cancelled"])
    _tell("meeting cancelled", held, by, on)
    return held


@transaction.atomic
def agree_minutes(*, meeting: Meeting, agreed_on: date, by: Actor, on: date) -> Meeting:
    """From then on the record of the meeting does not change. Raises CannotSave."""
    held = _held(meeting)
    if held.state != Meeting.State.HELD:
        raise CannotSave("Minutes are agreed of a meeting that was held. Say first that it was.")
    if not held.on < agreed_on <= on:
        raise CannotSave(f"Minutes are agreed after the meeting, which was on {day(held.on)}, and by today.")
    if not held.items.exclude(minutes="").exists():
        raise CannotSave("No minutes have been written yet, so there is nothing to agree.")
    held.minutes_agreed_on = agreed_on
    held.save(update_fields=["minutes_agreed_on"])
    _tell("minutes agreed", held, by, on, {"on": agreed_on.isoformat()})
    return held


def _held(meeting: Meeting) -> Meeting:
    """The meeting, held for this change. Raises CannotSave once its minutes are agreed."""
    held = Meeting.objects.select_for_update(of=("self",)).select_related("body__area").get(pk=meeting.pk)
    refuse_agreed(held)
    return held


def refuse_agreed(meeting: Meeting) -> None:
    """Raises CannotSave once the minutes are agreed."""
    if meeting.minutes_agreed_on:
        raise CannotSave(
            f"The minutes were agreed on {day(meeting.minutes_agreed_on)}, so the record of this meeting stands. "
            "Put a correction in the minutes of the next one."
        )


def _tell(what: str, meeting: Meeting, by: Actor, on: date, detail: dict[str, JSON] | None = None) -> None:
    tell(what, meeting, area=meeting.body.area_id, by=by, on=on, detail=detail)
