"""Words change, with who asked, where and why; and one action comes to wait for another, or no longer does."""

from datetime import date

from django.db import transaction

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.improve.plans.models import Action, Amendment, Dependency

from .challenges import take_stock_of
from .editing import change
from .ended import refuse_ended
from .faults import CannotSave
from .leads import tell_leads
from .telling import tell_of_action


@transaction.atomic
def reword_action(
    *,
    action: Action,
    wording: str,
    asked_by: str,
    by: Actor,
    on: date,
    meeting: str = "",
    why: str = "",
    seen: str | None = None,
) -> Amendment:
    """The old words stay beside the new. Raises CannotSave where nothing would change, or nobody asked, and EditedSince
    where `seen` is not the stamp of the words that stand.
    """
    refuse_ended(action)
    if not asked_by.strip():
        raise CannotSave("Say who asked for the new words.")
    changed = change(action, {"wording": wording.strip()}, seen)
    if not changed:
        raise CannotSave("These are the words that the action has already.")
    before, after = changed["wording"]
    amendment = action.amendments.create(before=before, after=after, asked_by=asked_by, meeting=meeting, on=on, why=why)
    tell_of_action("action reworded", action, by, on, amendment)
    tell_leads(action, f"Action {action.ref} has new words", action.wording, by, on)
    return amendment


@transaction.atomic
def add_dependency(*, action: Action, needs: Action, by: Actor, on: date) -> Dependency:
    """`action` cannot finish before `needs`. Raises CannotSave for another plan's action, for one that has ended, or
    where each would wait for the other.
    """
    refuse_ended(action)
    refuse_ended(needs)
    if action.theme.plan_id != needs.theme.plan_id:
        raise CannotSave("An action can only wait for one of the same plan.")
    if action.pk in _all_needed_by(needs):
        raise CannotSave(f"{needs.ref} waits for {action.ref} already, so neither could ever finish.")
    dependency, added = Dependency.objects.get_or_create(action=action, needs=needs)
    if added:
        tell_of_action("dependency added", action, by, on, detail={"needs": f"action:{needs.pk}"})
        take_stock_of(action=action, by=by, on=on)
    return dependency


@transaction.atomic
def remove_dependency(*, dependency: Dependency, by: Actor, on: date) -> None:
    """`action` no longer waits for `needs`."""
    action, needs = dependency.action, dependency.needs
    refuse_ended(action)
    dependency.delete()
    tell_of_action("dependency removed", action, by, on, detail={"needs": f"action:{needs.pk}"})
    take_stock_of(action=action, by=by, on=on)


def _all_needed_by(action: Action) -> set[int]:
    """Itself, and whatever it waits for, and so on."""
    pairs = Dependency.objects.filter(action__theme__plan=action.theme.plan_id).values_list("action_id", "needs_id")
    reached, edge = {action.pk}, {action.pk}
    while edge:
        edge = {needs for waiting, needs in pairs if waiting in edge} - reached
        reached |= edge
    return reached
