"""A body is set up, its seats are filled and emptied, and it comes to report to another."""

from collections import deque
from datetime import date

from django.db import transaction

from goldenthread.foundation.ledger.reads import JSON, Actor
from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.foundation.ui.words import day
from goldenthread.improve.governance.models import Body, ReportingLine, Rhythm, Seat
from goldenthread.improve.governance.seen import seen as stamp

from .faults import CannotSave, ChangedSince
from .telling import tell


@transaction.atomic
def add_body(
    *,
    area: LocalArea,
    name: str,
    by: Actor,
    on: date,
    kind: str = Body.Kind.BOARD,
    rhythm: str = Rhythm.MONTHLY,
    purpose: str = "",
    workstream: str = "",
) -> Body:
    """Raises CannotSave where the area has a body of that name."""
    _refuse_name(area, name)
    body = Body.objects.create(area=area, name=name, kind=kind, rhythm=rhythm, purpose=purpose, workstream=workstream)
    tell("body added", body, area=area.pk, by=by, on=on, detail={"kind": kind, "rhythm": rhythm})
    return body


@transaction.atomic
def change_body(
    *,
    body: Body,
    name: str,
    kind: str,
    rhythm: str,
    by: Actor,
    on: date,
    purpose: str = "",
    workstream: str = "",
    seen: str | None = None,
) -> Body:
    """`seen` is the stamp of what the form was opened on. Raises CannotSave for another body's name; ChangedSince."""
    held = Body.objects.select_for_update().get(pk=body.pk)
    if seen is not None and seen != stamp(held):
        raise ChangedSince("this body")
    if name != held.name:
        _refuse_name(held.area, name)
    held.name, held.kind, held.rhythm, held.purpose, held.workstream = name, kind, rhythm, purpose, workstream
    held.save()
    tell("body changed", held, area=held.area_id, by=by, on=on, detail={"kind": kind, "rhythm": rhythm})
    return held


def _refuse_name(area: LocalArea, name: str) -> None:
    if Body.objects.filter(area=area, name=name).exists():
        raise CannotSave(f"{area.name} has a body called “{name}” already. Choose another name, or open that body.")


@transaction.atomic
def fill_seat(
    *,
    body: Body,
    by: Actor,
    on: date,
    person: Person | None = None,
    name: str = "",
    post: str = "",
    organisation: str = "",
    chairs: bool = False,
    from_on: date | None = None,
) -> Seat:
    """A person of the area, or somebody by name; of a person, whatever is not given is taken from their record.

    Raises CannotSave without either, or where they sit on the body already.
    """
    name = name or (person.name if person else "")
    if not name:
        raise CannotSave("Say who sits here: choose somebody, or write their name.")
    same = body.seats.filter(until_on=None)
    if (same.filter(person=person) if person else same.filter(name=name)).exists():
        raise CannotSave(f"{name} has a seat on {body.name} already. End that one first, if it has changed.")
    if person:
        post = post or person.post
        organisation = organisation or (person.organisation.name if person.organisation else "")
    seat = Seat.objects.create(
        body=body, person=person, name=name, post=post, organisation=organisation, chairs=chairs, from_on=from_on
    )
    tell("seat filled", seat, area=body.area_id, by=by, on=on, detail={"body": body.pk, "chairs": chairs})
    return seat


@transaction.atomic
def end_seat(*, seat: Seat, until_on: date, by: Actor, on: date) -> Seat:
    """`until_on` is the last day. The seat is kept among the past ones. Raises CannotSave."""
    held = Seat.objects.select_for_update().get(pk=seat.pk)
    if held.until_on is not None:
        raise CannotSave(f"This seat ended on {day(held.until_on)} already.")
    if seat.from_on and until_on < seat.from_on:
        raise CannotSave(f"{seat.name} took the seat on {day(seat.from_on)}: choose a last day that is not before it.")
    seat.until_on = until_on
    seat.save(update_fields=["until_on"])
    tell("seat ended", seat, area=seat.body.area_id, by=by, on=on, detail={"until": until_on.isoformat()})
    return seat


@transaction.atomic
def draw_line(*, lower: Body, upper: Body, by: Actor, on: date, about: str = "") -> ReportingLine:
    """`lower` reports to `upper`. Raises CannotSave for another area's body, for a line that is there, for a ring."""
    if lower.area_id != upper.area_id:
        raise CannotSave("A body reports to one of its own area. Set the other up here first, as a body outside it.")
    if lower.pk == upper.pk:
        raise CannotSave(f"{lower.name} cannot report to itself. Choose another body.")
    if ReportingLine.objects.filter(lower=lower, upper=upper).exists():
        raise CannotSave(f"{lower.name} reports to {upper.name} already.")
    way = _way_up(upper, lower)
    if way:
        through = f", through {', then '.join(way[1:-1])}" if way[1:-1] else ""
        raise CannotSave(
            f"{upper.name} reports to {lower.name} already{through}: they would report to each other in a ring, and "
            "nobody would be at the top. Remove that line first, if it is the wrong one."
        )
    line = ReportingLine.objects.create(lower=lower, upper=upper, about=about)
    tell("reporting line drawn", line, area=lower.area_id, by=by, on=on, detail={"from": lower.pk, "to": upper.pk})
    return line


@transaction.atomic
def remove_line(*, line: ReportingLine, by: Actor, on: date) -> None:
    ends: dict[str, JSON] = {"from": line.lower_id, "to": line.upper_id}
    tell("reporting line removed", line, area=line.lower.area_id, by=by, on=on, detail=ends)
    line.delete()


def _way_up(start: Body, goal: Body) -> list[str]:
    """Names from one body up to another along the lines; empty where no way leads there."""
    lines = ReportingLine.objects.filter(lower__area=start.area_id).select_related("upper")
    above: dict[int, list[Body]] = {}
    for line in lines:
        above.setdefault(line.lower_id, []).append(line.upper)
    ways, reached = deque([(start, [start.name])]), {start.pk}
    while ways:
        body, names = ways.popleft()
        if body.pk == goal.pk:
            return names
        for upper in above.get(body.pk, ()):
            if upper.pk not in reached:
                reached.add(upper.pk)
                ways.append((upper, [*names, upper.name]))
    return []
