"""Leads are reminded of what they owe, and of what changed since they last were."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import transaction
from django.urls import reverse

from goldenthread.foundation.ledger import writes as ledger
from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.notices import writes as notices
from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import Person
from goldenthread.improve.plans.models import ImprovementPlan
from goldenthread.improve.plans.owing.leads import LeadOwes, all_owed, owed_by
from goldenthread.improve.plans.owing.reminders import REMINDED
from goldenthread.rules.calendar import format_date

from .faults import CannotSave

LEFT_IN_PEACE = timedelta(days=7)  # nobody is reminded again so soon, when everybody is
LONGEST = 500  # a notice's reason


@transaction.atomic
def remind(*, person: Person, by: Actor, on: date) -> LeadOwes:
    """One notice: what they owe, and what changed since the last. Raises CannotSave for somebody who owes nothing, was
    reminded today already, cannot sign in, or is who reminds.
    """
    partnership.people_in(person.area).select_related(None).select_for_update().get(pk=person.pk)  # one at a time
    owed = owed_by(person, on)
    refused = _refused(owed, person, by, on)
    if refused:
        raise CannotSave(refused)
    notices.tell(to=[person], what=f"You owe {summary(owed)}", why=_why(owed), href=reverse("plans:mine"), by=by, on=on)
    detail = {"owed": owed.total, "changes": len(owed.changes)}
    ledger.record(what=REMINDED, by=by, on=on, area=person.area_id, subject=person.handle, detail=detail)
    return owed


@transaction.atomic
def remind_everyone(*, plan: ImprovementPlan, by: Actor, on: date) -> list[LeadOwes]:
    """Those who owe something in the plan, can sign in, and were not reminded in the last seven days."""
    due = [one for one in all_owed(plan, on) if one.owing and not one.out_of_reach and not _lately(one, on)]
    return [remind(person=one.person, by=by, on=on) for one in due if one.person and one.person.handle != by.handle]


def summary(owed: LeadOwes) -> str:
    """2 updates and 1 milestone, on 3 actions."""
    parts = [kind.counted(number) for kind, number in owed.counts.items() if number]
    actions = len(owed.owing)
    said = " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1]))) if parts else "nothing"
    return f"{said}, on {actions} action{'' if actions == 1 else 's'}"


def _lately(owed: LeadOwes, on: date) -> bool:
    return owed.reminded_on is not None and on - owed.reminded_on < LEFT_IN_PEACE


def _refused(owed: LeadOwes, person: Person, by: Actor, on: date) -> str:
    if person.handle == by.handle:
        return "You cannot remind yourself: what you owe stands on your own page."
    if not owed.owing:
        return f"{person.name} owes nothing today, so there is nothing to remind them of."
    if owed.out_of_reach:
        return (
            f"{person.name} cannot sign in, so a reminder would reach nobody. Print their page for them, or ask an "
            "administrator to give them a sign-in."
        )
    if owed.reminded_on == on:
        return f"{person.name} was reminded today already. Remind them again tomorrow, or speak to them."
    return ""


def _why(owed: LeadOwes) -> str:
    """As many of the changes as a notice holds, the rest counted."""
    since = owed.reminded_on or owed.since
    if not owed.changes or since is None:
        return f"Nothing has changed since {format_date(since)}." if since else ""
    return _fitted(f"Changed since {format_date(since)}:", [one.sentence for one in owed.changes])


def _fitted(opening: str, sentences: Iterable[str]) -> str:
    listed, said = list(sentences), opening
    for number, sentence in enumerate(listed):
        rest = f" And {len(listed) - number} more: see your page."
        if len(said) + 1 + len(sentence) + len(rest) > LONGEST:
            return said + rest
        said = f"{said} {sentence}"
    return said
