"""That what a response promised was done: offered, and accepted by somebody other than its owner."""

from datetime import date

from django.db import transaction
from django.urls import reverse

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.notices import writes as notices
from goldenthread.foundation.partnership.models import Person
from goldenthread.improve.governance.models import Proof, Response

from .faults import CannotSave
from .judging import mark_accepted, mark_returned, refuse_offerer
from .telling import tell


@transaction.atomic
def prove_response(
    *,
    response: Response,
    title: str,
    by: Actor,
    on: date,
    address: str = "",
    words: str = "",
    captured_on: date | None = None,
) -> Proof:
    """A citation as it stood on a day. It counts once somebody else accepts it."""
    proof = response.proofs.create(
        title=title, address=address, words=words, captured_on=captured_on or on, offered_by=by.handle
    )
    tell("proof of a response offered", proof, area=response.recommendation.review.area_id, by=by, on=on)
    return proof


@transaction.atomic
def accept_response_proof(*, proof: Proof, by: Person, on: date) -> Proof:
    """Raises CannotSave for the owner of what was promised, and for whoever offered it."""
    response = _looked_at_by(proof, by)
    mark_accepted(proof, by, on)
    _say("proof of a response accepted", proof, response, by, on)
    return proof


@transaction.atomic
def return_response_proof(*, proof: Proof, because: str, by: Person, on: date) -> Proof:
    """Raises CannotSave without what is wanting, for the owner, and for whoever offered it."""
    response = _looked_at_by(proof, by)
    mark_returned(proof, because)
    _say("proof of a response returned", proof, response, by, on)
    return proof


def _looked_at_by(proof: Proof, by: Person) -> Response:
    response = proof.response
    if response is None:
        raise CannotSave("This is proof of a commitment. Look at it on the commitment’s own page.")
    if response.owner_id == by.pk or response.owner_as_written.casefold() == by.name.casefold():
        raise CannotSave("You own what this is to prove. Ask a colleague to look at it.")
    refuse_offerer(proof, by)
    return response


def _say(what: str, proof: Proof, response: Response, by: Person, on: date) -> None:
    asked = response.recommendation
    tell(what, proof, area=asked.review.area_id, by=by, on=on)
    href = reverse("governance:recommendation", args=[asked.pk])
    heading = f"{what.capitalize()}: {asked.stable_id}"
    notices.tell(to=[response.owner], what=heading, why=proof.returned_because, href=href, by=by, on=on)
