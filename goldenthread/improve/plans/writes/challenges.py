"""Stock is taken: every colour that the facts do not support is on record, from the day it is seen until it is
answered.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q

from goldenthread.foundation.intake.journal import image
from goldenthread.foundation.ledger.reads import Actor
from goldenthread.improve.plans.alone import one_action, one_outcome, one_theme
from goldenthread.improve.plans.challenging import Key, Subject, key_of, of_plan
from goldenthread.improve.plans.facts import in_the_plan
from goldenthread.improve.plans.models import Action, Challenge, ImprovementPlan, Outcome, Override, Theme
from goldenthread.improve.plans.standing import ActionStanding, OutcomeStanding, ThemeStanding, standing

from .heralding import tell_leads
from .telling import tell_of_plan

Standing = ActionStanding | OutcomeStanding | ThemeStanding


@dataclass
class Stock:
    """`refreshed` stand open still; `before` is what each row held that is refreshed or answered, by its key."""

    opened: list[Challenge] = field(default_factory=list)
    refreshed: list[Challenge] = field(default_factory=list)
    answered: list[Challenge] = field(default_factory=list)
    before: dict[int, Mapping[str, Any]] = field(default_factory=dict)

    @property
    def changed(self) -> list[Challenge]:
        return [*self.refreshed, *self.answered]


@transaction.atomic
def take_stock(*, plan: ImprovementPlan, by: Actor, on: date) -> Stock:
    """Of the whole plan, in as many questions whatever its size. Once a day is enough: what is done here in between
    takes stock of itself.
    """
    stands = standing(plan, on, with_remedies=False)
    return _bring_into_line(plan, of_plan(plan), (*stands.actions, *stands.outcomes, *stands.themes), by, on)


@transaction.atomic
def take_stock_of(
    *, by: Actor, on: date, action: Action | None = None, theme: Theme | None = None, outcome: Outcome | None = None
) -> Stock:
    """Of one thing, after it was changed: call it last, in the same transaction. Of an action also of those that wait
    for it (D7).
    """
    about = action or theme or outcome
    if about is None:
        raise ValueError("Say of what stock is to be taken: an action, a theme or an outcome.")
    return look_again_at(about, by, on)


def look_again_at(about: Subject, by: Actor, on: date) -> Stock:
    """As take_stock_of, for whoever does not know of what. Call it inside a transaction."""
    if isinstance(about, Theme):
        return _bring_into_line(about.plan, Q(theme=about), [one_theme(about, on)], by, on)
    if isinstance(about, Outcome):
        return _bring_into_line(about.theme.plan, Q(outcome=about), [one_outcome(about, on)], by, on)
    rows = Action.objects.filter(Q(pk=about.pk) | Q(depends_on__needs=about)).distinct()
    there = rows.filter(in_the_plan(on)).select_related("theme__plan", "lead", "verified_by")
    return _bring_into_line(about.theme.plan, Q(action__in=rows), [one_action(one, on) for one in there], by, on)


def _bring_into_line(plan: ImprovementPlan, of: Q, stands: Iterable[Standing], by: Actor, on: date) -> Stock:
    ImprovementPlan.objects.select_for_update().get(pk=plan.pk)  # one at a time: two could open one challenge twice
    seen = {one.key: one for one in stands}
    stock = _compare(of, seen, by, on)
    Challenge.objects.bulk_create(stock.opened)
    Challenge.objects.bulk_update(stock.refreshed, ("reported", "supported", "reasons"))
    Challenge.objects.bulk_update(stock.answered, ("answered_on", "answer", "answered_by", "override"))
    if stock.opened or stock.changed:
        counts = {"opened": len(stock.opened), "refreshed": len(stock.refreshed), "answered": len(stock.answered)}
        tell_of_plan("stock taken", plan, by, on, detail=dict(counts))
        tell_leads(plan, stock.opened, stock.answered, by, on)
    return stock


def _compare(of: Q, seen: Mapping[Key, Standing], by: Actor, on: date) -> Stock:
    stock = Stock()
    known: set[Key] = set()
    held = list(Challenge.objects.filter(of, answered_on=None).select_related("action__lead__user", "action__theme"))
    signed = _signed(of, on) if any(_explained(seen.get(key_of(row))) for row in held) else {}
    for row in held:
        key, before = key_of(row), image(row)
        known.add(key)
        if row.raised_on > on:  # stock of a day that has passed says nothing of what was seen later
            continue
        one = seen.get(key)
        if one is not None and one.verdict.open:
            _write(row, one)
        else:
            _answer(row, one, signed.get(key), by, on)
        if image(row) != before:
            stock.before[row.pk] = before
            (stock.answered if row.answer else stock.refreshed).append(row)
    stock.opened = [_write(_new(one, on), one) for key, one in seen.items() if one.verdict.open and key not in known]
    return stock


def _explained(one: Standing | None) -> bool:
    return one is not None and one.challenged and not one.verdict.open


def _new(one: Standing, on: date) -> Challenge:
    row = Challenge(raised_on=on)
    subject, _ = one.key
    setattr(row, subject, getattr(one, subject))
    return row


def _write(row: Challenge, one: Standing) -> Challenge:
    """What is reported, what the facts support, and why: as it stands now. Sentences as everybody may read them."""
    if one.supported is not None:
        row.reported = one.supported.reported.name.lower()
        row.supported = one.supported.colour.name.lower()
        row.reasons = [[reason.id, reason.sentence] for reason in one.supported.because]
    return row


def _answer(row: Challenge, one: Standing | None, signed: Override | None, by: Actor, on: date) -> None:
    """What is told of it stays as it was while it was open."""
    row.answered_on, row.answered_by, row.answer = on, by.handle, _how(row, one)
    if row.answer == Challenge.Answer.EXPLAINED and signed is not None:
        row.override = signed
        row.answered_by = signed.signed_by.handle if signed.signed_by else ""


def _how(row: Challenge, one: Standing | None) -> str:
    if one is None:
        return Challenge.Answer.ENDED
    if _explained(one):
        return Challenge.Answer.EXPLAINED
    changed = one.supported is None or one.supported.reported.name.lower() != row.reported
    return Challenge.Answer.REPORT if changed else Challenge.Answer.FACTS


def _signed(of: Q, on: date) -> dict[Key, Override]:
    """The newest, by what it is about."""
    rows = Override.objects.filter(of, signed_on__lte=on).select_related("signed_by").order_by("signed_on", "pk")
    return {key_of(one): one for one in rows}
