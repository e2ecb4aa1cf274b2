"""Actions are added and edited; a date that moves leaves a record of what it was, who asked and why."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.foundation.ledger.reads import JSON, Actor
from goldenthread.foundation.partnership.models import Person
from goldenthread.improve.plans.models import Action, Amendment, Milestone, Theme
from goldenthread.rules.calendar import format_date

from .challenges import take_stock_of
from .editing import Changes, change
from .ended import refuse_ended, refuse_used
from .faults import CannotSave
from .leads import leads_of, tell_leads
from .telling import tell_of_action

DATES = frozenset({"starts_on", "due_on", "due_as_written"})


@transaction.atomic
def add_action(
    *, theme: Theme, ref: str, wording: str, by: Actor, on: date, shared_with: Iterable[Person] = (), **given: Any
) -> Action:
    """`given` by the action's own fields. Raises CannotSave for a reference used before, or crossed dates."""
    refuse_used(theme, ref)
    _refuse_crossed(given.get("starts_on"), given.get("due_on"))
    action = theme.actions.create(ref=ref, wording=wording, **given)
    action.shared_with.set(shared_with)
    tell_of_action("action added", action, by, on)
    tell_leads(action, f"You lead action {ref}", wording, by, on)
    take_stock_of(action=action, by=by, on=on)
    return action


@transaction.atomic
def edit_action(
    *,
    action: Action,
    by: Actor,
    on: date,
    seen: str | None = None,
    asked_by: str = "",
    meeting: str = "",
    why: str = "",
    **given: Any,
) -> Changes:
    """`given` by the action's own fields, but its words: those are reworded. Where a date changes, who asked and why
    are required, and an amendment keeps what it was. Raises CannotSave and EditedSince.
    """
    refuse_ended(action)
    _refuse_crossed(given.get("starts_on", action.starts_on), given.get("due_on", action.due_on))
    before, people = dates_in_words(action), leads_of(action)
    changes = change(action, given, seen)
    if DATES & changes.keys():
        if not (asked_by.strip() and why.strip()):
            raise CannotSave("A date has changed. Say who asked for the new date and why: both stay on the record.")
        action.amendments.create(
            about=Amendment.About.DATES, before=before, after=dates_in_words(action), asked_by=asked_by.strip(),
            meeting=meeting.strip(), on=on, why=why.strip(),
        )  # fmt: skip
    if changes:
        changed: list[JSON] = [*sorted(changes)]
        tell_of_action("action edited", action, by, on, detail={"changed": changed})
        _tell_of_changes(action, changes, people, by, on)
        take_stock_of(action=action, by=by, on=on)
    return changes


@transaction.atomic
def add_milestone(*, action: Action, title: str, due_on: date, by: Actor, on: date) -> Milestone:
    """Raises CannotSave for an action that has ended."""
    refuse_ended(action)
    milestone = action.milestones.create(title=title, due_on=due_on)
    tell_of_action("milestone added", action, by, on, milestone)
    take_stock_of(action=action, by=by, on=on)
    return milestone


@transaction.atomic
def reach_milestone(*, milestone: Milestone, reached_on: date, by: Actor, on: date) -> Milestone:
    """Raises CannotSave where it was reached already, or for a day that is still to come."""
    refuse_ended(milestone.action)
    held = Milestone.objects.select_for_update().get(pk=milestone.pk)
    if held.reached_on:
        raise CannotSave(f"This was reached on {format_date(held.reached_on)} already.")
    if reached_on > on:
        raise CannotSave("The day on which it was reached is still to come. Give a day that has been.")
    milestone.reached_on = reached_on
    milestone.save(update_fields=["reached_on"])
    detail: dict[str, JSON] = {"reached": reached_on.isoformat(), "due": held.due_on.isoformat()}
    tell_of_action("milestone reached", milestone.action, by, on, milestone, detail=detail)
    take_stock_of(action=milestone.action, by=by, on=on)
    return milestone


def dates_in_words(action: Action) -> str:
    """“Starts 1 May 2026. Due 31 March 2027 (written “end of March”).”"""
    due = format_date(action.due_on) if action.due_on else ""
    written = f"“{action.due_as_written}”" if action.due_as_written else ""
    said = f"{due} (written {written})" if due and written else due or written or "on no date"
    starts = f"Starts {format_date(action.starts_on)}. " if action.starts_on else ""
    return f"{starts}Due {said}."


def _refuse_crossed(starts_on: date | None, due_on: date | None) -> None:
    if starts_on and due_on and due_on < starts_on:
        raise CannotSave("The action cannot be due before it starts. Check its two dates.")


def _tell_of_changes(action: Action, changes: Changes, before: set[Person], by: Actor, on: date) -> None:
    """Whoever leads it now hears of a date that moved; whoever comes or goes hears of that."""
    now = leads_of(action)
    tell_leads(action, f"You lead action {action.ref} now", action.wording, by, on, only=now - before)
    tell_leads(action, f"You no longer lead action {action.ref}", action.wording, by, on, only=before - now)
    if DATES & changes.keys():
        moved = dates_in_words(action)
        tell_leads(action, f"The dates of action {action.ref} have changed", moved, by, on, only=now & before)
