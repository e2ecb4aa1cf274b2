"""A plan is adopted, begun from what inspectors found, and edited."""

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.inspections import reads as inspections
from goldenthread.improve.inspections.models import Inspection
from goldenthread.improve.plans.kinds import title_from, to_answer
from goldenthread.improve.plans.models import ImprovementPlan

from .challenges import take_stock
from .editing import Changes, change
from .faults import CannotSave
from .telling import tell_of_plan


@transaction.atomic
def adopt_plan(
    *,
    area: LocalArea,
    title: str,
    by: Actor,
    on: date,
    kind: str = ImprovementPlan.Kind.PRIORITY,
    inspection: Inspection | None = None,
    owner: str = "",
    starts_on: date | None = None,
    ends_on: date | None = None,
    cadence_days: int = 31,
) -> ImprovementPlan:
    """Raises CannotSave where the area has a plan of that title, or where it would end before it starts."""
    _refuse(area, title, starts_on, ends_on)
    plan = ImprovementPlan.objects.create(
        area=area,
        title=title,
        kind=kind,
        inspection=inspection,
        owner=owner,
        starts_on=starts_on,
        ends_on=ends_on,
        cadence_days=cadence_days,
    )
    tell_of_plan("plan adopted", plan, by, on, detail={"kind": kind})
    return plan


@transaction.atomic
def begin_plan(
    *, area: LocalArea, title: str, kind: str, inspection: Inspection | None, by: Actor, on: date, **details: Any
) -> ImprovementPlan:
    """A plan adopted, with one theme for each finding of the inspection that a plan of its kind must answer, in the
    report's order. `details` as `adopt_plan` has them. Raises CannotSave.
    """
    plan = adopt_plan(area=area, title=title, kind=kind, inspection=inspection, by=by, on=on, **details)
    areas = to_answer(kind, inspections.areas_to_answer(inspection, on)) if inspection else []
    for number, one in enumerate(areas, 1):
        theme = plan.themes.create(number=number, title=title_from(one.finding.text))
        theme.findings.add(one.finding)
        tell_of_plan("theme added", plan, by, on, theme, detail={"finding": f"finding:{one.finding.pk}"})
    return plan


@transaction.atomic
def edit_plan(*, plan: ImprovementPlan, by: Actor, on: date, seen: str | None = None, **given: Any) -> Changes:
    """`given` by the plan's own fields. Raises CannotSave, and EditedSince where `seen` is not how it stands."""
    _refuse(plan.area, given.get("title", plan.title), given.get("starts_on"), given.get("ends_on"), plan)
    changes = change(plan, given, seen)
    if changes:
        detail: dict[str, Any] = {"changed": sorted(changes)}
        if "cadence_days" in changes:
            detail["cadence"] = [*changes["cadence_days"]]
        tell_of_plan("plan edited", plan, by, on, detail=detail)
    if "cadence_days" in changes:  # it says how old a report may be: colours are challenged by it
        take_stock(plan=plan, by=by, on=on)
    return changes


def _refuse(
    area: LocalArea, title: str, starts_on: date | None, ends_on: date | None, plan: ImprovementPlan | None = None
) -> None:
    same = ImprovementPlan.objects.filter(area=area, title=title)
    if (same.exclude(pk=plan.pk) if plan else same).exists():
        raise CannotSave(f"{area.name} has a plan called “{title}” already. Choose another title, or open that plan.")
    if starts_on and ends_on and ends_on < starts_on:
        raise CannotSave("The plan cannot end before it starts. Check its two dates.")
