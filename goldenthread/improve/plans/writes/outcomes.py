"""Outcomes of a theme are added and edited, with the measures that will show whether they come about."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.improve.plans.models import Outcome, Theme

from .challenges import take_stock_of
from .editing import Changes, change
from .faults import CannotSave
from .telling import tell_of_plan

GOALPOSTS = frozenset({"measures", "effect_expected_on"})  # moved, they change what the facts support


@dataclass(frozen=True)
class MeasureGiven:
    """`indicator` is a code of the catalogue; `families` that it tells what families feel."""

    indicator: str
    families: bool = False
    baseline: float | None = None
    target: float | None = None
    target_by: date | None = None


@transaction.atomic
def add_outcome(
    *,
    theme: Theme,
    ref: str,
    sentence: str,
    by: Actor,
    on: date,
    effect_expected_on: date | None = None,
    why_not_measured: str = "",
    measures: Sequence[MeasureGiven] = (),
) -> Outcome:
    """Raises CannotSave where the reference is taken, a measure stands twice, or neither a measure nor a reason why
    not is given.
    """
    _refuse(theme, ref, measures, why_not_measured)
    outcome = theme.outcomes.create(
        ref=ref, sentence=sentence, effect_expected_on=effect_expected_on, why_not_measured=why_not_measured
    )
    for one in measures:
        outcome.measures.create(**asdict(one))
    tell_of_plan("outcome added", theme.plan, by, on, outcome, detail={"measures": _codes(measures)})
    take_stock_of(theme=theme, by=by, on=on)
    return outcome


@transaction.atomic
def edit_outcome(
    *,
    outcome: Outcome,
    measures: Sequence[MeasureGiven],
    by: Actor,
    on: date,
    seen: str | None = None,
    **given: Any,
) -> Changes:
    """`measures` are all that it has from now on. Raises CannotSave and EditedSince."""
    _refuse(outcome.theme, given["ref"], measures, given["why_not_measured"], outcome)
    before = measures_of(outcome)
    changes = change(outcome, given, seen, repr(before))
    if set(measures) != set(before):
        _write(outcome, measures)
        changes["measures"] = (before, tuple(measures))
    if changes:
        detail: dict[str, Any] = {"changed": sorted(changes), "measures": _codes(measures)}
        detail |= {name: _figures(*changes[name]) for name in GOALPOSTS & changes.keys()}
        tell_of_plan("outcome edited", outcome.theme.plan, by, on, outcome, detail=detail)
        take_stock_of(outcome=outcome, by=by, on=on)
        take_stock_of(theme=outcome.theme, by=by, on=on)
    return changes


def _write(outcome: Outcome, measures: Sequence[MeasureGiven]) -> None:
    """Changed in place where the indicator stays: a measure's row is what its chart is named by."""
    outcome.measures.exclude(indicator__in=[one.indicator for one in measures]).delete()
    for one in measures:
        given = asdict(one)
        outcome.measures.update_or_create(indicator=given.pop("indicator"), defaults=given)


def measures_of(outcome: Outcome) -> tuple[MeasureGiven, ...]:
    """As they are given; its `repr` stands beside the outcome's own fields in a form's stamp."""
    return tuple(
        MeasureGiven(one.indicator, one.families, one.baseline, one.target, one.target_by)
        for one in outcome.measures.all()
    )


def _figures(before: Any, after: Any) -> dict[str, Any]:
    """As they were and as they are: days as words, measures as their figures."""
    return {"before": _plain(before), "after": _plain(after)}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [{name: _plain(figure) for name, figure in asdict(one).items()} for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _codes(measures: Sequence[MeasureGiven]) -> list[Any]:
    return [one.indicator for one in measures]


def _refuse(
    theme: Theme, ref: str, measures: Sequence[MeasureGiven], why_not: str, outcome: Outcome | None = None
) -> None:
    if theme.outcomes.filter(ref=ref).exclude(pk=outcome.pk if outcome else 0).exists():
        raise CannotSave(f"This theme has an outcome {ref} already. Choose another reference.")
    if len(set(_codes(measures))) < len(measures):
        raise CannotSave("One measure is named twice. Give each measure once, with its own target.")
    if not measures and not why_not.strip():
        raise CannotSave("Name at least one measure, or say why this outcome is not measured.")
