"""One ledger line a change."""

from datetime import date

from django.db.models import Model

from goldenthread.foundation.ledger import writes as ledger
from goldenthread.foundation.ledger.reads import JSON, Actor
from goldenthread.improve.plans.models import Action, ImprovementPlan


def tell_of_action(
    what: str, action: Action, by: Actor, on: date, about: Model | None = None, *, detail: dict[str, JSON] | None = None
) -> None:
    subject = f"action:{action.pk}" + (f"/{about._meta.model_name}:{about.pk}" if about else "")
    ledger.record(what=what, by=by, on=on, area=action.theme.plan.area_id, subject=subject, detail=detail)


def tell_of_plan(
    what: str,
    plan: ImprovementPlan,
    by: Actor,
    on: date,
    about: Model | None = None,
    *,
    detail: dict[str, JSON] | None = None,
) -> None:
    subject = f"plan:{plan.pk}" + (f"/{about._meta.model_name}:{about.pk}" if about else "")
    ledger.record(what=what, by=by, on=on, area=plan.area_id, subject=subject, detail=detail)
