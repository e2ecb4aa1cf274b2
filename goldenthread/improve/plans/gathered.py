"""Whichever actions are asked for, with all that hangs on them and how they stand: seven questions, however many."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet, Subquery

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.plans import facts
from goldenthread.improve.plans.challenging import Said, said
from goldenthread.improve.plans.models import Action, Dependency, Evidence, Milestone, Remedy, Theme
from goldenthread.improve.plans.standing import ActionStanding, action_standing
from goldenthread.rules.honesty import action as honesty
from goldenthread.rules.honesty.colours import Colour


@dataclass(frozen=True)
class Other:
    """The action at the other end of a dependency, the colour it is reported at and was on the day before."""

    key: int
    ref: str
    wording: str
    colour: Colour
    before: Colour
    ended_on: date | None = None


@dataclass(frozen=True)
class Gathered:
    """An action with how it stands and what hangs on it. `shared_with`: the keys of those who share in leading it."""

    action: Action
    standing: ActionStanding
    milestones: tuple[Milestone, ...]
    evidence: tuple[Evidence, ...]
    remedies: tuple[Remedy, ...]
    waits_for: tuple[Other, ...]
    holds_up: tuple[Other, ...]
    shared_with: frozenset[int] = frozenset()

    @property
    def complete(self) -> bool:
        return self.standing.reported.colour is Colour.BLUE

    @property
    def waiting(self) -> tuple[Other, ...]:
        """What cannot finish before it, and is unfinished itself."""
        return tuple(one for one in self.holds_up if not self.complete and one.colour is not Colour.BLUE)


def gather(area: LocalArea, asked: Q, as_at: date, since: date | None = None) -> list[Gathered]:
    """Of the area's actions in the plan on the day, by their keys to people alone, with the milestones that are still
    to be reached. `since`: the day before.
    """
    themes = {theme.pk: theme for theme in Theme.objects.filter(plan__area=area).select_related("plan")}
    rows = Action.objects.filter(asked & facts.in_the_plan(as_at), theme__in=themes)
    found = list(_told(rows, as_at).defer("as_written"))
    for one in found:
        one.theme = themes[one.theme_id]  # one object for each, not one for each action
    unmet = Milestone.objects.filter(reached_on=None) | Milestone.objects.filter(reached_on__gt=as_at)
    hung = _hung(rows, unmet, Evidence.objects.defer("words"), as_at, since or as_at)
    for action, person in Action.shared_with.through.objects.filter(action__in=rows).values_list("action", "person"):
        hung.shared_with[action].append(person)
    return _gathered(found, rows, hung, as_at)


def gather_one(area: LocalArea, key: int, as_at: date) -> Gathered:
    """With its people, and also where it has left the plan. Raises Action.DoesNotExist, also for an action of another
    area.
    """
    rows = Action.objects.filter(theme__plan__area=area, pk=key)
    people = _told(rows, as_at).select_related("theme__plan", "outcome", "lead", "verified_by")
    one = people.prefetch_related("shared_with").get()
    hung = _hung(rows, Milestone.objects.all(), Evidence.objects.select_related("accepted_by"), as_at, as_at)
    hung.shared_with[key] = [person.pk for person in one.shared_with.all()]
    return _gathered([one], rows, hung, as_at)[0]


def _told(rows: QuerySet[Action], as_at: date) -> QuerySet[Action]:
    asked = facts.told(as_at) | {"reworded_on": facts.reworded(as_at)}
    return rows.annotate(**asked)


def newest_told(what: str, of: str, as_at: date) -> Subquery:
    """What an action's newest update says; `of` is the way from the row asked for to the action."""
    return facts.newest(what, of, as_at)


@dataclass
class Hung:
    """By action: what hangs on it, and the other ends of its dependencies."""

    milestones: dict[int, list[Milestone]] = field(default_factory=lambda: defaultdict(list))
    evidence: dict[int, list[Evidence]] = field(default_factory=lambda: defaultdict(list))
    remedies: dict[int, list[Remedy]] = field(default_factory=lambda: defaultdict(list))
    shared_with: dict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    waits_for: dict[int, list[Other]] = field(default_factory=lambda: defaultdict(list))
    holds_up: dict[int, list[Other]] = field(default_factory=lambda: defaultdict(list))


def _hung(
    rows: QuerySet[Action], milestones: QuerySet[Milestone], evidence: QuerySet[Evidence], as_at: date, since: date
) -> Hung:
    found, on = Hung(), rows.order_by().values("pk")
    for milestone in milestones.filter(action__in=on):
        found.milestones[milestone.action_id].append(milestone)
    for each in evidence.filter(action__in=on):
        found.evidence[each.action_id].append(each)
    for remedy in Remedy.objects.filter(action__in=on):
        found.remedies[remedy.action_id].append(remedy)
    _hang_dependencies(found, on, as_at, since)
    return found


def _hang_dependencies(found: Hung, on: QuerySet[Action, Any], as_at: date, since: date) -> None:
    """An action that has ended waits for nothing, and holds up nothing."""
    rows = Dependency.objects.filter(Q(action__in=on) | Q(needs__in=on)).order_by("needs", "action")
    ends = [f"{end}__{field}" for end in ("action", "needs") for field in ("pk", "ref", "wording", "ended_on")]
    told = (newest_told("reported", "action", as_at), newest_told("reported", "needs", as_at))
    for row in rows.values_list(*ends, *told, newest_told("reported", "needs", since)):
        (waits, ref, wording, ended), (needed, its_ref, its_wording, its_end), colours = row[:4], row[4:8], row[8:]
        waiting, colour, before = map(_colour, colours)
        if its_end is None or its_end > as_at:
            found.waits_for[waits].append(Other(needed, its_ref, its_wording, colour, before, its_end))
        if ended is None or ended > as_at:
            found.holds_up[needed].append(Other(waits, ref, wording, waiting, waiting, ended))


def _colour(told: str | None) -> Colour:
    return Colour.named(told) if told else Colour.WHITE


def _gathered(found: Sequence[Action], rows: QuerySet[Action], hung: Hung, as_at: date) -> list[Gathered]:
    answers = said(Q(action__in=rows.order_by().values("pk")), as_at)
    return [
        Gathered(
            one,
            _standing(one, hung, answers, as_at),
            tuple(hung.milestones[one.pk]),
            tuple(hung.evidence[one.pk]),
            tuple(hung.remedies[one.pk]),
            tuple(hung.waits_for[one.pk]),
            tuple(hung.holds_up[one.pk]),
            frozenset(hung.shared_with[one.pk]),
        )
        for one in found
    ]


def _standing(action: Action, hung: Hung, answers: Said, as_at: date) -> ActionStanding:
    remedy = max(hung.remedies[action.pk], key=lambda one: one.pk, default=None)
    policy = honesty.Policy(cadence_days=action.theme.plan.cadence_days)
    return action_standing(action, _counts(action, hung), answers, policy, as_at, remedy)


def _counts(action: Action, hung: Hung) -> facts.Hung:
    """As the facts of the whole plan have it."""
    waits_for = hung.waits_for[action.pk]
    return facts.Hung(
        [honesty.Milestone(one.title, one.due_on, one.reached_on) for one in hung.milestones[action.pk]],
        [honesty.Dependency(one.ref, one.colour, one.ended_on) for one in waits_for],
        [one.key for one in waits_for],
        [f"person:{person}" for person in hung.shared_with[action.pk]],
    )
