"""The days that matter in a plan: what is due, what should have its effect, what somebody signed for and until when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.plans.models import (
    Action,
    Colour,
    ImprovementPlan,
    Outcome,
    Override,
    Remedy,
    Update,
)


@dataclass(frozen=True, order=True)
class CriticalDate:
    """`kind` says what falls on the day, `what` of which thing. `key` never changes, so that a calendar knows it
    again.
    """

    on: date
    kind: str
    what: str
    href: str
    key: str


def critical_dates(area: LocalArea, as_at: date) -> list[CriticalDate]:
    """Of every plan of the area, in order: what is still to do, late or not, and what is still to come. Five
    questions.
    """
    found = (*_actions(area, as_at), *_remedies(area, as_at), *_outcomes(area), *_signed(area, as_at), *_rest(area))
    return sorted(found)


def _unfinished(area: LocalArea, as_at: date) -> QuerySet[Action]:
    """In the plan, and not reported Blue by the day."""
    newest = Update.objects.filter(action=OuterRef("pk"), on__lte=as_at).order_by("-on", "-pk").values("reported")[:1]
    in_plan = Q(ended_on__isnull=True) | Q(ended_on__gt=as_at)
    actions = Action.objects.filter(in_plan, theme__plan__area=area)
    return actions.alias(stands=Subquery(newest)).filter(Q(stands__isnull=True) | ~Q(stands=Colour.BLUE))


def _of_action(on: date, kind: str, what: str, action: int, key: str) -> CriticalDate:
    return CriticalDate(on, kind, what, reverse("plans:action", args=[action]), key)


def _of_theme(on: date, kind: str, what: str, theme: int, key: str) -> CriticalDate:
    return CriticalDate(on, kind, what, reverse("plans:theme", args=[theme]), key)


def _actions(area: LocalArea, as_at: date) -> Iterator[CriticalDate]:
    """When they are due, each once, and their milestones that are not reached: one question for both."""
    marks = ("milestones__pk", "milestones__title", "milestones__due_on", "milestones__reached_on")
    seen: set[int] = set()
    rows = _unfinished(area, as_at).order_by("pk").values_list("pk", "ref", "wording", "due_on", *marks)
    for pk, ref, wording, due_on, mark, title, mark_due_on, reached_on in rows:
        if due_on and pk not in seen:
            yield _of_action(due_on, "Action due", f"{ref} {wording}", pk, f"action-{pk}")
        seen.add(pk)
        if mark and not (reached_on and reached_on <= as_at):
            yield _of_action(mark_due_on, "Milestone", f"{ref} {title}", pk, f"milestone-{mark}")


def _remedies(area: LocalArea, as_at: date) -> Iterator[CriticalDate]:
    """The newest new date that was promised for each action."""
    later = Remedy.objects.filter(action=OuterRef("action"), due_on__gt=OuterRef("due_on"))
    newest = Remedy.objects.filter(~Exists(later), action__in=_unfinished(area, as_at).values("pk"))
    for one in newest.select_related("action"):
        what = f"{one.action.ref} {one.wording}"
        yield _of_action(one.due_on, "New date of a red action", what, one.action_id, f"remedy-{one.pk}")


def _outcomes(area: LocalArea) -> Iterator[CriticalDate]:
    seen: set[int] = set()
    rows = Outcome.objects.filter(theme__plan__area=area).order_by("pk")
    wanted = ("pk", "sentence", "theme", "effect_expected_on", "measures__pk", "measures__target_by")
    for pk, sentence, theme, expected_on, aim, target_by in rows.values_list(*wanted):
        if expected_on and pk not in seen:
            yield _of_theme(expected_on, "Effect expected", sentence, theme, f"outcome-{pk}")
        seen.add(pk)
        if target_by:
            yield _of_theme(target_by, "Target to be met", sentence, theme, f"target-{aim}")


def _signed(area: LocalArea, as_at: date) -> Iterator[CriticalDate]:
    mine = Q(action__theme__plan__area=area) | Q(outcome__theme__plan__area=area) | Q(theme__plan__area=area)
    for one in Override.objects.filter(mine, until_on__gte=as_at).select_related("action", "outcome__theme", "theme"):
        kind, key = "Signed explanation ends", f"override-{one.pk}"
        theme = one.theme or (one.outcome.theme if one.outcome else None)
        if one.action:
            yield _of_action(one.until_on, kind, str(one.action), one.action.pk, key)
        elif theme:
            yield _of_theme(one.until_on, kind, str(one.outcome or theme), theme.pk, key)


def _rest(area: LocalArea) -> Iterator[CriticalDate]:
    seen: set[int] = set()
    risks = ("risks__pk", "risks__title", "risks__review_on", "risks__closed_on")
    rows = ImprovementPlan.objects.filter(area=area).order_by("pk").values_list("pk", "title", "ends_on", *risks)
    for pk, title, ends_on, risk, what, review_on, closed_on in rows:
        if ends_on and pk not in seen:
            yield CriticalDate(ends_on, "Plan ends", title, f"{reverse('plans:index')}?plan={pk}", f"plan-{pk}")
        seen.add(pk)
        if review_on and not closed_on:
            yield CriticalDate(review_on, "Risk to look at again", what, reverse("plans:risks"), f"risk-{risk}")
