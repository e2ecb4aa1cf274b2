"""Somebody else looks at proof: it is accepted, or goes back."""

from datetime import date

from goldenthread.foundation.partnership.models import Person
from goldenthread.improve.governance.models import Proof

from .faults import CannotSave

JUDGED = ("accepted_by", "accepted_on", "returned_because")


def refuse_offerer(proof: Proof, by: Person) -> None:
    """Raises CannotSave for whoever offered it."""
    if proof.offered_by == by.handle:
        raise CannotSave("You offered this proof yourself. Ask a colleague to look at it.")


def mark_accepted(proof: Proof, by: Person, on: date) -> None:
    proof.accepted_by, proof.accepted_on, proof.returned_because = by, on, ""
    proof.save(update_fields=JUDGED)


def mark_returned(proof: Proof, because: str) -> None:
    """Raises CannotSave for no reason."""
    if not because.strip():
        raise CannotSave("Say what is wanting, so that the owner can put it right.")
    proof.accepted_by, proof.accepted_on, proof.returned_because = None, None, because.strip()
    proof.save(update_fields=JUDGED)
