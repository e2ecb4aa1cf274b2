"""Evidence is offered, looked at by somebody other than the lead, and the action verified."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.urls import reverse

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.notices import writes as notices
from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.plans.facts import facts_of_one
from goldenthread.improve.plans.models import Action, Evidence
from goldenthread.rules.honesty.colours import Colour

from .challenges import take_stock_of
from .ended import refuse_ended
from .faults import CannotSave
from .leads import leads_of, tell_leads
from .telling import tell_of_action


@dataclass(frozen=True)
class EvidenceGiven:
    """What it is, what it says as captured, and where it is kept."""

    title: str
    words: str = ""
    address: str = ""


@transaction.atomic
def offer_evidence(
    *,
    action: Action,
    title: str,
    by: Actor,
    on: date,
    address: str = "",
    words: str = "",
    captured_on: date | None = None,
) -> Evidence:
    """A citation as it stood on a day. It counts once somebody other than the lead accepts it. Raises CannotSave for
    an action that has left the plan.
    """
    refuse_ended(action)
    evidence = action.evidence.create(
        title=title, address=address, words=words, captured_on=captured_on or on, offered_by=by.handle
    )
    tell_of_action("evidence offered", action, by, on, evidence)
    _tell_verifiers(evidence, by, on)
    return evidence


@transaction.atomic
def accept_evidence(*, evidence: Evidence, by: Person, on: date) -> Evidence:
    """Raises CannotSave for the action's own leads, and for whoever offered it."""
    _refuse_own(evidence, by, "Evidence is accepted by somebody other than the action’s lead.")
    evidence.accepted_by, evidence.accepted_on, evidence.returned_because = by, on, ""
    evidence.save(update_fields=["accepted_by", "accepted_on", "returned_because"])
    tell_of_action("evidence accepted", evidence.action, by, on, evidence)
    _tell(evidence, "accepted", f"“{evidence.title}” counts.", by, on)
    take_stock_of(action=evidence.action, by=by, on=on)
    return evidence


@transaction.atomic
def return_evidence(*, evidence: Evidence, because: str, by: Person, on: date) -> Evidence:
    """Back to the lead, with what is wanting. Raises CannotSave for the action's own leads, for whoever offered it, or
    without a reason.
    """
    _refuse_own(evidence, by, "Evidence is looked at by somebody other than the action’s lead.")
    if not because.strip():
        raise CannotSave("Say what is wanting, so that the lead can put it right.")
    evidence.accepted_by, evidence.accepted_on, evidence.returned_because = None, None, because.strip()
    evidence.save(update_fields=["accepted_by", "accepted_on", "returned_because"])
    tell_of_action("evidence returned", evidence.action, by, on, evidence)
    _tell(evidence, "returned", f"“{evidence.title}”: {evidence.returned_because}", by, on)
    take_stock_of(action=evidence.action, by=by, on=on)
    return evidence


@transaction.atomic
def verify_action(*, action: Action, by: Person, on: date) -> Action:
    """Somebody other than the lead has seen that it is complete. Raises CannotSave for the lead, or while it is not
    Blue.
    """
    refuse_ended(action)
    _refuse_lead(action, by, "An action is verified by somebody other than its lead.")
    if facts_of_one(action, on).reported is not Colour.BLUE:
        raise CannotSave(
            "Only a complete action is verified, and this one is not reported Blue. Ask its lead to report it first."
        )
    newest = action.updates.order_by("on", "pk").last()
    if newest is not None and newest.by == by.handle:
        raise CannotSave("You reported this action complete yourself. Ask a colleague to see that it is.")
    action.verified_by, action.verified_on = by, on
    action.save(update_fields=["verified_by", "verified_on"])
    tell_of_action("action verified", action, by, on)
    tell_leads(action, f"Action {action.ref} is verified", "Somebody else has seen that it is complete.", by, on)
    take_stock_of(action=action, by=by, on=on)
    return action


def _refuse_lead(action: Action, by: Person, sentence: str) -> None:
    """Whoever leads it, alone or with others."""
    if by in leads_of(action):
        raise CannotSave(f"{sentence} Ask a colleague who does not lead it.")


def _refuse_own(evidence: Evidence, by: Person, sentence: str) -> None:
    refuse_ended(evidence.action)
    _refuse_lead(evidence.action, by, sentence)
    if evidence.offered_by == by.handle:
        raise CannotSave("You offered this evidence yourself. Ask a colleague to look at it.")


def _tell(evidence: Evidence, what: str, why: str, by: Person, on: date) -> None:
    """Those who lead the action, and whoever offered the evidence."""
    action = evidence.action
    offered = [one for one in partnership.people_in(action.theme.plan.area) if one.handle == evidence.offered_by]
    what = f"Evidence for action {action.ref} was {what}"
    tell_leads(action, what, why, by, on, only=leads_of(action).union(offered))


def _tell_verifiers(evidence: Evidence, by: Actor, on: date) -> None:
    action = evidence.action
    to = set(partnership.people_with(action.theme.plan.area, Role.VERIFIER, on)) - leads_of(action)
    what, href = f"Evidence to look at for action {action.ref}", reverse("plans:evidence", args=[evidence.pk])
    notices.tell(to=to, what=what, why=evidence.title, href=href, by=by, on=on)
