"""Rows are added or changed one way, so that every one is counted, told, and in the journal."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from django.db.models import Model

from goldenthread.foundation.intake import bulk
from goldenthread.foundation.intake.journal import image
from goldenthread.foundation.intake.source import BulkJournal, Change, Counted
from goldenthread.foundation.ui.words import day as in_words
from goldenthread.improve.plans.models import Action, Outcome, Theme

M = TypeVar("M", bound=Model)
CALLED = {
    "theme-finding relationships": "themes tied to findings",
    "action-person relationships": "shared leads",
    "funding-action relationships": "sums tied to actions",
    "risk-action relationships": "risks tied to actions",
}
UNTOLD = {"as_written", "reported_on"}  # the file's own row is told field by field; the day is that of the commit


class Unwritten:
    """The journal of a rehearsal."""

    def added(self, row: Model) -> None: ...
    def changed(self, row: Model, before: Mapping[str, Any]) -> None: ...
    def added_all(self, rows: Iterable[Model]) -> None: ...
    def insert(self, model: type[Model], rows: Sequence[Mapping[str, Any]]) -> Sequence[Any]:
        return bulk.insert(model, rows)

    def update(
        self, model: type[Model], before: Mapping[Any, Mapping[str, Any]], after: Mapping[Any, Mapping[str, Any]]
    ) -> None: ...


class Keeper:
    """`changes`: what is no longer as it was, field by field."""

    def __init__(self, journal: BulkJournal) -> None:
        self._journal = journal
        self._counts: dict[str, list[int]] = {}
        self.changes: list[Change] = []

    def keep(self, model: type[M], held: M | None, key: Mapping[str, Any], said: Mapping[str, Any]) -> M:
        """Add the row, or change what differs in the one held."""
        count = self._counts.setdefault(_kind(model), [0, 0, 0])
        if held is None:
            count[0] += 1
            row: M = model._default_manager.create(**key, **said)
            self._journal.added(row)
            return row
        differing = {name: value for name, value in said.items() if getattr(held, name) != value}
        count[1 if differing else 2] += 1
        if differing:
            before = image(held)
            self._tell(held, differing)
            for name, value in differing.items():
                setattr(held, name, value)
            held.save(update_fields=list(differing))
            self._journal.changed(held, before)
        return held

    def add_all(self, model: type[M], rows: list[M], unchanged: int) -> None:
        count = self._counts.setdefault(_kind(model), [0, 0, 0])
        count[0] += len(rows)
        count[2] += unchanged
        self._journal.added_all(model._default_manager.bulk_create(rows))

    def insert(self, model: type[Model], rows: Sequence[Mapping[str, Any]], unchanged: int) -> None:
        """Rows in their thousands, as columns and values."""
        count = self._counts.setdefault(_kind(model), [0, 0, 0])
        count[0] += len(rows)
        count[2] += unchanged
        self._journal.insert(model, rows)

    def added(self, row: Model) -> None:
        """Written elsewhere, through a door."""
        self._counts.setdefault(_kind(type(row)), [0, 0, 0])[0] += 1
        self._journal.added(row)

    def counts(self, refused: Mapping[str, int]) -> tuple[Counted, ...]:
        for kind in refused:
            self._counts.setdefault(kind, [0, 0, 0])
        return tuple(
            Counted(kind, added, changed, unchanged, refused.get(kind, 0))
            for kind, (added, changed, unchanged) in self._counts.items()
            if added or changed or unchanged or refused.get(kind)
        )

    def _tell(self, held: Model, differing: Mapping[str, Any]) -> None:
        what = _named(held)
        for name, value in differing.items():
            if name not in UNTOLD:
                field = str(getattr(held._meta.get_field(name), "verbose_name", name))
                self.changes.append(Change(what, field, _said(held, name), _shown(held, name, value)))


def _named(row: Model) -> str:
    if isinstance(row, Action | Outcome):
        return f"{type(row).__name__} {row.ref}"
    if isinstance(row, Theme):
        return f"Theme {row.number}"
    kind = str(row._meta.verbose_name)
    return f"{kind[:1].upper()}{kind[1:]}: {str(row)[:80]}"


def _said(row: Model, name: str) -> str:
    return _shown(row, name, getattr(row, name))


def _shown(row: Model, name: str, value: object) -> str:
    """A choice by its label, a day in words."""
    choices = dict(getattr(row._meta.get_field(name), "flatchoices", ()))
    if value in (None, ""):
        return "nothing"
    return in_words(value) if isinstance(value, date) else str(choices.get(value, value))


def _kind(model: type[Model]) -> str:
    plain = str(model._meta.verbose_name_plural)
    plain = CALLED.get(plain, plain)
    return plain[:1].upper() + plain[1:]
