"""DOOR. A plan is adopted, reported on, evidenced, verified, reworded, and signed for."""

from dataclasses import replace
from datetime import date

from django.db import transaction
from django.db.models import Model

from goldenthread.foundation.ledger import writes as ledger
from goldenthread.foundation.ledger.reads import JSON, Actor
from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.improve.inspections.models import Inspection
from goldenthread.rules.honesty.action import Remedy as RemedyGiven
from goldenthread.rules.honesty.action import may_save
from goldenthread.rules.honesty.colours import Colour

from .facts import facts_of_one
from .models import Action, Amendment, Dependency, Evidence, ImprovementPlan, Outcome, Override, Theme, Update

__all__ = ["CannotSave", "ChangedSince", "RemedyGiven"]
LONGEST_OVERRIDE = 92  # days: a quarter, after which a board looks again


class CannotSave(ValueError):
    """The text is a sentence: what may not be saved, why, and what to do."""


class ChangedSince(CannotSave):
    """Somebody reported after the form was opened. `update` is what they said."""

    def __init__(self, update: Update) -> None:
        super().__init__(
            "Somebody else has reported on this action since you opened it. Look at what they said, then decide."
        )
        self.update = update


@transaction.atomic
def adopt_plan(
    *,
    area: LocalArea,
    title: str,
    by: Actor,
    on: date,
    kind: str = ImprovementPlan.Kind.PRIORITY,
    inspection: Inspection | None = None,
    owner: str = "",
    cadence_days: int = 31,
) -> ImprovementPlan:
    """Raises CannotSave where the area has a plan of that title."""
    if ImprovementPlan.objects.filter(area=area, title=title).exists():
        raise CannotSave(f"{area.name} has a plan called “{title}” already. Choose another title, or open that plan.")
    plan = ImprovementPlan.objects.create(
        area=area, title=title, kind=kind, inspection=inspection, owner=owner, cadence_days=cadence_days
    )
    ledger.record(what="plan adopted", by=by, on=on, area=area.code, subject=f"plan:{plan.pk}", detail={"kind": kind})
    return plan


@transaction.atomic
def report_progress(
    *,
    action: Action,
    colour: Colour,
    done: str,
    by: Actor,
    on: date,
    remedy: RemedyGiven | None = None,
    seen: int | None = None,
) -> Update:
    """What the lead says. Red needs a remedial action, an owner and a date (D8): given now, or standing already.

    `seen` is the newest update that the reporter saw, 0 for none: ChangedSince is raised where there is a newer one.
    Raises CannotSave.
    """
    held = Action.objects.select_for_update().get(pk=action.pk)
    newest = held.updates.order_by("on", "pk").last()
    if seen is not None and newest is not None and newest.pk != seen:
        raise ChangedSince(newest)
    facts = facts_of_one(held, on)
    missing = may_save(replace(facts, reported=colour, remedy=remedy or facts.remedy))
    if missing:
        raise CannotSave(f"A red action says how it will be put right. Still missing: {'; '.join(missing)}.")
    if newest is not None and newest.on > on:
        raise CannotSave(
            f"This action was reported on {newest.on:%d/%m/%Y}, which is later. Report it as it stands after that day."
        )
    if remedy and colour is Colour.RED and remedy.due_on and remedy.due_on < on:
        raise CannotSave("The day by which it will be put right has passed. Give one that is still to come.")
    update = action.updates.create(on=on, reported=colour.name.lower(), done=done, by=by.handle)
    if remedy and colour is Colour.RED and remedy.due_on and remedy != facts.remedy:
        action.remedies.create(wording=remedy.action, owner=remedy.owner, due_on=remedy.due_on)
    _tell(
        "progress reported", action, by, on, detail={"colour": update.reported, "before": facts.reported.name.lower()}
    )
    return update


@transaction.atomic
def report_theme(*, theme: Theme, colour: Colour, by: Actor, on: date) -> Theme:
    """What is said of the whole theme."""
    before, theme.reported, theme.reported_on = theme.reported, colour.name.lower(), on
    theme.save(update_fields=["reported", "reported_on"])
    ledger.record(
        what="theme reported",
        by=by,
        on=on,
        area=theme.plan.area_id,
        subject=f"plan:{theme.plan_id}/theme:{theme.pk}",
        detail={"colour": theme.reported, "before": before},
    )
    return theme


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
    """A citation as it stood on a day. It counts once somebody other than the lead accepts it."""
    evidence = action.evidence.create(
        title=title, address=address, words=words, captured_on=captured_on or on, offered_by=by.handle
    )
    _tell("evidence offered", action, by, on, evidence)
    return evidence


@transaction.atomic
def accept_evidence(*, evidence: Evidence, by: Person, on: date) -> Evidence:
    """Raises CannotSave for the action's own lead, and for whoever offered it."""
    _refuse_lead(evidence.action, by, "Evidence is accepted by somebody other than the action’s lead.")
    if evidence.offered_by == by.handle:
        raise CannotSave("You offered this evidence yourself. Ask a colleague to look at it.")
    evidence.accepted_by, evidence.accepted_on, evidence.returned_because = by, on, ""
    evidence.save(update_fields=["accepted_by", "accepted_on", "returned_because"])
    _tell("evidence accepted", evidence.action, by, on, evidence)
    return evidence


@transaction.atomic
def return_evidence(*, evidence: Evidence, because: str, by: Person, on: date) -> Evidence:
    """Back to the lead, with what is wanting. Raises CannotSave for the action's own lead, or without a reason."""
    _refuse_lead(evidence.action, by, "Evidence is looked at by somebody other than the action’s lead.")
    if not because.strip():
        raise CannotSave("Say what is wanting, so that the lead can put it right.")
    evidence.accepted_by, evidence.accepted_on, evidence.returned_because = None, None, because.strip()
    evidence.save(update_fields=["accepted_by", "accepted_on", "returned_because"])
    _tell("evidence returned", evidence.action, by, on, evidence)
    return evidence


@transaction.atomic
def verify_action(*, action: Action, by: Person, on: date) -> Action:
    """Somebody other than the lead has seen that it is complete. Raises CannotSave for the lead, or while it is not
    Blue.
    """
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
    _tell("action verified", action, by, on)
    return action


@transaction.atomic
def reword_action(
    *, action: Action, wording: str, asked_by: str, by: Actor, on: date, meeting: str = "", why: str = ""
) -> Amendment:
    """The old words stay beside the new. Raises CannotSave where nothing would change, or nobody asked."""
    if wording.strip() == action.wording:
        raise CannotSave("These are the words that the action has already.")
    if not asked_by.strip():
        raise CannotSave("Say who asked for the new words.")
    amendment = action.amendments.create(
        before=action.wording, after=wording.strip(), asked_by=asked_by, meeting=meeting, on=on, why=why
    )
    action.wording = amendment.after
    action.save(update_fields=["wording"])
    _tell("action reworded", action, by, on, amendment)
    return amendment


@transaction.atomic
def sign_override(*, about: Action | Outcome | Theme, why: str, until: date, by: Person, on: date) -> Override:
    """A person stands for a colour that the facts do not support, by name, until a day. Raises CannotSave."""
    if not why.strip():
        raise CannotSave("Say why the colour is right although the facts do not support it.")
    if not on < until:
        raise CannotSave("Choose a last day that is still to come: an explanation ends.")
    if (until - on).days > LONGEST_OVERRIDE:
        raise CannotSave(
            "An explanation stands for three months at most. Choose an earlier day, and sign again then if "
            "it is still so."
        )
    override = Override(
        signed_by=by,
        signed_as=", ".join(filter(None, (by.name, by.post))),
        signed_on=on,
        why=why.strip(),
        until_on=until,
    )
    setattr(override, about._meta.model_name or "", about)
    override.save()
    plan = about.plan if isinstance(about, Theme) else about.theme.plan
    ledger.record(
        what="challenge answered",
        by=by,
        on=on,
        area=plan.area_id,
        subject=f"plan:{plan.pk}/{about._meta.model_name}:{about.pk}",
        detail={"until": until.isoformat()},
    )
    return override


@transaction.atomic
def add_dependency(*, action: Action, needs: Action, by: Actor, on: date) -> Dependency:
    """`action` cannot finish before `needs`. Raises CannotSave for another plan's action, or where each would wait
    for the other.
    """
    if action.theme.plan_id != needs.theme.plan_id:
        raise CannotSave("An action can only wait for one of the same plan.")
    if action.pk in _all_needed_by(needs):
        raise CannotSave(f"{needs.ref} waits for {action.ref} already, so neither could ever finish.")
    dependency, added = Dependency.objects.get_or_create(action=action, needs=needs)
    if added:
        _tell("dependency added", action, by, on, detail={"needs": f"action:{needs.pk}"})
    return dependency


def _all_needed_by(action: Action) -> set[int]:
    """Itself, and whatever it waits for, and so on."""
    pairs = Dependency.objects.filter(action__theme__plan=action.theme.plan_id).values_list("action_id", "needs_id")
    reached, edge = {action.pk}, {action.pk}
    while edge:
        edge = {needs for waiting, needs in pairs if waiting in edge} - reached
        reached |= edge
    return reached


def _refuse_lead(action: Action, by: Person, sentence: str) -> None:
    if action.lead_id == by.pk:
        raise CannotSave(f"{sentence} Ask a colleague who does not lead it.")


def _tell(
    what: str, action: Action, by: Actor, on: date, about: Model | None = None, *, detail: dict[str, JSON] | None = None
) -> None:
    subject = f"action:{action.pk}" + (f"/{about._meta.model_name}:{about.pk}" if about else "")
    ledger.record(what=what, by=by, on=on, area=action.theme.plan.area_id, subject=subject, detail=detail)
