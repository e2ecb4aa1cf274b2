"""What stands on a theme's page beside how it stands: who shares its actions, what comes next, and what has ended."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Subquery

from goldenthread.improve.inspections.reads import AreaToAnswer, every_area_to_answer
from goldenthread.improve.plans.models import Amendment, Ended, Theme, Update
from goldenthread.improve.plans.standing import ActionStanding


@dataclass(frozen=True)
class ActionRow:
    standing: ActionStanding
    shared_with: tuple[str, ...]
    next_step: str


@dataclass(frozen=True)
class EndedAction:
    """`after` are the keys and references of those that took over from it; `asked_by`, `meeting` and `why` are of a
    withdrawal.
    """

    pk: int
    ref: str
    wording: str
    how: str
    on: date
    after: dict[int, str]
    asked_by: str
    meeting: str
    why: str


@dataclass(frozen=True)
class Beside:
    rows: tuple[ActionRow, ...]
    ended: tuple[EndedAction, ...]


def beside(theme: Theme, standings: Iterable[ActionStanding], as_at: date) -> Beside:
    """In one question: a row for each action, sharer and successor."""
    told = Update.objects.filter(action=OuterRef("pk"), on__lte=as_at).order_by("-on", "-pk")
    withdrawn = Amendment.objects.filter(action=OuterRef("pk"), about=Amendment.About.WITHDRAWAL)
    asked = theme.actions.annotate(
        next_step=Subquery(told.values("next_step")[:1]),
        asked_by=Subquery(withdrawn.values("asked_by")[:1]),
        meeting=Subquery(withdrawn.values("meeting")[:1]),
        why=Subquery(withdrawn.values("why")[:1]),
    ).order_by("ended_on", "pk", "shared_with__name", "became__later")
    own = ("pk", "ref", "wording", "ended_on", "ended_because", "next_step", "asked_by", "meeting", "why")
    found: dict[int, dict[str, Any]] = {}
    for row in asked.values(*own, "shared_with__name", "became__later_id", "became__later__ref"):
        one = found.setdefault(row["pk"], row | {"shared": {}, "after": {}})
        one["shared"][row["shared_with__name"]] = True
        one["after"][row["became__later_id"]] = row["became__later__ref"]
    return Beside(
        tuple(_row(one, found[one.action.pk]) for one in standings),
        tuple(_ended(one) for one in found.values() if one["ended_on"] and one["ended_on"] <= as_at),
    )


def findings(theme: Theme, as_at: date) -> list[AreaToAnswer]:
    """That the theme answers, each with what was judged of it and what it repeats."""
    tied = Theme.findings.through.objects.filter(theme=theme, finding=OuterRef("pk"))
    return [one for one in every_area_to_answer(theme.plan.area, as_at, Exists(tied)) if one.marked]


def _row(standing: ActionStanding, found: dict[str, Any]) -> ActionRow:
    return ActionRow(standing, tuple(name for name in found["shared"] if name), found["next_step"] or "")


def _ended(one: dict[str, Any]) -> EndedAction:
    return EndedAction(
        pk=one["pk"],
        ref=one["ref"],
        wording=one["wording"],
        how=Ended(one["ended_because"]).label,
        on=one["ended_on"],
        after={key: ref for key, ref in one["after"].items() if key},
        asked_by=one["asked_by"] or "",
        meeting=one["meeting"] or "",
        why=one["why"] or "",
    )
