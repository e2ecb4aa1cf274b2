"""Meetings, with who came, what stood on the agenda, which papers lay there, and what was decided."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, TypeVar

from django.db.models import Model

from goldenthread.improve.governance.models import AgendaItem, Attendance, Decision, Meeting, TabledPaper
from goldenthread.improve.governance.reading.lines import Line

from .desk import Desk

M = TypeVar("M", bound=Model)


def merge_meetings(desk: Desk) -> None:
    for line in desk.content.of("Meetings"):
        body = desk.body(line, "body", Meeting)
        if body is None:
            continue
        key = (body.pk, line["date"])
        held = desk.meetings.get(key)
        said = _of_meeting(desk, line, held)
        if held and held.pk in desk.sealed and any(getattr(held, name) != value for name, value in said.items()):
            desk.stays(line, "The minutes of this meeting were agreed", held.minutes_agreed_on or held.on)
            said = {}
        desk.meetings[key] = desk.keeper.keep(Meeting, held, {"body": body, "on": line["date"]}, said)


def _of_meeting(desk: Desk, line: Line, held: Meeting | None) -> dict[str, Any]:
    said = line.given("place", "state", "why_cancelled", "minutes_agreed_on")
    if line["time"]:
        said["starts_at"] = line["time"]
    if said.get("state") == Meeting.State.HELD and line["date"] > desk.on:
        desk.ask(line, "The day of this meeting is still to come, so it was not held. It is taken as planned.", "state")
        said["state"] = Meeting.State.PLANNED
    if held and held.state != Meeting.State.PLANNED and said.get("state") == Meeting.State.PLANNED:
        del said["state"]  # it has been held or cancelled since the file was written
    agreed = said.get("minutes_agreed_on")
    state = said.get("state", held.state if held else Meeting.State.PLANNED)
    if agreed and not (line["date"] < agreed <= desk.on and state == Meeting.State.HELD):
        message = "Minutes are agreed of a meeting that was held, after it, and by today. The day is left out."
        desk.ask(line, message, "minutes_agreed_on")
        del said["minutes_agreed_on"]
    return said


def merge_attendance(desk: Desk) -> None:
    rows = Attendance.objects.filter(meeting__body__area=desk.area)
    held = {(one.meeting_id, one.name.casefold()): one for one in rows}
    for line in desk.content.of("Attendance"):
        if meeting := desk.meeting(line, Attendance):
            key = (meeting.pk, line["name"].casefold())
            row = _record(desk, line, meeting, Attendance, held.get(key), {"name": line["name"]},
                          line.given("post", "apologies"))  # fmt: skip
            held |= {key: row} if row else {}


def merge_agenda(desk: Desk) -> None:
    rows = AgendaItem.objects.filter(meeting__body__area=desk.area)
    held = {(one.meeting_id, one.number): one for one in rows}
    for line in desk.content.of("Agenda"):
        meeting = desk.meeting(line, AgendaItem)
        if meeting is None:
            continue
        number = line["number"] or _number(held, meeting, line["title"])
        said = line.given("title", "purpose", "presenter", "minutes")
        if line["minutes"] and meeting.on > desk.on:
            desk.ask(line, "The meeting is still to come, so it has no minutes yet. They are left out.", "minutes")
            del said["minutes"]
        item = _record(desk, line, meeting, AgendaItem, held.get((meeting.pk, number)), {"number": number}, said)
        held |= {(meeting.pk, number): item} if item else {}


def _number(held: Mapping[tuple[int, int], AgendaItem], meeting: Meeting, title: str) -> int:
    """Of an item that gives none: that of the item with its title, else the next."""
    mine = [item for (key, _), item in held.items() if key == meeting.pk]
    same = next((item.number for item in mine if item.title.casefold() == title.casefold()), 0)
    return same or max((item.number for item in mine), default=0) + 1


def merge_papers(desk: Desk) -> None:
    items = AgendaItem.objects.filter(meeting__body__area=desk.area)
    agenda = {(item.meeting_id, item.number): item for item in items}
    papers = TabledPaper.objects.filter(item__meeting__body__area=desk.area)
    held = {(one.item_id, one.title): one for one in papers}
    for line in desk.content.of("Papers"):
        meeting = desk.meeting(line, TabledPaper)
        item = agenda.get((meeting.pk, line["number"])) if meeting else None
        if meeting is None or item is None:
            if meeting:
                message = f"The agenda of that meeting has no item {line['number']}. The row is kept aside."
                desk.leave(line, TabledPaper, message, "number", "Correct the number, or list the item.")
            continue
        said = line.given("address", "words", "captured_on")
        if line["words"]:
            said["sha256"] = sha256(line["words"].encode()).hexdigest()
        row = held.get((item.pk, line["title"]))
        first = {} if row else {"captured_on": min(meeting.on, desk.on)}
        kept = _record(desk, line, meeting, TabledPaper, row, {"title": line["title"]}, first | said, item=item)
        held |= {(item.pk, line["title"]): kept} if kept else {}


def merge_decisions(desk: Desk) -> None:
    items = AgendaItem.objects.filter(meeting__body__area=desk.area)
    agenda = {(item.meeting_id, item.number): item for item in items}
    held = {(one.meeting_id, one.number): one for one in Decision.objects.filter(meeting__body__area=desk.area)}
    for line in desk.content.of("Decisions"):
        meeting = desk.meeting(line, Decision)
        if meeting is None:
            continue
        if meeting.on > desk.on or meeting.state == Meeting.State.CANCELLED:
            message = "This meeting has not been held, so it decided nothing. The row is kept aside."
            desk.leave(line, Decision, message, "date", "Correct the day, or say that the meeting was held.")
            continue
        mine = {number: one for (key, number), one in held.items() if key == meeting.pk}
        same = (number for number, one in mine.items() if one.words == line["decision"])
        number = line["number"] or next(same, max(mine, default=0) + 1)
        said = {"words": line["decision"]} | line.given("to_do")
        if item := agenda.get((meeting.pk, line["item"])):
            said["item"] = item
        row = _record(desk, line, meeting, Decision, mine.get(number), {"number": number}, said)
        held |= {(meeting.pk, number): row} if row else {}


def _record(
    desk: Desk,
    line: Line,
    meeting: Meeting,
    model: type[M],
    held: M | None,
    key: Mapping[str, Any],
    said: Mapping[str, Any],
    **under: Model,
) -> M | None:
    """Part of the record of a meeting, which does not change once its minutes are agreed."""
    differs = held is None or any(getattr(held, name) != value for name, value in said.items())
    if differs and meeting.pk in desk.sealed and meeting.minutes_agreed_on:
        desk.stays(line, "The minutes of this meeting were agreed", meeting.minutes_agreed_on)
        return held
    return desk.keeper.keep(model, held, {**(under or {"meeting": meeting}), **key}, said)
