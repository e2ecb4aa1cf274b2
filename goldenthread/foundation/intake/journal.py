"""What a batch wrote, row by row, and how to take it back."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Any, NamedTuple
from uuid import UUID

from django.apps import apps
from django.db.models import Model, ProtectedError, RestrictedError

from . import bulk
from .models import Batch, JournalPage, State
from .source import Refused

LINES_A_PAGE = 2_000
ASK = 500  # rows deleted at a time
Image = Mapping[str, Any]


def image(row: Model) -> dict[str, Any]:
    """A row's own columns as plain JSON values, to be taken before it is changed."""
    return {field.attname: _plain(getattr(row, field.attname)) for field in row._meta.concrete_fields}


def _plain(value: Any) -> Any:
    if isinstance(value, date):  # a moment too
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value.normalize())
    return str(value) if isinstance(value, UUID) else value


class Line(NamedTuple):
    """One row written: `before` is None where the batch added it, else what the changed columns held."""

    model: str
    key: Any
    before: Image | None
    after: str = ""


class BatchJournal:
    """The journal of one batch. Lines are kept in the order of writing, and undone from the last to the first."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self.written: dict[str, list[int]] = {}
        self._lines: list[Line] = []

    def added(self, row: Model) -> None:
        self._write(type(row), [(row.pk, None)])

    def added_all(self, rows: Iterable[Model]) -> None:
        for row in rows:
            self.added(row)

    def changed(self, row: Model, before: Image) -> None:
        self._write(type(row), [(row.pk, before)])

    def insert(self, model: type[Model], rows: Sequence[Image]) -> list[Any]:
        """The keys of the rows, in order. A column left out takes its field's default."""
        keys = bulk.insert(model, rows)
        self._write(model, [(key, None) for key in keys])
        return keys

    def update(self, model: type[Model], before: Mapping[Any, Image], after: Mapping[Any, Image]) -> None:
        """By key: what the columns to change held, and what they are to hold."""
        bulk.update(model, after)
        self._write(model, before.items())

    def close(self) -> None:
        """Every row as the batch leaves it is digested now, however often the batch wrote it."""
        after = {label: _digests(label, keys) for label, keys in _keys(self._lines).items()}
        pages = [
            {
                "batch_id": self.batch.pk,
                "model": label,
                "rows": [(line.key, line.before, after[label][line.key]) for line in some],
            }
            for label, group in groupby(self._lines, key=lambda line: line.model)
            for some in bulk.chunks(group, LINES_A_PAGE)
        ]
        bulk.insert(JournalPage, pages)
        self._lines = []

    def _write(self, model: type[Model], rows: Iterable[tuple[Any, Image | None]]) -> None:
        label = model._meta.label
        lines = [Line(label, key, before) for key, before in rows]
        for line in lines:
            self.written.setdefault(label, [0, 0])[line.before is not None] += 1
        self._lines += lines


def take_back(batch: Batch) -> dict[str, int]:
    """Put every row back as it was before the batch. Call inside a transaction: raises Refused when a row was
    touched since.

    Gives the number of rows deleted and restored.
    """
    lines = list(_lines(batch))
    keys = _keys(lines)
    _refuse_if_later_batch(batch, keys)
    _refuse_if_touched(lines, keys)
    counts = {"deleted": 0, "restored": 0}
    for (label, added), group in groupby(reversed(lines), key=lambda line: (line.model, line.before is None)):
        model, some = apps.get_model(label), list(group)
        if added:
            _delete(model, [line.key for line in some])
        else:
            _restore(model, some)
        counts["deleted" if added else "restored"] += len(some)
    return counts


def _lines(batch: Batch) -> Iterator[Line]:
    for page in batch.journal.all():
        yield from (Line(page.model, key, before, after) for key, before, after in page.rows)


def _keys(lines: Iterable[Line]) -> dict[str, set[Any]]:
    found: dict[str, set[Any]] = {}
    for line in lines:
        found.setdefault(line.model, set()).add(line.key)
    return found


def _digests(label: str, keys: set[Any]) -> dict[Any, str]:
    return {
        row[0]: hashlib.blake2b(repr(row).encode(), digest_size=8).hexdigest()
        for row in bulk.fetch(apps.get_model(label), sorted(keys))
    }


def _refuse_if_later_batch(batch: Batch, mine: Mapping[str, set[Any]]) -> None:
    later = Batch.objects.filter(area=batch.area, pk__gt=batch.pk, state=State.COMMITTED, journal__model__in=mine)
    for other in later.distinct().order_by("-pk"):
        shared = sum(len(keys & mine.get(label, set())) for label, keys in _keys(_lines(other)).items())
        if shared:
            raise Refused(
                f"A later batch, committed on {_day(other.committed_on)}, has since changed {shared:,} of these rows. "
                "Undo that batch first, then this one."
            )


def _refuse_if_touched(lines: list[Line], keys: Mapping[str, set[Any]]) -> None:
    left = {(line.model, line.key): line.after for line in lines}
    for label, some in keys.items():
        held = _digests(label, some)
        touched = sum(held.get(key) != left[label, key] for key in some)
        if touched:
            rows = apps.get_model(label)._meta.verbose_name_plural
            raise Refused(
                f"{touched:,} of these rows ({rows}) have been changed by hand since this batch was committed. "
                "Undoing it would lose that work, so nothing was undone. Correct the rows themselves."
            )


def _delete(model: type[Model], keys: list[Any]) -> None:
    for some in bulk.chunks(keys, ASK):
        try:
            _, deleted = model._base_manager.filter(pk__in=some).delete()
        except (ProtectedError, RestrictedError) as fault:
            raise _still_used(model) from fault
        if deleted != {model._meta.label: len(some)}:  # something made by hand would have gone with them
            raise _still_used(model)


def _still_used(model: type[Model]) -> Refused:
    return Refused(
        f"Work has been recorded on these {model._meta.verbose_name_plural} since this batch was committed, and "
        "undoing it would lose that work. Nothing was undone."
    )


def _restore(model: type[Model], lines: list[Line]) -> None:
    """`lines` from the last to the first: what a column held at first is what it shall hold."""
    fields = {field.attname: field for field in model._meta.concrete_fields if not field.primary_key}
    images: dict[Any, dict[str, Any]] = {}
    for line in lines:
        before = {name: fields[name].to_python(value) for name, value in (line.before or {}).items() if name in fields}
        images.setdefault(line.key, {}).update(before)
    bulk.update(model, images)


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "an earlier day"
