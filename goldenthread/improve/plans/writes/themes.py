"""Themes of a plan are added and edited."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.improve.inspections.models import Finding
from goldenthread.improve.plans.models import ImprovementPlan, Theme

from .editing import Changes, change
from .faults import CannotSave
from .telling import tell_of_plan


@transaction.atomic
def add_theme(
    *,
    plan: ImprovementPlan,
    number: int,
    title: str,
    by: Actor,
    on: date,
    lead: str = "",
    findings: Iterable[Finding] = (),
) -> Theme:
    """Raises CannotSave where the number is taken, or a finding is another area's."""
    found = list(findings)
    _refuse(plan, number, found)
    theme = plan.themes.create(number=number, title=title, lead=lead)
    theme.findings.set(found)
    tell_of_plan("theme added", plan, by, on, theme)
    return theme


@transaction.atomic
def edit_theme(*, theme: Theme, by: Actor, on: date, seen: str | None = None, **given: Any) -> Changes:
    """`given`: number, title, lead, findings. Raises CannotSave and EditedSince."""
    _refuse(theme.plan, given.get("number", theme.number), given.get("findings", ()), theme)
    changes = change(theme, given, seen)
    if changes:
        tell_of_plan("theme edited", theme.plan, by, on, theme, detail={"changed": sorted(changes)})
    return changes


def _refuse(plan: ImprovementPlan, number: int, findings: Iterable[Finding], theme: Theme | None = None) -> None:
    taken = plan.themes.filter(number=number).exclude(pk=theme.pk if theme else 0).first()
    if taken is not None:
        raise CannotSave(f"Number {number} is “{taken.title}” already. Choose a number that is free.")
    if any(one.inspection.area_id != plan.area_id for one in findings):
        raise CannotSave("A theme answers findings of its own area only.")
