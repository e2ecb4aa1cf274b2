"""Who promised what by when; and whether it was kept, which takes proof that somebody else accepted."""

from datetime import date
from typing import Any

from goldenthread.foundation.partnership.models import Person
from goldenthread.improve.governance.models import Commitment, Decision, Meeting, Proof, Visit
from goldenthread.improve.governance.reading.lines import Line

from .desk import Desk
from .proving import acceptor, merge_proof

KEPT, OPEN, DROPPED = Commitment.State.KEPT, Commitment.State.OPEN, Commitment.State.DROPPED
VISITS = {label.casefold(): kind for kind, label in Visit.Kind.choices}
NOBODY_ACCEPTED = (
    "The file says that this was kept, and not that somebody other than its owner accepted proof of it. It stays open."
)


def merge_commitments(desk: Desk) -> None:
    rows = Commitment.objects.filter(area=desk.area).select_related("owner")
    held = {(one.meeting_id, one.visit_id, one.made_on, one.words.casefold()): one for one in rows}
    decisions = {(one.meeting_id, one.number): one for one in Decision.objects.filter(meeting__body__area=desk.area)}
    proofs = {(one.commitment_id, one.title): one for one in Proof.objects.filter(commitment__area=desk.area)}
    for line in desk.content.of("Commitments"):
        where = _where(desk, line)
        if where is None:
            continue
        meeting, visit = where
        key = (
            meeting.pk if meeting else None,
            visit.pk if visit else None,
            line["date"],
            line["commitment"].casefold(),
        )
        known, owner = held.get(key), desk.person(line["owner"])
        by = acceptor(desk, line, owner)
        said = _of_commitment(desk, line, owner) | _ended(desk, line, known, by)
        if meeting and (decision := decisions.get((meeting.pk, line["decision"]))):
            said["decision"] = decision
        made = {"area": desk.area, "meeting": meeting, "visit": visit, "made_on": line["date"]}
        held[key] = row = desk.keeper.keep(Commitment, known, made | {"words": line["commitment"]}, said)
        if title := line["proof"]:
            captured = min(line["ended_on"] or line["accepted_on"] or desk.on, desk.on)
            proof = proofs.get((row.pk, title))
            proofs[row.pk, title] = merge_proof(desk, line, proof, {"commitment": row}, by, captured)


def _where(desk: Desk, line: Line) -> tuple[Meeting | None, Visit | None] | None:
    """At a meeting, on a visit, or at neither that is named; None, and the line kept aside, for one unknown."""
    name = line.text("made_at")
    if not name:
        return None, None
    if kind := VISITS.get(name.casefold()):
        visit = desk.visits.get((kind, line["date"]))
        if visit is None:
            message = "No such visit of that day is known here. The row is kept aside."
            desk.leave(line, Commitment, message, "made_at", "List the visit on a sheet called Visits.")
            return None
        return None, visit
    body = desk.body(line, "made_at", Commitment)
    if body is None:
        return None
    if line["date"] > desk.on:
        message = "That meeting is still to come: nothing was promised there yet. The row is kept aside."
        desk.leave(line, Commitment, message, "date", "Correct the day.")
        return None
    return desk.meeting_of(body, line["date"]), None


def _of_commitment(desk: Desk, line: Line, owner: Person | None) -> dict[str, Any]:
    said: dict[str, Any] = {"owner": owner} if owner else {"owner_as_written": line["owner"]}
    due = line["due"]
    if isinstance(due, date) and due >= line["date"]:
        said["due_on"] = due
    elif isinstance(due, date):
        said["due_as_written"] = line.cells["due"]
        message = "It was to be done before it was promised. The words are kept; there is no date to hold anyone to."
        desk.ask(line, message, "due", "Correct one of the two days.")
    elif due:
        said["due_as_written"] = due
    else:
        desk.ask(line, "Nothing says by when. The commitment is taken without a date.", "due", "Agree a day.")
    action = desk.plan_action(line)
    return said | ({"action": action} if action else {})


def _ended(desk: Desk, line: Line, held: Commitment | None, by: Person | None) -> dict[str, Any]:
    """Whether the file ends it. What was ended here is not opened again, nor ended otherwise."""
    state = line["state"] or OPEN
    if held and held.state != OPEN and held.ended_on:
        if line["state"] and state != held.state:
            desk.stays(line, f"This commitment was {held.get_state_display().lower()}", held.ended_on, "state")
        return {}
    if state == KEPT and by is None and not (held and _proved(held)):
        desk.ask(line, NOBODY_ACCEPTED, "state", "Name the proof, who accepted it and when.")
        return {}
    if state == DROPPED and not line["reason"]:
        message = "The file says that this was dropped, and not why. It stays open."
        desk.ask(line, message, "state", "Give the reason: whoever it was promised to will ask.")
        return {}
    if state == OPEN:
        return {}
    ended = {"state": state, "ended_on": line["ended_on"] or line["accepted_on"] or desk.on}
    return ended | ({"dropped_because": line["reason"]} if state == DROPPED else {})


def _proved(held: Commitment) -> bool:
    return held.proofs.filter(accepted_on__isnull=False).exists()
