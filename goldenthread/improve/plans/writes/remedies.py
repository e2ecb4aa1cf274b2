"""How a red action is put right: given by those who report on it, its new date approved by a chair."""

from datetime import date

from django.db import transaction

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.plans.models import Action, Remedy
from goldenthread.rules.calendar import format_date

from .ended import refuse_ended
from .faults import CannotSave
from .leads import leads_of, tell_leads
from .telling import tell_of_action


@transaction.atomic
def give_remedy(*, action: Action, wording: str, owner: str, due_on: date, by: Actor, on: date) -> Remedy:
    """A new one replaces the one before, which is kept; its date waits for approval, and the chairs are told. Raises
    CannotSave for a day that has passed.
    """
    refuse_ended(action)
    if due_on < on:
        raise CannotSave("The new date has passed. Give one that is still to come.")
    remedy = action.remedies.create(wording=wording, owner=owner, due_on=due_on)
    tell_of_action("remedy given", action, by, on, remedy, detail={"due_on": due_on.isoformat()})
    chairs = partnership.people_with(action.theme.plan.area, Role.BOARD_CHAIR, on)
    asked = f"A new date for action {action.ref} waits for your approval"
    tell_leads(action, asked, f"{wording} By {format_date(due_on)}.", by, on, only=chairs)
    return remedy


@transaction.atomic
def approve_remedy(*, remedy: Remedy, by: Person, on: date) -> Remedy:
    """The chair agrees to the new date. Raises CannotSave for the action's own leads, and where it is approved, or
    replaced by a later one.
    """
    action = remedy.action
    refuse_ended(action)
    if by in leads_of(action):
        raise CannotSave("A new date is approved by somebody who does not lead the action. Ask another chair.")
    held = Remedy.objects.select_for_update().get(pk=remedy.pk)
    if held.approved_on:
        raise CannotSave(f"{held.approved_by} approved this date on {format_date(held.approved_on)} already.")
    if action.remedies.filter(pk__gt=remedy.pk).exists():
        raise CannotSave("A newer remedy has replaced this one. Approve that one, or ask for another.")
    remedy.approved_by, remedy.approved_on = ", ".join(filter(None, (by.name, by.post)))[:120], on
    remedy.save(update_fields=["approved_by", "approved_on"])
    tell_of_action("new date approved", action, by, on, remedy)
    agreed = f"{remedy.approved_by}: by {format_date(remedy.due_on)}."
    tell_leads(action, f"The new date of action {action.ref} is approved", agreed, by, on)
    return remedy
