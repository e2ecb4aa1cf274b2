"""Something is promised, and in the end kept or dropped."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goldenthread.foundation.ledger.reads import JSON, Actor
from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.foundation.ui.words import day
from goldenthread.improve.governance.models import Commitment, Decision, Meeting, Visit
from goldenthread.improve.governance.reads.commitments import CommitmentStanding
from goldenthread.improve.plans.models import Action

from .decisions import refuse_unheld
from .faults import CannotSave
from .telling import notify, tell


@dataclass(frozen=True, slots=True)
class Promised:
    """Who will do what by when: an owner of the area or as named, a day or words for one, the action that keeps it."""

    words: str
    owner: Person | None = None
    owner_as_written: str = ""
    due_on: date | None = None
    due_as_written: str = ""
    action: Action | None = None


@transaction.atomic
def commit(*, decision: Decision, promised: Promised, by: Actor, on: date) -> Commitment:
    """A decision becomes a commitment; one decision can become several. Its owner is told. Raises CannotSave."""
    meeting = decision.meeting
    return _make(promised, meeting.body.area, by, on, meeting=meeting, decision=decision, made_on=meeting.on)


@transaction.atomic
def promise(*, meeting: Meeting, promised: Promised, by: Actor, on: date) -> Commitment:
    """Somebody promised something at a meeting that was not put as a decision. Raises CannotSave."""
    refuse_unheld(meeting, on)
    return _make(promised, meeting.body.area, by, on, meeting=meeting, made_on=meeting.on)


@transaction.atomic
def promise_on_visit(*, visit: Visit, promised: Promised, by: Actor, on: date) -> Commitment:
    """What was promised to the advisers who came. Raises CannotSave."""
    return _make(promised, visit.area, by, on, visit=visit, made_on=visit.on)


def _make(
    promised: Promised,
    area: LocalArea,
    by: Actor,
    on: date,
    *,
    made_on: date,
    meeting: Meeting | None = None,
    decision: Decision | None = None,
    visit: Visit | None = None,
) -> Commitment:
    _refuse_incomplete(promised, area, made_on)
    commitment = Commitment.objects.create(
        area=area,
        meeting=meeting,
        decision=decision,
        visit=visit,
        words=promised.words,
        owner=promised.owner,
        owner_as_written="" if promised.owner else promised.owner_as_written,
        made_on=made_on,
        due_on=promised.due_on,
        due_as_written=promised.due_as_written,
        action=promised.action,
    )
    detail: dict[str, JSON] = {"due": promised.due_on.isoformat() if promised.due_on else ""}
    tell("commitment made", commitment, area=area.pk, by=by, on=on, detail=detail)
    standing = CommitmentStanding(commitment, on)
    why = f"{standing.made_at}. Due: {standing.due}. {commitment.words}"
    notify([commitment.owner], "A commitment was made in your name", why, commitment, by, on)
    return commitment


def _refuse_incomplete(promised: Promised, area: LocalArea, made_on: date) -> None:
    if not (promised.owner or promised.owner_as_written):
        raise CannotSave(
            "Say who will do it: choose somebody, or write their name. A promise without an owner is lost."
        )
    if not (promised.due_on or promised.due_as_written):
        raise CannotSave("Say by when: a day, or in words such as “the next meeting”.")
    if promised.due_on and promised.due_on < made_on:
        raise CannotSave(f"It was promised on {day(made_on)}. Choose a day that is not before that.")
    strangers = (promised.owner and promised.owner.area_id != area.pk) or (
        promised.action and promised.action.theme.plan.area_id != area.pk
    )
    if strangers:
        raise CannotSave("A commitment is made by somebody of this area, and kept through an action of its plan.")


@transaction.atomic
def keep(*, commitment: Commitment, by: Person, on: date) -> Commitment:
    """Raises CannotSave for its owner, and without accepted proof."""
    refuse_ended(commitment)
    if commitment.owner_id == by.pk:
        raise CannotSave("It is your own commitment. Ask a colleague to say that it was kept.")
    if not commitment.proofs.filter(accepted_on__isnull=False).exists():
        raise CannotSave("No proof of it has been accepted. Offer proof, and ask a colleague to look at it.")
    return _end(commitment, Commitment.State.KEPT, "commitment kept", by, on)


@transaction.atomic
def drop(*, commitment: Commitment, because: str, by: Person, on: date) -> Commitment:
    """It will not be done, and why; its owner is told. Raises CannotSave without a reason."""
    refuse_ended(commitment)
    if not because.strip():
        raise CannotSave("Say why it is dropped: whoever it was promised to will ask.")
    commitment.dropped_because = because.strip()
    _end(commitment, Commitment.State.DROPPED, "commitment dropped", by, on)
    notify([commitment.owner], "A commitment of yours was dropped", commitment.dropped_because, commitment, by, on)
    return commitment


def _end(commitment: Commitment, state: str, what: str, by: Person, on: date) -> Commitment:
    commitment.state, commitment.ended_on = state, on
    commitment.save(update_fields=["state", "ended_on", "dropped_because"])
    tell(what, commitment, area=commitment.area_id, by=by, on=on)
    return commitment


def refuse_ended(commitment: Commitment) -> None:
    """Raises CannotSave once it was kept or dropped, be it since the page was opened."""
    held = Commitment.objects.select_for_update().get(pk=commitment.pk)
    if held.state != Commitment.State.OPEN and held.ended_on:
        raise CannotSave(f"This commitment was {held.state} on {day(held.ended_on)}, and so has ended.")
