"""Rows are added or changed one way, so that every one is counted, and in the journal."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from django.db.models import Model

from goldenthread.foundation.intake.journal import image
from goldenthread.foundation.intake.source import Counted, Journal

M = TypeVar("M", bound=Model)


class Unwritten:
    """The journal of a rehearsal."""

    def added(self, row: Model) -> None: ...
    def changed(self, row: Model, before: Mapping[str, Any]) -> None: ...
    def added_all(self, rows: Iterable[Model]) -> None: ...


class Keeper:
    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._counts: dict[str, list[int]] = {}

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


def _kind(model: type[Model]) -> str:
    plain = str(model._meta.verbose_name_plural).replace("theme-finding relationships", "themes tied to findings")
    return plain[:1].upper() + plain[1:]
