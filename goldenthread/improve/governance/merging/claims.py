"""Figures that were said, with what was found of each."""

from typing import Any

from goldenthread.improve.governance.models import Claim, Meeting
from goldenthread.improve.governance.reading.lines import Line
from goldenthread.improve.governance.writes.claims import NAMED, PERIOD, read_sums
from goldenthread.improve.governance.writes.faults import CannotSave

from .desk import Desk, plain

UNCHECKED = Claim.Verdict.UNCHECKED


def merge_claims(desk: Desk) -> None:
    rows = Claim.objects.filter(area=desk.area)
    held = {(one.said_on, one.words.casefold()): one for one in rows}
    for line in desk.content.of("Claims"):
        if _faulty(desk, line):
            continue
        key = (line["said_on"], line["claim"].casefold())
        known = held.get(key)
        said = _of_claim(desk, line) | _measured(desk, line) | _checked(desk, line, known)
        made = {"area": desk.area, "said_on": line["said_on"], "words": line["claim"]}
        held[key] = desk.keeper.keep(Claim, known, made, said)


def _faulty(desk: Desk, line: Line) -> bool:
    if line["said_on"] > desk.on:
        message = "It cannot have been said on a day that is still to come. The row is kept aside."
        desk.leave(line, Claim, message, "said_on", "Correct the day.")
        return True
    if NAMED.search(line["speaker"]) or desk.person(line["speaker"]):
        message = "The register keeps the role of whoever spoke, and not their name. The row is kept aside."
        desk.leave(line, Claim, message, "speaker", "Write the role, such as “Cabinet member for education”.")
        return True
    return False


def _of_claim(desk: Desk, line: Line) -> dict[str, Any]:
    said = line.given("speaker", "cohort", "source")
    meeting = _meeting(desk, line)
    if meeting:
        said["meeting"] = meeting
    elif line["said_at"]:
        said["said_where"] = line["said_at"]
    if line["sums"]:
        try:
            said["sums"] = read_sums(line["sums"].splitlines())
        except CannotSave as why:
            desk.ask(line, f"{why} The claim is taken without it.", "sums")
    return said


def _meeting(desk: Desk, line: Line) -> Meeting | None:
    body = desk.bodies.get(plain(line.text("said_at")))
    return desk.meetings.get((body.pk, line["said_on"])) if body else None


def _measured(desk: Desk, line: Line) -> dict[str, Any]:
    period = line.text("period")
    if not line["measure"] and period:
        desk.ask(line, "A period is of a measure, and none is named. It is left out.", "period", "Name the measure.")
        return {}
    if period and not PERIOD.fullmatch(period):
        message = f"“{period}” is not a period. It is left out."
        desk.ask(line, message, "period", "Write a year (2025), a month (2025-03) or a day (2025-03-31).")
        period = ""
    return ({"indicator": line["measure"]} if line["measure"] else {}) | ({"period": period} if period else {})


def _checked(desk: Desk, line: Line, held: Claim | None) -> dict[str, Any]:
    """A verdict says how it was come to, and when. One given here later stays."""
    verdict, on = line["verdict"] or UNCHECKED, line["checked_on"]
    if verdict == UNCHECKED:
        return {}
    if on is None or on > desk.on or not line["why"]:
        message = (
            "A verdict says when and how it was come to, and this does not. The claim is taken as not yet checked."
        )
        desk.ask(line, message, "verdict", "Give the day, and how somebody else can check it again.")
        return {}
    if held and held.verdict != UNCHECKED and held.checked_on and held.checked_on > on:
        if held.verdict != verdict:
            desk.stays(line, f"“{held.get_verdict_display()}” was recorded", held.checked_on, "verdict")
        return {}
    by = {"checked_by": desk.handle(line["checked_by"])} if line["checked_by"] else {}
    return {"verdict": verdict, "checked_on": on} | by | line.given("checked_value", "why")
