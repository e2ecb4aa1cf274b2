"""Who meets, who reports to whom, and who sits where."""

from goldenthread.improve.governance.models import Body, ReportingLine, Seat
from goldenthread.improve.governance.reading.lines import Line

from .desk import Desk, names_in, plain


def merge_bodies(desk: Desk) -> None:
    lines = desk.content.of("Bodies")
    for line in lines:
        name = line["name"]
        held = desk.bodies.get(plain(name))
        body = desk.keeper.keep(
            Body, held, {"area": desk.area, "name": name}, line.given("kind", "purpose", "rhythm", "workstream")
        )
        desk.bodies[plain(name)] = body
    held_lines = {(one.lower_id, one.upper_id): one for one in ReportingLine.objects.filter(lower__area=desk.area)}
    for line in lines:
        for name in names_in(line.text("reports_to")):
            _draw(desk, line, name, held_lines)


def _draw(desk: Desk, line: Line, name: str, held: dict[tuple[int, int], ReportingLine]) -> None:
    lower, upper = desk.bodies[plain(line["name"])], desk.bodies.get(plain(name))
    if upper is None:
        message = f"{lower} is said to report to “{name}”, and no body is called so here. The line is left out."
        desk.ask(line, message, "reports_to", "List it on the sheet, or correct the name.")
    elif _leads(upper.pk, lower.pk, held):
        message = f"{upper} reports to {lower} already: they would report in a ring. The line is left out."
        desk.ask(line, message, "reports_to", "Take out the line that is wrong.")
    else:
        key = (lower.pk, upper.pk)
        held[key] = desk.keeper.keep(
            ReportingLine, held.get(key), {"lower": lower, "upper": upper}, line.given("about")
        )


def _leads(start: int, goal: int, held: dict[tuple[int, int], ReportingLine]) -> bool:
    """Whether a way leads up from one body to another."""
    reached, ways = {start}, [start]
    while ways:
        at = ways.pop()
        above = {upper for lower, upper in held if lower == at} - reached
        reached |= above
        ways += above
    return goal in reached


def merge_members(desk: Desk) -> None:
    held: dict[tuple[int, str], list[Seat]] = {}
    for seat in Seat.objects.filter(body__area=desk.area).order_by("pk"):
        held.setdefault((seat.body_id, seat.name.casefold()), []).append(seat)
    for line in desk.content.of("Members"):
        since, until = line["from"], line["until"]
        body = desk.body(line, "body", Seat)
        if body and since and until and until < since:
            desk.leave(line, Seat, "The seat ends before it begins. The row is kept aside.", "until", "Correct one.")
        elif body:
            _fill(desk, line, body, held.setdefault((body.pk, line["name"].casefold()), []))


def _fill(desk: Desk, line: Line, body: Body, seats: list[Seat]) -> None:
    said = line.given("post", "organisation", "chairs")
    said |= {field: line[name] for field, name in (("from_on", "from"), ("until_on", "until")) if line[name]}
    if person := desk.person(line["name"], line.text("post")):
        said["person"] = person
    seat = _same(seats, line)
    kept = desk.keeper.keep(Seat, seat, {"body": body, "name": line["name"]}, said)
    if seat is None:
        seats.append(kept)


def _same(seats: list[Seat], line: Line) -> Seat | None:
    """The seat taken on the same day; one whose first day was not known may be it. Who comes back has a second."""
    since = line["from"]
    exact = [seat for seat in seats if seat.from_on == since]
    return next(iter(exact or [seat for seat in seats if since is None or seat.from_on is None]), None)
