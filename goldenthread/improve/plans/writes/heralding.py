"""Leads hear that a colour of theirs is challenged, and that a challenge was answered."""

from collections.abc import Sequence
from datetime import date

from django.urls import reverse

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.notices import writes as notices
from goldenthread.foundation.partnership.models import Person
from goldenthread.improve.plans.models import Action, Challenge, Colour, ImprovementPlan


def tell_leads(
    plan: ImprovementPlan, opened: Sequence[Challenge], answered: Sequence[Challenge], by: Actor, on: date
) -> None:
    """One notice a person for all that opened, one for all that was answered: who comes back from leave is not told
    forty times. Those without a sign-in have nowhere to read it.
    """
    leads = _leads([row.action for row in (*opened, *answered) if row.action])
    for rows, single, several in (
        (opened, _opened, "{count} of your plan’s actions are newly challenged"),
        (answered, _answered, "{count} challenges of your plan’s actions are answered"),
    ):
        about = [row for row in rows if row.action]
        people = [person for row in about for person in leads[row.action_id or 0] if person.user_id]
        if not people:
            continue
        if len(about) == 1:
            what, why = single(about[0])
            href = reverse("plans:action", args=[about[0].action_id])
        else:
            what = several.format(count=len(about))
            why = (
                f"At least one that you lead is among them: {', '.join(row.action.ref for row in about if row.action)}."
            )
            href = f"{reverse('plans:challenges')}?plan={plan.pk}"
        notices.tell(to=people, what=what, why=why, href=href, by=by, on=on)


def _leads(actions: Sequence[Action]) -> dict[int, list[Person]]:
    found = {action.pk: [action.lead] if action.lead else [] for action in actions}
    shares = Action.shared_with.through._default_manager.filter(action__in=found).select_related("person")
    for share in shares if found else ():
        found[share.action_id].append(share.person)
    return found


def _opened(row: Challenge) -> tuple[str, str]:
    reported, supported = (Colour(name).name.capitalize() for name in (row.reported, row.supported))
    ref = row.action.ref if row.action else ""
    what = f"Action {ref} is challenged: reported {reported}, the facts support {supported}"
    return what, " ".join(sentence for _, sentence in row.reasons)


def _answered(row: Challenge) -> tuple[str, str]:
    ref = row.action.ref if row.action else ""
    return f"The challenge of action {ref} is answered", f"{row.get_answer_display()}."
