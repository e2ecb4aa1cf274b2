"""A risk is raised, looked at again, and closed with a reason."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.urls import reverse

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.notices import writes as notices
from goldenthread.improve.plans.models import Action, ImprovementPlan, Risk
from goldenthread.rules.risks import FIVE

from .editing import Changes, change
from .faults import CannotSave
from .telling import tell_of_plan


@transaction.atomic
def raise_risk(
    *,
    plan: ImprovementPlan,
    title: str,
    likelihood: int,
    impact: int,
    owner: str,
    by: Actor,
    on: date,
    effect: str = "",
    mitigation: str = "",
    review_on: date | None = None,
    actions: Iterable[Action] = (),
) -> Risk:
    """The leads of its actions are told. Raises CannotSave for a score beyond 1 to 5, a review in the past, an open
    risk of the same title, or another plan's actions.
    """
    tied = list(actions)
    _refuse(plan, {"likelihood": likelihood, "impact": impact, "review_on": review_on, "actions": tied}, on)
    if plan.risks.filter(title__iexact=title, closed_on=None).exists():
        raise CannotSave(f"“{title}” is in the register already. Open it there and change what is said of it.")
    risk = plan.risks.create(
        title=title,
        effect=effect,
        likelihood=likelihood,
        impact=impact,
        mitigation=mitigation,
        owner=owner,
        raised_on=on,
        review_on=review_on,
    )
    risk.actions.set(tied)
    tell_of_plan("risk raised", plan, by, on, risk, detail={"likelihood": likelihood, "impact": impact})
    _tell_leads(risk, tied, by, on)
    return risk


@transaction.atomic
def edit_risk(*, risk: Risk, by: Actor, on: date, seen: str | None = None, **given: Any) -> Changes:
    """`given`: what `raise_risk` is given. Leads of actions that are new to it are told. Raises CannotSave, also for a
    closed risk, and EditedSince.
    """
    if Risk.objects.select_for_update().get(pk=risk.pk).closed_on:
        raise CannotSave("This risk is closed. Raise it again as a new one if it has come back.")
    review_on = given.get("review_on")
    fresh = given if review_on != risk.review_on else {**given, "review_on": None}  # an overdue review may stay so
    _refuse(risk.plan, fresh, on)
    known = set(risk.actions.values_list("pk", flat=True))
    changes = change(risk, given, seen)
    if changes:
        tell_of_plan("risk edited", risk.plan, by, on, risk, detail={"changed": sorted(changes)})
        _tell_leads(risk, [one for one in given.get("actions", ()) if one.pk not in known], by, on)
    return changes


@transaction.atomic
def close_risk(*, risk: Risk, because: str, by: Actor, on: date) -> Risk:
    """Raises CannotSave without a reason, or for one that is closed already."""
    held = Risk.objects.select_for_update().get(pk=risk.pk)
    if held.closed_on:
        raise CannotSave("This risk is closed already.")
    if not because.strip():
        raise CannotSave("Say why it is closed: it happened, it can no longer happen, or something else watches it.")
    held.closed_on, held.closed_because = on, because.strip()
    held.save(update_fields=["closed_on", "closed_because"])
    tell_of_plan("risk closed", held.plan, by, on, held)
    return held


def _refuse(plan: ImprovementPlan, given: dict[str, Any], on: date) -> None:
    if any(given.get(name, 1) not in FIVE for name in ("likelihood", "impact")):
        raise CannotSave("Choose how likely it is, and how bad it would be, from 1 to 5.")
    review_on = given.get("review_on")
    if review_on and review_on < on:
        raise CannotSave("The day on which it will be looked at again has passed. Choose one that is still to come.")
    if any(one.theme.plan_id != plan.pk for one in given.get("actions", ())):
        raise CannotSave("A risk is tied to actions of its own plan only.")


def _tell_leads(risk: Risk, actions: Iterable[Action], by: Actor, on: date) -> None:
    notices.tell(
        to=[one.lead for one in actions],
        what=f"A risk to an action that you lead: {risk.title}",
        why=risk.effect,
        href=f"{reverse('plans:risks')}?plan={risk.plan_id}#risk-{risk.pk}",
        by=by,
        on=on,
    )
