"""Whichever actions are asked for, with all that hangs on them and how they stand: seven questions, however many."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.plans.challenging import Said, said
from goldenthread.improve.plans.facts import Reported, in_the_plan
from goldenthread.improve.plans.models import Action, Amendment, Dependency, Evidence, Milestone, Remedy, Theme, Update
from goldenthread.improve.plans.standing import ActionStanding
from goldenthread.rules.honesty import action as honesty
from goldenthread.rules.honesty import override as signing
from goldenthread.rules.honesty.colours import Colour


@dataclass(frozen=True)
class Other:
    """The action at the other end of a dependency, the colour it is reported at and was on the day before."""

    key: int
    ref: str
    wording: str
    colour: Colour
    before: Colour


@dataclass(frozen=True)
class Gathered:
    """An action with how it stands and what hangs on it."""

    action: Action
    standing: ActionStanding
    milestones: tuple[Milestone, ...]
    evidence: tuple[Evidence, ...]
    remedies: tuple[Remedy, ...]
    waits_for: tuple[Other, ...]
    holds_up: tuple[Other, ...]

    @property
    def complete(self) -> bool:
        return self.standing.reported.colour is Colour.BLUE

    @property
    def waiting(self) -> tuple[Other, ...]:
        """What cannot finish before it, and is unfinished itself."""
        return tuple(one for one in self.holds_up if not self.complete and one.colour is not Colour.BLUE)


def gather(area: LocalArea, asked: Q, as_at: date, since: date | None = None) -> list[Gathered]:
    """Of the area's actions in the plan on the day, by their keys to people alone. `since`: the day before."""
    themes = {theme.pk: theme for theme in Theme.objects.filter(plan__area=area).select_related("plan")}
    rows = Action.objects.filter(asked & in_the_plan(as_at), theme__in=themes)
    found = list(_told(rows, as_at).defer("as_written"))
    for one in found:
        one.theme = themes[one.theme_id]  # one object for each, not one for each action
    return _gathered(found, rows, as_at, since or as_at)


def gather_one(area: LocalArea, key: int, as_at: date) -> Gathered:
    """With its people, and also where it has left the plan. Raises Action.DoesNotExist, also for an action of another
    area.
    """
    rows = Action.objects.filter(theme__plan__area=area, pk=key)
    people = _told(rows, as_at).select_related("theme__plan", "outcome", "lead", "verified_by")
    return _gathered([people.prefetch_related("shared_with").get()], rows, as_at, as_at)[0]


def newest_told(what: str, of: str, as_at: date) -> Subquery:
    """What an action's newest update says; `of` is the way from the row asked for to the action."""
    told = Update.objects.filter(action=OuterRef(of), on__lte=as_at).order_by("-on", "-pk")
    return Subquery(told.values(what)[:1])


def _told(rows: QuerySet[Action], as_at: date) -> QuerySet[Action]:
    begun = Update.objects.filter(action=OuterRef("pk"), on__lte=as_at).exclude(reported="white").order_by("on", "pk")
    words = Amendment.objects.filter(action=OuterRef("pk"), about=Amendment.About.WORDING, on__lte=as_at)
    told = {
        "told_as": newest_told("reported", "pk", as_at),
        "told_on": newest_told("on", "pk", as_at),
        "begun_on": Subquery(begun.values("on")[:1]),
        "reworded_on": Subquery(words.order_by("-on").values("on")[:1]),
    }
    return rows.annotate(**told)


@dataclass
class Hung:
    """By action: what hangs on it, and the other ends of its dependencies."""

    milestones: dict[int, list[Milestone]] = field(default_factory=lambda: defaultdict(list))
    evidence: dict[int, list[Evidence]] = field(default_factory=lambda: defaultdict(list))
    remedies: dict[int, list[Remedy]] = field(default_factory=lambda: defaultdict(list))
    waits_for: dict[int, list[Other]] = field(default_factory=lambda: defaultdict(list))
    holds_up: dict[int, list[Other]] = field(default_factory=lambda: defaultdict(list))


def _hung(on: QuerySet[Action, Any], as_at: date, since: date) -> Hung:
    found = Hung()
    for milestone in Milestone.objects.filter(action__in=on):
        found.milestones[milestone.action_id].append(milestone)
    for evidence in Evidence.objects.filter(action__in=on).select_related("accepted_by"):
        found.evidence[evidence.action_id].append(evidence)
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
            found.waits_for[waits].append(Other(needed, its_ref, its_wording, colour, before))
        if ended is None or ended > as_at:
            found.holds_up[needed].append(Other(waits, ref, wording, waiting, waiting))


def _colour(told: str | None) -> Colour:
    return Colour.named(told) if told else Colour.WHITE


def _gathered(found: Sequence[Action], rows: QuerySet[Action], as_at: date, since: date) -> list[Gathered]:
    keys = rows.order_by().values("pk")
    hung, answers = _hung(keys, as_at, since), said(Q(action__in=keys), as_at)
    return [
        Gathered(
            one,
            _standing(one, hung, answers, as_at),
            tuple(hung.milestones[one.pk]),
            tuple(hung.evidence[one.pk]),
            tuple(hung.remedies[one.pk]),
            tuple(hung.waits_for[one.pk]),
            tuple(hung.holds_up[one.pk]),
        )
        for one in found
    ]


def _standing(action: Action, hung: Hung, answers: Said, as_at: date) -> ActionStanding:
    key, reported = ("action", action.pk), Reported(_colour(action.told_as), action.told_on, action.begun_on)
    remedy = max(hung.remedies[action.pk], key=lambda one: (one.due_on, one.pk), default=None)
    policy = honesty.Policy(cadence_days=action.theme.plan.cadence_days)
    supported = honesty.supported_colour(_facts(action, reported, hung, as_at), as_at, policy)
    signed = answers.signed.get(key)
    verdict = signing.verdict(supported, as_at, signed)
    return ActionStanding(action, reported, supported, verdict, signed, reported.colour, remedy, answers.open.get(key))


def _facts(action: Action, reported: Reported, hung: Hung, as_at: date) -> honesty.ActionFacts:
    verified = action.verified_by_id if action.verified_on and action.verified_on <= as_at else ""
    return honesty.ActionFacts(
        reported=reported.colour,
        start_planned_on=action.starts_on,
        started_on=reported.started_on,
        due_on=action.due_on,
        milestones=tuple(
            honesty.Milestone(one.title, one.due_on, one.reached_on) for one in hung.milestones[action.pk]
        ),
        last_update_on=reported.updated_on,
        evidence_accepted=sum(
            one.accepted_on is not None and one.accepted_on <= as_at for one in hung.evidence[action.pk]
        ),
        lead=str(action.lead_id or action.lead_as_written),
        verified_by=str(verified or ""),
        depends_on=tuple(honesty.Dependency(one.ref, one.colour) for one in hung.waits_for[action.pk]),
    )
