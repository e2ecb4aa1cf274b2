"""Somebody states when the plan is to end."""

from datetime import date

from django.db import transaction
from django.urls import reverse

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.notices import writes as notices
from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import Role
from goldenthread.foundation.ui.words import day
from goldenthread.improve.plans.ending import last_day
from goldenthread.improve.plans.models import ImprovementPlan, StatedEnd

from .faults import CannotSave
from .telling import tell_of_plan


@transaction.atomic
def state_end(
    *,
    plan: ImprovementPlan,
    words: str,
    source: str,
    by: Actor,
    on: date,
    said_on: date | None = None,
    means: date | None = None,
) -> StatedEnd:
    """The words as they were said, and the last day that they allow: read from them, unless `means` gives it. What was
    stated before stays; who keeps the plan is told where the days differ. Raises CannotSave for the same words from the
    same source, or words from the future.
    """
    words, source = words.strip(), source.strip()
    if plan.stated_ends.filter(words__iexact=words, source__iexact=source).exists():
        raise CannotSave(f"“{words}”, from {source}, is here already.")
    if said_on and said_on > on:
        raise CannotSave("That day has not come yet. Give the day on which it was said.")
    end = plan.stated_ends.create(words=words, source=source, said_on=said_on, on=means or last_day(words))
    tell_of_plan("end of plan stated", plan, by, on, end, detail={"ends": end.on.isoformat() if end.on else None})
    others = plan.stated_ends.exclude(pk=end.pk).filter(on__isnull=False)
    if end.on and others.exclude(on=end.on).exists():
        _tell_keepers(plan, end.on, by, on)
    return end


def _tell_keepers(plan: ImprovementPlan, ends: date, by: Actor, on: date) -> None:
    notices.tell(
        to=partnership.people_with(plan.area, Role.IMPROVEMENT_LEAD, on),
        what=f"Another end is stated for {plan}: {day(ends)}",
        why="Different ends stand side by side until somebody says which one holds.",
        href=f"{reverse('plans:ends')}?plan={plan.pk}",
        by=by,
        on=on,
    )
