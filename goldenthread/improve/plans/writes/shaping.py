"""An action is split, merged with others, or withdrawn. What it was stays as it was; what follows starts White."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership.models import Person
from goldenthread.improve.plans.models import Action, Amendment, Ended, Succession

from .actions import dates_in_words
from .carrying import Carried, carry, follow
from .challenges import take_stock_of
from .ended import refuse_ended, refuse_used
from .faults import CannotSave
from .leads import tell_leads
from .telling import tell_of_action


@dataclass(frozen=True)
class Asked:
    """Who asked for the change, at which meeting, and why: all three are kept."""

    by: str
    meeting: str
    why: str


@dataclass(frozen=True)
class Piece:
    """An action that follows: the rest of it is as the one before it had it."""

    ref: str
    wording: str
    lead: Person | None = None
    lead_as_written: str = ""
    due_on: date | None = None


NOTHING_CARRIED = Carried()


@transaction.atomic
def split_action(
    *,
    action: Action,
    pieces: Sequence[Piece],
    asked: Asked,
    by: Actor,
    on: date,
    carried: Carried = NOTHING_CARRIED,
) -> list[Action]:
    """Each piece takes over from the action on the day, with what is `carried`. Raises CannotSave where there are fewer
    than two, a reference was used before, or the action has ended.
    """
    refuse_ended(action)
    _refuse_unasked(asked)
    if len(pieces) < 2:
        raise CannotSave("Splitting makes two actions at least. To change the words of one, reword it.")
    made = [_made(action, piece, by, on) for piece in pieces]
    _succeed([action], made, Ended.SPLIT, asked, carried, by, on)
    return made


@transaction.atomic
def merge_actions(
    *,
    actions: Sequence[Action],
    piece: Piece,
    asked: Asked,
    by: Actor,
    on: date,
    carried: Carried = NOTHING_CARRIED,
) -> Action:
    """One action takes over from all of them, in the theme of the first. Raises CannotSave where they are fewer than
    two, of different plans, or one has ended.
    """
    for action in actions:
        refuse_ended(action)
    _refuse_unasked(asked)
    if len({action.pk for action in actions}) < 2:
        raise CannotSave("Choose at least one other action to merge with this one.")
    if len({action.theme.plan_id for action in actions}) > 1:
        raise CannotSave("Only actions of the same plan can be merged.")
    made = _made(actions[0], piece, by, on)
    _succeed(actions, [made], Ended.MERGED, asked, carried, by, on)
    return made


@transaction.atomic
def withdraw_action(*, action: Action, asked: Asked, by: Actor, on: date) -> Action:
    """It leaves the plan and nothing follows it. Raises CannotSave where others wait for it, or it has ended."""
    refuse_ended(action)
    _refuse_unasked(asked)
    waiting = ", ".join(
        one.action.ref for one in action.holds_up.filter(action__ended_on=None).select_related("action")
    )
    if waiting:
        raise CannotSave(f"{waiting} waits for this action. Remove that dependency first, or merge the two.")
    action.amendments.create(
        about=Amendment.About.WITHDRAWAL, before=action.wording, after="Withdrawn from the plan.", asked_by=asked.by,
        meeting=asked.meeting, why=asked.why, on=on,
    )  # fmt: skip
    _end(action, Ended.WITHDRAWN, f"Action {action.ref} was withdrawn", asked.why, by, on)
    return action


def _refuse_unasked(asked: Asked) -> None:
    if not (asked.by.strip() and asked.meeting.strip() and asked.why.strip()):
        raise CannotSave("Say who asked for it, at which meeting, and why: the record keeps all three.")


def _made(like: Action, piece: Piece, by: Actor, on: date) -> Action:
    """White: nothing is reported of it yet. A planned start that has passed was the other action's."""
    refuse_used(like.theme, piece.ref)
    made = Action.objects.create(
        theme=like.theme,
        outcome=like.outcome,
        ref=piece.ref,
        wording=piece.wording,
        lead=piece.lead,
        lead_as_written=piece.lead_as_written,
        body=like.body,
        partners=like.partners,
        workstream=like.workstream,
        activity=like.activity,
        starts_on=like.starts_on if like.starts_on and like.starts_on > on else None,
        due_on=piece.due_on,
    )
    tell_of_action("action added", made, by, on)
    return made


def _succeed(
    before: Sequence[Action],
    after: Sequence[Action],
    how: Ended,
    asked: Asked,
    carried: Carried,
    by: Actor,
    on: date,
) -> None:
    refs, ending = ", ".join(one.ref for one in after), {one.pk for one in before}
    for action in before:
        for made in after:
            Succession.objects.create(
                earlier=action, later=made, kind=how, on=on, asked_by=asked.by, meeting=asked.meeting, why=asked.why
            )
        carry(carried, action, after, ending, by, on)
        follow(action, after, ending, by, on)
    for action in before:
        word = "split into" if how is Ended.SPLIT else "merged into"
        _end(action, how, f"Action {action.ref} was {word} {refs}", asked.why, by, on)
    came_from = ", ".join(one.ref for one in before)
    for made in after:
        _say_of_later_date(before, made, asked, on)
        tell_leads(made, f"You lead action {made.ref}, which came from {came_from}", made.wording, by, on)
        take_stock_of(action=made, by=by, on=on)


def _say_of_later_date(before: Sequence[Action], made: Action, asked: Asked, on: date) -> None:
    """Nobody gains time by splitting or merging without its being said, as of any other date that moves."""
    first = min((one for one in before if one.due_on), key=lambda one: one.due_on or on, default=None)
    if first and first.due_on and (made.due_on is None or made.due_on > first.due_on):
        made.amendments.create(
            about=Amendment.About.DATES, before=dates_in_words(first), after=dates_in_words(made), asked_by=asked.by,
            meeting=asked.meeting, why=asked.why, on=on,
        )  # fmt: skip


def _end(action: Action, how: Ended, what: str, why: str, by: Actor, on: date) -> None:
    action.ended_on, action.ended_because = on, how
    action.save(update_fields=["ended_on", "ended_because"])
    tell_of_action("action ended", action, by, on, detail={"how": how.value})
    tell_leads(action, what, why, by, on)
    take_stock_of(action=action, by=by, on=on)
