"""What leads say of their actions and themes."""

from collections.abc import Collection
from dataclasses import asdict, replace
from datetime import date

from django.db import transaction

from goldenthread.foundation.ledger.reads import JSON, Actor
from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.plans.facts import facts_of_one
from goldenthread.improve.plans.models import Action, Theme, Update
from goldenthread.rules.honesty.action import ActionFacts, may_save
from goldenthread.rules.honesty.action import Remedy as RemedyGiven
from goldenthread.rules.honesty.colours import Colour

from .actions import reach_milestone
from .challenges import take_stock_of
from .ended import refuse_ended
from .evidence import EvidenceGiven, offer_evidence
from .faults import CannotSave, ChangedSince
from .leads import tell_leads
from .telling import tell_of_action, tell_of_plan


@transaction.atomic
def report_progress(
    *,
    action: Action,
    colour: Colour,
    done: str,
    by: Actor,
    on: date,
    next_step: str = "",
    help_needed: str = "",
    remedy: RemedyGiven | None = None,
    reached: Collection[int] = (),
    evidence: EvidenceGiven | None = None,
    seen: int | None = None,
) -> Update:
    """What the lead says. Red needs a remedial action, an owner and a date (D8): given now, or standing already.

    `reached`: keys of the milestones that were reached. `seen` is the newest update that the reporter saw, 0 for none:
    ChangedSince is raised where there is a newer one. Raises CannotSave.
    """
    refuse_ended(action)
    held = Action.objects.select_for_update().get(pk=action.pk)
    newest = held.updates.order_by("on", "pk").last()
    if seen is not None and newest is not None and newest.pk != seen:
        raise ChangedSince(newest)
    facts = facts_of_one(held, on)
    _refuse(facts, newest, colour, remedy, on)
    said = {"done": done, "next_step": next_step.strip(), "help_needed": help_needed.strip()}
    update = action.updates.create(on=on, reported=colour.name.lower(), by=by.handle, **said)
    if remedy and colour is Colour.RED and remedy.due_on and remedy != facts.remedy:
        action.remedies.create(wording=remedy.action, owner=remedy.owner, due_on=remedy.due_on)
    colours: dict[str, JSON] = {"colour": update.reported, "before": facts.reported.name.lower()}
    tell_of_action("progress reported", action, by, on, detail=colours)
    for milestone in action.milestones.filter(pk__in=reached, reached_on=None):
        reach_milestone(milestone=milestone, reached_on=on, by=by, on=on)
    if evidence:
        offer_evidence(action=action, by=by, on=on, **asdict(evidence))
    if update.help_needed:
        _ask_for_help(action, update, by, on)
    take_stock_of(action=action, by=by, on=on)
    return update


def _refuse(facts: ActionFacts, newest: Update | None, colour: Colour, remedy: RemedyGiven | None, on: date) -> None:
    missing = may_save(replace(facts, reported=colour, remedy=remedy or facts.remedy))
    if missing:
        raise CannotSave(f"A red action says how it will be put right. Still missing: {'; '.join(missing)}.")
    if newest is not None and newest.on > on:
        raise CannotSave(
            f"This action was reported on {newest.on:%d/%m/%Y}, which is later. Report it as it stands after that day."
        )
    if remedy and colour is Colour.RED and remedy.due_on and remedy.due_on < on:
        raise CannotSave("The day by which it will be put right has passed. Give one that is still to come.")


def _ask_for_help(action: Action, update: Update, by: Actor, on: date) -> None:
    """Those who keep the plan hear of it."""
    keepers = partnership.people_with(action.theme.plan.area, Role.IMPROVEMENT_LEAD, on)
    tell_leads(action, f"Action {action.ref} needs help", update.help_needed, by, on, only=keepers)


@transaction.atomic
def report_theme(*, theme: Theme, colour: Colour, by: Actor, on: date) -> Theme:
    """What is said of the whole theme."""
    before, theme.reported, theme.reported_on = theme.reported, colour.name.lower(), on
    theme.save(update_fields=["reported", "reported_on"])
    detail: dict[str, JSON] = {"colour": theme.reported, "before": before}
    tell_of_plan("theme reported", theme.plan, by, on, theme, detail=detail)
    take_stock_of(theme=theme, by=by, on=on)
    return theme
