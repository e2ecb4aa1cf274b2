"""Those who lead an action hear of what happens to it."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.notices import writes as notices
from goldenthread.foundation.partnership.models import Person
from goldenthread.improve.plans.models import Action


def leads_of(action: Action) -> set[Person]:
    """Its lead and whoever shares it; those who are only named in the plan cannot be told."""
    return {*([action.lead] if action.lead else []), *action.shared_with.all()}


def tell_leads(
    action: Action, what: str, why: str, by: Actor, on: date, *, only: Iterable[Person | None] | None = None
) -> None:
    """All of them, or `only` these."""
    to = leads_of(action) if only is None else only
    notices.tell(to=to, what=what, why=why, href=reverse("plans:action", args=[action.pk]), by=by, on=on)
