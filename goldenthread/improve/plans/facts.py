"""Rows of the plan → the facts that rules/honesty judges. A bounded number of queries, whatever the size of the
plan.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from django.db.models import CharField, Count, DateField, Exists, OuterRef, Q, Subquery, Value
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
    """What the updates say of an action by a day. No update at all: White, never updated, never started.
    `completed_on`: the first day of the present run of Blue.
    """

    colour: Colour = Colour.WHITE
    updated_on: date | None = None
    started_on: date | None = None
    done: str = ""
    completed_on: date | None = None


NOTHING_REPORTED = Reported()
BLUE = Colour.BLUE.name.lower()
HELD = ("pk", "theme_id", "starts_on", "due_on", "lead_id", "lead_as_written", "verified_by_id", "verified_on")
Row = Any  # an Action, or as much of it as HELD says; with what `told` asked


def in_the_plan(as_at: date) -> Q:
    """From the beginning, or from the day that it took over from others, until the day before it ended."""
    return (Q(ended_on__isnull=True) | Q(ended_on__gt=as_at)) & ~to_come(as_at)


def to_come(as_at: date) -> Q:
    return Q(Exists(Succession.objects.filter(later=OuterRef("pk"), on__gt=as_at)))


def actions_of(themes: Iterable[Theme], as_at: date, since: date | None = None) -> list[Action]:
    """Those of the themes that have been in the plan by the day, also those that have left it since: each with its
    lead, and with what its updates told by the day and by `since`. However many updates there are, no more than those
    few are looked up.
    """
    of_it = {theme.pk: theme for theme in themes}
    asked = Action.objects.exclude(to_come(as_at)).filter(theme__in=of_it).prefetch_related("lead")
    further = {
        "reworded_on": reworded(as_at),
        "told_done": newest("done", "pk", as_at),
        "told_before": newest("reported", "pk", since or as_at),
    }
    rows = list(asked.annotate(**told(as_at), **further).defer("as_written"))
    for row in rows:
        row.theme = of_it[row.theme_id]  # one object for each, not one for each action
    return rows


def told(as_at: date) -> dict[str, Subquery | Coalesce]:
    """What `facts_of` takes of an action beside its own fields."""
    return {
        "accepted": _accepted(as_at),
        "told_as": newest("reported", "pk", as_at),
        "told_on": newest("on", "pk", as_at),
        "begun_on": _begun(as_at),
        "completed_on": completed(as_at),
    }


def newest(field: str, of: str, as_at: date) -> Subquery:
    """What an action's newest update says; `of` is the way from the row asked for to the action."""
    updates = Update.objects.filter(action=OuterRef(of), on__lte=as_at).order_by("-on", "-pk")
    return Subquery(updates.values(field)[:1])


def completed(as_at: date) -> Subquery:
    """The first day since which an action was reported nothing but Blue; none where its newest report is another."""
    after = Q(on__gt=OuterRef("on")) | Q(on=OuterRef("on"), pk__gt=OuterRef("pk"))
    others = Update.objects.filter(after, action=OuterRef("action"), on__lte=as_at).exclude(reported=BLUE)
    blues = Update.objects.filter(~Exists(others), action=OuterRef("pk"), on__lte=as_at, reported=BLUE)
    return Subquery(blues.order_by("on", "pk").values("on")[:1])


def reworded(as_at: date) -> Subquery:
    words = Amendment.objects.filter(action=OuterRef("pk"), about=Amendment.About.WORDING, on__lte=as_at)
    return Subquery(words.order_by("-on").values("on")[:1])


def _begun(as_at: date) -> Subquery:
    updates = Update.objects.filter(action=OuterRef("pk"), on__lte=as_at).exclude(reported="white").order_by("on", "pk")
    return Subquery(updates.values("on")[:1])


def _accepted(as_at: date) -> Coalesce:
    seen = Evidence.objects.filter(action=OuterRef("pk"), accepted_on__lte=as_at).order_by()
    return Coalesce(Subquery(seen.values("action").annotate(pieces=Count("pk")).values("pieces")), 0)


def reported_of(row: Row) -> Reported:
    if not row.told_as:
        return NOTHING_REPORTED
    done = getattr(row, "told_done", "")
    return Reported(COLOURS[row.told_as], row.told_on, row.begun_on, done, row.completed_on)


@dataclass(slots=True)
class Hung:
    """What counts for or against an action beside what it says of itself. `needs`: the keys of those it waits for."""

    milestones: list[honesty.Milestone] = field(default_factory=list)
    waits_for: list[honesty.Dependency] = field(default_factory=list)
    needs: list[int] = field(default_factory=list)
    shared_with: list[str] = field(default_factory=list)


NOTHING_HUNG = Hung()
NO_DAY, NO_WORD = Value(None, DateField()), Value("", CharField())


def hung(of: Q, as_at: date) -> dict[int, Hung]:
    """By action, in one question. Of the milestones only those that are missed: no other counts against a colour.
    Dependencies take the colour that the other action is reported at.
    """
    on = Action.objects.filter(of).order_by().values("pk")
    unmet = Q(reached_on__isnull=True) | Q(reached_on__gt=as_at)
    missed = Milestone.objects.filter(unmet, action__in=on, due_on__lt=as_at).order_by()
    needed = Dependency.objects.filter(action__in=on).order_by()
    shared = Action.shared_with.through.objects.filter(action__in=on).order_by()
    kinds = [Value(kind, CharField()) for kind in ("milestone", "needs", "shared")]
    colour_of = newest("reported", "needs", as_at)
    rows = missed.values_list("action_id", kinds[0], "due_on", "pk", "reached_on", "title", NO_WORD).union(
        needed.values_list("action_id", kinds[1], NO_DAY, "needs_id", "needs__ended_on", "needs__ref", colour_of),
        shared.values_list("action_id", kinds[2], NO_DAY, "person_id", NO_DAY, NO_WORD, NO_WORD),
        all=True,
    )
    found: dict[int, Hung] = defaultdict(Hung)
    for action, kind, due_on, key, ended_on, words, colour in sorted(rows, key=lambda row: (row[2] or as_at, row[3])):
        one = found[action]
        if kind == "milestone":
            one.milestones.append(honesty.Milestone(words, due_on, ended_on))
        elif kind == "needs":
            one.waits_for.append(honesty.Dependency(words, COLOURS[colour or "white"], ended_on))
            one.needs.append(key)
        else:
            one.shared_with.append(_hand(key))
    return found


def facts_of(row: Row, on_it: Hung) -> honesty.ActionFacts:
    """The one way from the database to a judgement; `row` is what an action holds with what `told` asked."""
    reported = reported_of(row)
    return honesty.ActionFacts(
        reported=reported.colour,
        start_planned_on=row.starts_on,
        started_on=reported.started_on,
        due_on=row.due_on,
        milestones=tuple(on_it.milestones),
        last_update_on=reported.updated_on,
        evidence_accepted=row.accepted,
        lead=_hand(row.lead_id) or row.lead_as_written,
        shared_with=tuple(on_it.shared_with),
        verified_by=_hand(row.verified_by_id) if row.verified_on else "",
        verified_on=row.verified_on,
        completed_on=reported.completed_on,
        depends_on=tuple(on_it.waits_for),
    )


def _hand(person: int | None) -> str:
    return f"person:{person}" if person else ""


class Judged(NamedTuple):
    """The key of an action's theme; what was reported of it on a day, and what the facts supported."""

    theme: int
    supported: Supported


def judged(plan: ImprovementPlan, as_at: date, policy: honesty.Policy) -> dict[int, Judged]:
    """By action in the plan on the day, without the actions themselves, for pages that want little more than their
    colours.
    """
    of = Q(theme__plan=plan)
    known = _known(of & in_the_plan(as_at), hung(of, as_at), as_at)
    return {key: Judged(theme, honesty.supported_colour(facts, as_at, policy)) for key, theme, facts in known}


def facts_of_one(action: Action, as_at: date) -> honesty.ActionFacts:
    """One action alone, before or after a report: its milestones as the action at hand holds them, all else as the
    database does; with the remedy that it owes if it is Red.
    """
    alone = Q(pk=action.pk)
    ((_, _, facts),) = _known(alone, hung(alone, as_at), as_at)
    steps = tuple(honesty.Milestone(one.title, one.due_on, one.reached_on) for one in action.milestones.all())
    owed = max(action.remedies.all(), key=lambda one: one.pk, default=None)
    remedy = honesty.Remedy(owed.wording, owed.owner, owed.due_on) if owed else honesty.Remedy()
    return replace(facts, milestones=steps, remedy=remedy)


def _known(of: Q, found: Mapping[int, Hung], as_at: date) -> Iterator[tuple[int, int, honesty.ActionFacts]]:
    """The keys of each action and of its theme, and its facts."""
    asked = told(as_at)
    rows = Action.objects.filter(of).order_by().annotate(**asked).values_list(*HELD, *asked, named=True)
    for row in rows:
        yield row.pk, row.theme_id, facts_of(row, found.get(row.pk, NOTHING_HUNG))


def newest_remedies(plan: ImprovementPlan) -> dict[int, Remedy]:
    """By action; the newest is the one written last, whatever its date."""
    return {one.action_id: one for one in Remedy.objects.filter(action__theme__plan=plan).order_by("pk")}


def shared_with(plan: ImprovementPlan) -> dict[int, list[tuple[int, str]]]:
    """By action, the key and name of each who leads it together with its lead."""
    found: dict[int, list[tuple[int, str]]] = defaultdict(list)
    rows = Action.objects.filter(theme__plan=plan, shared_with__isnull=False).order_by("shared_with__name")
    for action, key, name in rows.values_list("pk", "shared_with", "shared_with__name"):
        found[action].append((key, name))
    return found
