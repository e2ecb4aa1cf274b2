"""Rows are added or changed one way, so that every one is counted, told, and in the journal."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar, TypeVar

from django.db.models import Model

from goldenthread.foundation.ui.words import day as in_words

from . import bulk
from .journal import image
from .source import BulkJournal, Change, Counted

M = TypeVar("M", bound=Model)


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
    """`changes`: what is no longer as it was, field by field. A room says of its own rows what `called` (kinds that
    are not called as their models are), `untold` (fields) and `named` say.
    """

    called: ClassVar[Mapping[str, str]] = {}
    untold: ClassVar[Collection[str]] = ()

    def __init__(self, journal: BulkJournal) -> None:
        self._journal = journal
        self._counts: dict[str, list[int]] = {}
        self.changes: list[Change] = []

    def keep(self, model: type[M], held: M | None, key: Mapping[str, Any], said: Mapping[str, Any]) -> M:
        """Add the row, or change what differs in the one held."""
        if held is None:
            self._count(model, added=1)
            row: M = model._default_manager.create(**key, **said)
            self._journal.added(row)
            return row
        differing = {name: value for name, value in said.items() if getattr(held, name) != value}
        self._count(model, changed=1 if differing else 0, unchanged=0 if differing else 1)
        if differing:
            before = image(held)
            self._tell(held, differing)
            for name, value in differing.items():
                setattr(held, name, value)
            held.save(update_fields=list(differing))
            self._journal.changed(held, before)
        return held

    def add_all(self, model: type[M], rows: list[M], unchanged: int) -> None:
        self._count(model, added=len(rows), unchanged=unchanged)
        self._journal.added_all(model._default_manager.bulk_create(rows))

    def insert(self, model: type[Model], rows: Sequence[Mapping[str, Any]], unchanged: int) -> None:
        """Rows in their thousands, as columns and values."""
        self._count(model, added=len(rows), unchanged=unchanged)
        self._journal.insert(model, rows)

    def added(self, row: Model) -> None:
        """Written elsewhere, through a door."""
        self._count(type(row), added=1)
        self._journal.added(row)

    def leave(self, model: type[Model], rows: int = 1) -> None:
        """They are kept aside."""
        self._count(model, refused=rows)

    def counts(self) -> tuple[Counted, ...]:
        return tuple(Counted(kind, *numbers) for kind, numbers in self._counts.items() if any(numbers))

    def named(self, row: Model) -> str:
        return f"{_capital(str(row._meta.verbose_name))}: {str(row)[:80]}"

    def _count(
        self, model: type[Model], *, added: int = 0, changed: int = 0, unchanged: int = 0, refused: int = 0
    ) -> None:
        plural = str(model._meta.verbose_name_plural)
        count = self._counts.setdefault(_capital(self.called.get(plural, plural)), [0, 0, 0, 0])
        for place, more in enumerate((added, changed, unchanged, refused)):
            count[place] += more

    def _tell(self, held: Model, differing: Mapping[str, Any]) -> None:
        what = self.named(held)
        for name, value in differing.items():
            if name not in self.untold:
                field = str(getattr(held._meta.get_field(name), "verbose_name", name))
                before, after = _shown(held, name, getattr(held, name)), _shown(held, name, value)
                self.changes.append(Change(what, field, before, after))


def _shown(row: Model, name: str, value: object) -> str:
    """A choice by its label, a day in words."""
    choices = dict(getattr(row._meta.get_field(name), "flatchoices", ()))
    if value in (None, ""):
        return "nothing"
    return in_words(value) if isinstance(value, date) else str(choices.get(value, value))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
