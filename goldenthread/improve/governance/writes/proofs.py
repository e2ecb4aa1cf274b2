"""Proof of a commitment is offered, and accepted or returned by somebody else."""

from datetime import date

from django.db import transaction

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.improve.governance.models import Commitment, Proof
from goldenthread.improve.governance.reads.commitments import keepers

from .commitments import keep, refuse_ended
from .faults import CannotSave
from .judging import mark_accepted, mark_returned, refuse_offerer
from .telling import notify, tell


@transaction.atomic
def offer_proof(
    *,
    commitment: Commitment,
    title: str,
    by: Actor,
    on: date,
    address: str = "",
    words: str = "",
    captured_on: date | None = None,
) -> Proof:
    """A citation as it stood on a day; those who keep meetings are told. Raises CannotSave for an ended commitment."""
    refuse_ended(commitment)
    proof = commitment.proofs.create(
        title=title, address=address, words=words, captured_on=captured_on or on, offered_by=by.handle
    )
    _tell("proof offered", commitment, proof, by, on)
    to = [one for one in keepers(commitment.area, on) if one.pk != commitment.owner_id]
    notify(to, "Proof of a commitment waits to be looked at", f"{proof.title}. {commitment.words}", commitment, by, on)
    return proof


@transaction.atomic
def accept_proof(*, proof: Proof, by: Person, on: date, kept: bool = False) -> Proof:
    """`kept`: with this the commitment is kept. Raises CannotSave for its owner, and for whoever offered the proof."""
    commitment = _looked_at(proof, by)
    mark_accepted(proof, by, on)
    _tell("proof accepted", commitment, proof, by, on)
    if kept:
        keep(commitment=commitment, by=by, on=on)
    return proof


@transaction.atomic
def return_proof(*, proof: Proof, because: str, by: Person, on: date) -> Proof:
    """Back to whoever offered it, who is told what is wanting. Raises CannotSave, also for no reason."""
    commitment = _looked_at(proof, by)
    mark_returned(proof, because)
    _tell("proof returned", commitment, proof, by, on)
    to = [commitment.owner, _person(proof.offered_by, commitment.area)]
    notify(to, "Proof of a commitment was returned", f"{proof.title}: {proof.returned_because}", commitment, by, on)
    return proof


def _looked_at(proof: Proof, by: Person) -> Commitment:
    commitment = proof.commitment
    if commitment is None:
        raise CannotSave("This is proof of a response to scrutiny. Look at it there.")
    refuse_ended(commitment)
    if commitment.owner_id == by.pk:
        raise CannotSave("It is proof of your own commitment. Ask a colleague to look at it.")
    refuse_offerer(proof, by)
    return commitment


def _person(handle: str, area: LocalArea) -> Person | None:
    key = handle.removeprefix("person:")
    return partnership.people_in(area).filter(pk=int(key)).first() if key.isdigit() else None


def _tell(what: str, commitment: Commitment, proof: Proof, by: Actor, on: date) -> None:
    tell(what, proof, area=commitment.area_id, by=by, on=on, detail={"commitment": commitment.pk})
