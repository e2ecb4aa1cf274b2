"""DOOR. The plan, and how it stands on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import LocalArea

from .alone import if_reported, one_action, one_outcome, one_theme
from .challenging import waiting as explanations_waiting
from .dates import CriticalDate, critical_dates
from .ending import Ends, ends
from .forecasting import PlanForecast, forecast
from .models import Action, Dependency, Evidence, Funding, ImprovementPlan, Outcome, Theme
from .owing.leads import LeadOwes, all_owed, owed_by, owed_by_named
from .resting import Rests, rests
from .risking import Register, register
from .risking import seen as risks_seen
from .spending import Spending, spending
from .standing import ActionStanding, OutcomeStanding, PlanStanding, ThemeStanding, standing
from .verifying import complete_for, evidence_for

__all__ = [
    "ActionStanding",
    "CriticalDate",
    "Ends",
    "LeadOwes",
    "OutcomeStanding",
    "PlanForecast",
    "PlanStanding",
    "Register",
    "Rests",
    "Spending",
    "ThemeStanding",
    "all_owed",
    "complete_for",
    "critical_dates",
    "ends",
    "evidence_for",
    "explanations_waiting",
    "forecast",
    "if_reported",
    "one_action",
    "one_outcome",
    "one_theme",
    "owed_by",
    "owed_by_named",
    "register",
    "rests",
    "risks_seen",
    "spending",
    "standing",
]


@dataclass(frozen=True)
class Themed:
    """A plan with its themes in order."""

    plan: ImprovementPlan
    themes: tuple[Theme, ...]


def plans(area: LocalArea) -> list[Themed]:
    """The area's plans that have themes, the largest first, each with its themes, in one question."""
    found: dict[int, list[Theme]] = {}
    for theme in Theme.objects.filter(plan__area=area).select_related("plan").order_by("number"):
        theme.plan.area = area
        found.setdefault(theme.plan_id, []).append(theme)
    themed = [Themed(themes[0].plan, tuple(themes)) for themes in found.values()]
    return sorted(themed, key=lambda one: (-len(one.themes), one.plan.pk))


def plan(area: LocalArea) -> ImprovementPlan | None:
    """The plan that the pages open with; None where there is none."""
    found = plans(area)
    return found[0].plan if found else None


def stands(
    area: LocalArea, as_at: date, since: date | None = None, *, small_numbers: bool = False
) -> PlanStanding | None:
    """The area's plan as it stands on a day, compared with how it stood on `since`; None where there is none."""
    found = plans(area)
    if not found:
        return None
    return standing(found[0].plan, as_at, since=since, themes=found[0].themes, small_numbers=small_numbers)


def theme(area: LocalArea, key: int) -> Theme:
    """Raises Theme.DoesNotExist, also for a theme of another area."""
    found = Theme.objects.select_related("plan").get(plan__area=area, pk=key)
    found.plan.area = area
    return found


def action(area: LocalArea, key: int) -> Action:
    """With what hangs on it. Raises Action.DoesNotExist, also for an action of another area."""
    waits_for = Dependency.objects.select_related("needs").order_by("needs__theme__number", "needs__pk")
    asked = Action.objects.select_related("theme__plan", "outcome", "lead", "verified_by").prefetch_related(
        "updates",
        "milestones",
        "remedies",
        Prefetch("evidence", Evidence.objects.select_related("accepted_by")),
        Prefetch("depends_on", waits_for),
    )
    return asked.get(theme__plan__area=area, pk=key)


def outcomes(plan: ImprovementPlan) -> QuerySet[Outcome]:
    return Outcome.objects.filter(theme__plan=plan).select_related("theme").prefetch_related("measures")


def evidence_to_look_at(area: LocalArea) -> QuerySet[Evidence]:
    """Offered, and neither accepted nor returned: what waits for a verifier."""
    waiting = Evidence.objects.filter(action__theme__plan__area=area, accepted_on=None, returned_because="")
    return waiting.select_related("action__theme", "action__lead")


def fundings(plan: ImprovementPlan) -> QuerySet[Funding]:
    return plan.fundings.all()


def names(area: LocalArea, handles: Iterable[str]) -> dict[str, str]:
    """By handle, the name and post; a hand that is nobody's here is left as it was written."""
    wanted = set(handles)
    keys = [int(handle.removeprefix("person:")) for handle in wanted if handle.removeprefix("person:").isdigit()]
    people = partnership.people_in(area).filter(pk__in=keys) if keys else ()
    known = {person.handle: ", ".join(filter(None, (person.name, person.post))) for person in people}
    return {handle: known.get(handle, handle) for handle in wanted}


def evidence(area: LocalArea, key: int) -> Evidence:
    """Raises Evidence.DoesNotExist, also for that of another area."""
    asked = Evidence.objects.select_related("action__theme__plan", "action__lead", "accepted_by")
    return asked.get(action__theme__plan__area=area, pk=key)
