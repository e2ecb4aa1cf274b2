"""Rows of the plan → the facts that rules/honesty judges. A bounded number of queries, whatever the size of the
plan.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, Max, Q, QuerySet

from goldenthread.improve.plans.models import Action, Dependency, ImprovementPlan, Milestone, Remedy, Update
from goldenthread.rules.honesty import action as honesty
from goldenthread.rules.honesty.colours import Colour


@dataclass(frozen=True, slots=True)
class Reported:
    """What the updates say of an action by a day. No update at all: White, never updated, never started."""

    colour: Colour = Colour.WHITE
    updated_on: date | None = None
    started_on: date | None = None
    done: str = ""


NOTHING_REPORTED = Reported()


Told = tuple[int, date, str, str]  # an action, the day, the colour, what was done


def told(plan: ImprovementPlan, as_at: date) -> list[Told]:
    """Every update by the day, oldest first: asked once, read for as many days as wanted."""
    rows = Update.objects.filter(action__theme__plan=plan, on__lte=as_at).order_by("on", "pk")
    return list(rows.values_list("action_id", "on", "reported", "done"))


def reported_by(updates: Iterable[Told], as_at: date) -> dict[int, Reported]:
    """By action: the newest update's colour, and the first update that was not White as its start."""
    found: dict[int, Reported] = {}
    for action, on, name, done in updates:
        if on <= as_at:
            colour = Colour.named(name)
            started = found.get(action, NOTHING_REPORTED).started_on or (None if colour is Colour.WHITE else on)
            found[action] = Reported(colour, on, started, done)
    return found


def actions_of(plan: ImprovementPlan, as_at: date) -> QuerySet[Action]:
    """Each with what one question can bring: its people, its outcome, evidence accepted by the day, when it was
    last reworded.
    """
    accepted = Count("evidence", filter=Q(evidence__accepted_on__lte=as_at), distinct=True)
    reworded = Max("amendments__on", filter=Q(amendments__on__lte=as_at))
    rows = Action.objects.filter(theme__plan=plan).select_related("theme", "lead", "verified_by", "outcome")
    return rows.annotate(**{"accepted": accepted, "reworded_on": reworded})


def action_facts(
    plan: ImprovementPlan, actions: Iterable[Action], reported: Mapping[int, Reported], as_at: date
) -> dict[int, honesty.ActionFacts]:
    """By action, of `actions_of`. Dependencies take the colour that the other action is reported at."""
    milestones = _grouped(Milestone.objects.filter(action__theme__plan=plan))
    waits_for = _waits_for(plan, reported)
    return {
        action.pk: _facts(
            action,
            reported.get(action.pk, NOTHING_REPORTED),
            milestones[action.pk],
            waits_for[action.pk],
            action.accepted,
            as_at,
        )
        for action in actions
    }


def facts_of_one(action: Action, as_at: date) -> honesty.ActionFacts:
    """One action alone, before or after a report: with the remedy that it owes if it is Red."""
    waits_for = {dependency.needs_id: dependency.needs.ref for dependency in action.depends_on.all()}
    others = Update.objects.filter(action__in=waits_for, on__lte=as_at).order_by("on", "pk")
    reported = reported_by(others.values_list("action_id", "on", "reported", "done"), as_at)
    mine = [(action.pk, one.on, one.reported, one.done) for one in reversed(action.updates.all())]
    accepted = [one for one in action.evidence.all() if one.accepted_on and one.accepted_on <= as_at]
    facts = _facts(
        action,
        reported_by(mine, as_at).get(action.pk, NOTHING_REPORTED),
        list(action.milestones.all()),
        [honesty.Dependency(ref, reported.get(pk, NOTHING_REPORTED).colour) for pk, ref in waits_for.items()],
        len(accepted),
        as_at,
    )
    owed = max(action.remedies.all(), key=lambda one: (one.due_on, one.pk), default=None)
    return replace(facts, remedy=honesty.Remedy(owed.wording, owed.owner, owed.due_on)) if owed else facts


def _facts(
    action: Action,
    reported: Reported,
    milestones: list[Milestone],
    waits_for: list[honesty.Dependency],
    accepted: int,
    as_at: date,
) -> honesty.ActionFacts:
    verified = action.verified_by if action.verified_on and action.verified_on <= as_at else None
    return honesty.ActionFacts(
        reported=reported.colour,
        start_planned_on=action.starts_on,
        started_on=reported.started_on,
        due_on=action.due_on,
        milestones=tuple(honesty.Milestone(one.title, one.due_on, one.reached_on) for one in milestones),
        last_update_on=reported.updated_on,
        evidence_accepted=accepted,
        lead=action.lead.handle if action.lead else action.lead_as_written,
        verified_by=verified.handle if verified else "",
        depends_on=tuple(waits_for),
    )


def newest_remedies(plan: ImprovementPlan) -> dict[int, Remedy]:
    return {one.action_id: one for one in Remedy.objects.filter(action__theme__plan=plan).order_by("due_on", "pk")}


def _grouped(milestones: Iterable[Milestone]) -> dict[int, list[Milestone]]:
    groups: dict[int, list[Milestone]] = defaultdict(list)
    for one in milestones:
        groups[one.action_id].append(one)
    return groups


def _waits_for(plan: ImprovementPlan, reported: Mapping[int, Reported]) -> dict[int, list[honesty.Dependency]]:
    found: dict[int, list[honesty.Dependency]] = defaultdict(list)
    rows = Dependency.objects.filter(action__theme__plan=plan).order_by("needs__theme__number", "needs__pk")
    for action, needs, ref in rows.values_list("action_id", "needs_id", "needs__ref"):
        found[action].append(honesty.Dependency(ref, reported.get(needs, NOTHING_REPORTED).colour))
    return found
