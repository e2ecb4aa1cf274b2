"""What goes over from an action that ends to those that follow it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.improve.plans.models import Action

from .wording import add_dependency


@dataclass(frozen=True)
class Carried:
    """Keys of the evidence, the milestones and the needed actions that somebody ticked."""

    evidence: frozenset[int] = frozenset()
    milestones: frozenset[int] = frozenset()
    needs: frozenset[int] = frozenset()


def carry(
    carried: Carried, before: Action, after: Sequence[Action], ending: Collection[int], by: Actor, on: date
) -> None:
    """A copy for each that follows. Evidence is looked at again: it was accepted as showing something else. Money and
    risks go over by themselves.
    """
    needed = before.depends_on.filter(needs__in=carried.needs, needs__ended_on=None).exclude(needs__in=ending)
    for made in after:
        for piece in before.evidence.filter(pk__in=carried.evidence):
            made.evidence.create(
                title=piece.title, address=piece.address, words=piece.words, captured_on=piece.captured_on,
                offered_by=piece.offered_by,
            )  # fmt: skip
        for milestone in before.milestones.filter(pk__in=carried.milestones, reached_on=None):
            made.milestones.create(title=milestone.title, due_on=milestone.due_on)
        made.fundings.add(*before.fundings.all())
        made.risks.add(*before.risks.all())
        for one in needed.select_related("needs__theme"):
            add_dependency(action=made, needs=one.needs, by=by, on=on)


def follow(before: Action, after: Sequence[Action], ending: Collection[int], by: Actor, on: date) -> None:
    """Whatever waited for it waits for all that follow it; not what ends with it."""
    for one in before.holds_up.filter(action__ended_on=None).exclude(action__in=ending).select_related("action__theme"):
        for made in after:
            add_dependency(action=one.action, needs=made, by=by, on=on)
        one.delete()
