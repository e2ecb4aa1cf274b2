"""Rows of the plan → the facts that rules/honesty judges. A bounded number of queries, whatever the size of the
plan.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from goldenthread.improve.plans.models import (
    Action,
    Amendment,
    Dependency,
    Evidence,
    ImprovementPlan,
    Milestone,
    Remedy,
    Succession,
    Theme,
    Update,
)
from goldenthread.rules.honesty import action as honesty
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.honesty.reasons import Supported

COLOURS = {colour.name.lower(): colour for colour in Colour}  # as an update keeps them


@dataclass(frozen=True, slots=True)
class Reported:
    """What the updates say of an action by a day. No update at all: White, never updated, never started."""

    colour: Colour = Colour.WHITE
    updated_on: date | None = None
    started_on: date | None = None
    done: str = ""


NOTHING_REPORTED = Reported()


Told = tuple[int, date, str, str]  # an action, the day, the colour, what was done


def reported_by(updates: Iterable[Told], as_at: date) -> dict[int, Reported]:
    """By action: the newest update's colour, and the first update that was not White as its start."""
    found: dict[int, Reported] = {}
    for action, on, name, done in updates:
        if on <= as_at:
            colour = COLOURS[name]
            started = found.get(action, NOTHING_REPORTED).started_on or (None if colour is Colour.WHITE else on)
            found[action] = Reported(colour, on, started, done)
    return found


def in_the_plan(as_at: date) -> Q:
    """From the beginning, or from the day that it took over from others, until the day before it ended."""
    to_come = Exists(Succession.objects.filter(later=OuterRef("pk"), on__gt=as_at))
    return (Q(ended_on__isnull=True) | Q(ended_on__gt=as_at)) & ~Q(to_come)


def actions_of(plan: ImprovementPlan, themes: Iterable[Theme], as_at: date, since: date | None = None) -> list[Action]:
    """Those of the themes that are in the plan on the day, each with what one question can bring: its people, evidence
    accepted by the day, when it was last reworded, and what its updates told by the day and by `since`. However many
    updates there are, no more than those few are looked up.
    """
    of_it = {theme.pk: theme for theme in themes}
    asked = Action.objects.filter(in_the_plan(as_at), theme__plan=plan).select_related("lead", "verified_by")
    if len(of_it) == 1:
        asked = asked.filter(theme__in=of_it)
    rows = list(asked.annotate(**_told(as_at, since or as_at)).defer("as_written"))
    for row in rows:
        row.theme = of_it[row.theme_id]  # one object for each, not one for each action
    return rows


def _told(as_at: date, since: date) -> dict[str, Subquery | Coalesce]:
    return {
        "accepted": _accepted(as_at),
        "reworded_on": _reworded(as_at),
        "told_as": _newest("reported", as_at),
        "told_on": _newest("on", as_at),
        "told_done": _newest("done", as_at),
        "begun_on": _begun(as_at),
        "told_before": _newest("reported", since),
    }


def _newest(field: str, as_at: date) -> Subquery:
    told = Update.objects.filter(action=OuterRef("pk"), on__lte=as_at).order_by("-on", "-pk")
    return Subquery(told.values(field)[:1])


def _begun(as_at: date) -> Subquery:
    told = Update.objects.filter(action=OuterRef("pk"), on__lte=as_at).exclude(reported="white").order_by("on", "pk")
    return Subquery(told.values("on")[:1])


def _accepted(as_at: date) -> Coalesce:
    seen = Evidence.objects.filter(action=OuterRef("pk"), accepted_on__lte=as_at).order_by()
    return Coalesce(Subquery(seen.values("action").annotate(pieces=Count("pk")).values("pieces")), 0)


def _reworded(as_at: date) -> Subquery:
    words = Amendment.objects.filter(action=OuterRef("pk"), about=Amendment.About.WORDING, on__lte=as_at)
    return Subquery(words.order_by("-on").values("on")[:1])


def reported(actions: Iterable[Action]) -> dict[int, Reported]:
    """By action, of `actions_of`."""
    return {
        one.pk: Reported(COLOURS[one.told_as], one.told_on, one.begun_on, one.told_done or "")
        for one in actions
        if one.told_as
    }


def action_facts(
    plan: ImprovementPlan, actions: Iterable[Action], reported: Mapping[int, Reported], as_at: date
) -> dict[int, honesty.ActionFacts]:
    """By action, of `actions_of`. Of the milestones only those that are missed: no other counts against a colour.
    Dependencies take the colour that the other action is reported at.
    """
    milestones, waits_for = _missed(plan, as_at), _waits_for(plan, as_at)
    return {
        action.pk: _facts(
            action,
            reported.get(action.pk, NOTHING_REPORTED),
            milestones.get(action.pk, ()),
            waits_for.get(action.pk, ()),
            action.accepted,
            as_at,
        )
        for action in actions
    }


def judged(plan: ImprovementPlan, as_at: date, policy: honesty.Policy) -> dict[int, Supported]:
    """By action in the plan on the day: what was reported, and what the facts supported. The same as `action_facts`
    lead to, without the actions themselves, for days on which only their colours are wanted.
    """
    milestones, waits_for = _missed(plan, as_at), _waits_for(plan, as_at)
    told = {name: _told(as_at, as_at)[name] for name in ("accepted", "told_as", "told_on", "begun_on")}
    held = ("pk", "starts_on", "due_on", "lead", "lead_as_written", "verified_by", "verified_on")
    rows = Action.objects.filter(in_the_plan(as_at), theme__plan=plan).order_by().annotate(**told)
    found = {}
    for row in rows.values_list(*held, *told, named=True):
        known = honesty.ActionFacts(
            reported=COLOURS[row.told_as or "white"],
            start_planned_on=row.starts_on,
            started_on=row.begun_on,
            due_on=row.due_on,
            milestones=tuple(milestones.get(row.pk, ())),
            last_update_on=row.told_on,
            evidence_accepted=row.accepted,
            lead=_hand(row.lead) or row.lead_as_written,
            verified_by=_hand(row.verified_by) if row.verified_on and row.verified_on <= as_at else "",
            depends_on=tuple(waits_for.get(row.pk, ())),
        )
        found[row.pk] = honesty.supported_colour(known, as_at, policy)
    return found


def _hand(person: int | None) -> str:
    return f"person:{person}" if person else ""


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
        [honesty.Milestone(one.title, one.due_on, one.reached_on) for one in action.milestones.all()],
        [honesty.Dependency(ref, reported.get(pk, NOTHING_REPORTED).colour) for pk, ref in waits_for.items()],
        len(accepted),
        as_at,
    )
    owed = max(action.remedies.all(), key=lambda one: (one.due_on, one.pk), default=None)
    return replace(facts, remedy=honesty.Remedy(owed.wording, owed.owner, owed.due_on)) if owed else facts


def _facts(
    action: Action,
    reported: Reported,
    milestones: Iterable[honesty.Milestone],
    waits_for: Iterable[honesty.Dependency],
    accepted: int,
    as_at: date,
) -> honesty.ActionFacts:
    verified = action.verified_by if action.verified_on and action.verified_on <= as_at else None
    return honesty.ActionFacts(
        reported=reported.colour,
        start_planned_on=action.starts_on,
        started_on=reported.started_on,
        due_on=action.due_on,
        milestones=tuple(milestones),
        last_update_on=reported.updated_on,
        evidence_accepted=accepted,
        lead=action.lead.handle if action.lead else action.lead_as_written,
        verified_by=verified.handle if verified else "",
        depends_on=tuple(waits_for),
    )


def newest_remedies(plan: ImprovementPlan) -> dict[int, Remedy]:
    return {one.action_id: one for one in Remedy.objects.filter(action__theme__plan=plan).order_by("due_on", "pk")}


def shared_with(plan: ImprovementPlan) -> dict[int, list[tuple[int, str]]]:
    """By action, the key and name of each who leads it together with its lead."""
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    rows = Action.objects.filter(theme__plan=plan, shared_with__isnull=False).order_by("shared_with__name")
    for action, key, name in rows.values_list("pk", "shared_with", "shared_with__name"):
        found[action].append((key, name))
    return found


def _missed(plan: ImprovementPlan, as_at: date) -> dict[int, list[honesty.Milestone]]:
    found: dict[int, list[honesty.Milestone]] = defaultdict(list)
    unmet = Q(reached_on__isnull=True) | Q(reached_on__gt=as_at)
    rows = Milestone.objects.filter(unmet, action__theme__plan=plan, due_on__lt=as_at).order_by("due_on", "pk")
    for action, title, due_on, reached_on in rows.values_list("action_id", "title", "due_on", "reached_on"):
        found[action].append(honesty.Milestone(title, due_on, reached_on))
    return found


def _waits_for(plan: ImprovementPlan, as_at: date) -> dict[int, list[honesty.Dependency]]:
    """Of what is in the plan on the day: an action that has ended holds up nothing."""
    found: dict[int, list[honesty.Dependency]] = defaultdict(list)
    rows = Dependency.objects.filter(action__theme__plan=plan, needs__in=Action.objects.filter(in_the_plan(as_at)))
    told = Update.objects.filter(action=OuterRef("needs"), on__lte=as_at).order_by("-on", "-pk")
    named = rows.annotate(told_as=Subquery(told.values("reported")[:1])).order_by("needs__theme__number", "needs__pk")
    for action, ref, name in named.values_list("action_id", "needs__ref", "told_as"):
        found[action].append(honesty.Dependency(ref, COLOURS[name] if name else Colour.WHITE))
    return found
