"""Rows are added or changed one way, so that every one is counted, told, and in the journal."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, TypeVar

from django.db.models import Model

from goldenthread.foundation.intake.journal import image
from goldenthread.foundation.intake.source import Change, Counted, Journal
from goldenthread.foundation.ui.words import day as in_words

M = TypeVar("M", bound=Model)


class Unwritten:
    """The journal of a rehearsal."""

    def added(self, row: Model) -> None: ...
    def changed(self, row: Model, before: Mapping[str, Any]) -> None: ...
    def added_all(self, rows: Iterable[Model]) -> None: ...


class Keeper:
    """`changes`: what is no longer as it was, field by field."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._counts: dict[str, list[int]] = {}
        self.changes: list[Change] = []

    def keep(self, model: type[M], held: M | None, key: Mapping[str, Any], said: Mapping[str, Any]) -> M:
        """Add the row, or change what differs in the one held."""
        count = self._count(model)
        if held is None:
            count[0] += 1
            row: M = model._default_manager.create(**key, **said)
            self._journal.added(row)
            return row
        differing = {name: value for name, value in said.items() if getattr(held, name) != value}
        count[1 if differing else 2] += 1
        if differing:
            before = image(held)
            self.changes += [_change(held, name, value) for name, value in differing.items()]
            for name, value in differing.items():
                setattr(held, name, value)
            held.save(update_fields=list(differing))
            self._journal.changed(held, before)
        return held

    def leave(self, model: type[Model], rows: int = 1) -> None:
        """They are kept aside."""
        self._count(model)[3] += rows

    def counts(self) -> tuple[Counted, ...]:
        return tuple(Counted(kind, *numbers) for kind, numbers in self._counts.items() if any(numbers))

    def _count(self, model: type[Model]) -> list[int]:
        kind = str(model._meta.verbose_name_plural)
        return self._counts.setdefault(f"{kind[:1].upper()}{kind[1:]}", [0, 0, 0, 0])


def _change(held: Model, name: str, value: object) -> Change:
    kind = str(held._meta.verbose_name)
    field = str(getattr(held._meta.get_field(name), "verbose_name", name))
    before = _shown(held, name, getattr(held, name))
    return Change(f"{kind[:1].upper()}{kind[1:]}: {str(held)[:80]}", field, before, _shown(held, name, value))


def _shown(row: Model, name: str, value: object) -> str:
    """A choice by its label, a day in words."""
    choices = dict(getattr(row._meta.get_field(name), "flatchoices", ()))
    if value in (None, ""):
        return "nothing"
    return in_words(value) if isinstance(value, date) else str(choices.get(value, value))
