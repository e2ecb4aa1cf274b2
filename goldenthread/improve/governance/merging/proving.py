"""Proof of what was promised, as a file tells of it: somebody other than its owner accepted it, or nobody has yet."""

from datetime import date
from typing import Any

from goldenthread.foundation.partnership.models import Person
from goldenthread.improve.governance.models import Proof
from goldenthread.improve.governance.reading.lines import Line

from .desk import Desk

OWN = "Its own owner accepted this proof. It is taken as offered, not as accepted."


def acceptor(desk: Desk, line: Line, owner: Person | None) -> Person | None:
    """Who accepted the proof that a line names; None where that is not said in full, or was the owner."""
    if not line["proof"] or not (line["accepted_by"] or line["accepted_on"]):
        return None
    person = desk.known_to(line, "accepted_by", "accepted this proof")
    if person is None or line["accepted_on"] is None:
        return None
    if (owner is not None and person.pk == owner.pk) or person.name.casefold() in line.text("owner").casefold():
        desk.ask(line, OWN, "accepted_by", "Ask somebody else to look at it.")
        return None
    return person


def merge_proof(
    desk: Desk, line: Line, held: Proof | None, of: dict[str, Any], by: Person | None, captured_on: date
) -> Proof:
    said: dict[str, Any] = {} if held else {"captured_on": captured_on}
    if line["proof_captured_on"]:
        said["captured_on"] = line["proof_captured_on"]
    if line["proof_kept_at"]:
        said["address"] = line["proof_kept_at"]
    if by and held and held.returned_because:
        message = "The file says that this proof was accepted; it was returned here. It stays so."
        desk.ask(line, message, "proof", "If it has been accepted since, accept it on its own page.")
    elif by:
        said |= {"accepted_by": by, "accepted_on": line["accepted_on"]}
    return desk.keeper.keep(Proof, held, {**of, "title": line["proof"]}, said)
