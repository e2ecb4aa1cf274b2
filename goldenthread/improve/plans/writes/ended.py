"""What has left the plan is history: it is read, not changed."""

from goldenthread.improve.plans.models import Action, Ended, Theme
from goldenthread.rules.calendar import format_date

from .faults import CannotSave

HOW = {Ended.SPLIT: "split into", Ended.MERGED: "merged into", Ended.WITHDRAWN: "withdrawn"}


def refuse_ended(action: Action) -> None:
    """Raises CannotSave for an action that has left the plan, with what became of it."""
    held = Action.objects.select_for_update().get(pk=action.pk)
    if held.ended_on is None:
        return
    after = ", ".join(one.later.ref for one in held.became.select_related("later"))
    how = f"{HOW[Ended(held.ended_because)]} {after}".strip()
    raise CannotSave(
        f"Action {held.ref} was {how} on {format_date(held.ended_on)}, so it can no longer be changed."
        + (f" Change {after} instead." if after else "")
    )


def refuse_used(theme: Theme, ref: str) -> None:
    """Raises CannotSave for a reference that the plan has used before, be it for an action that has ended."""
    used = Action.objects.filter(theme__plan=theme.plan_id, ref__iexact=ref).first()
    if used is not None:
        raise CannotSave(
            f"{ref} is or was the reference of “{used.wording[:60]}” in this plan. A reference is used once: choose "
            f"another, such as {_free(theme, ref)}."
        )


def _free(theme: Theme, ref: str) -> str:
    taken = {one.lower() for one in Action.objects.filter(theme__plan=theme.plan_id).values_list("ref", flat=True)}
    letters = (f"{ref}{letter}" for letter in "abcdefghijklmnopqrstuvwxyz")
    return next((free for free in letters if free.lower() not in taken), f"{ref}-1")
