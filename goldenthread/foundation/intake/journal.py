"""What a batch wrote, row by row, and how to take it back."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import groupby, islice
from typing import Any, TypeVar
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.db.models import Model, ProtectedError, RestrictedError

from .models import Batch, JournalLine, State
from .source import Refused

CHUNK = 5_000  # lines written at a time
INSERT = (
    f'INSERT INTO {JournalLine._meta.db_table} (batch_id, model, "row", "before", "after") VALUES (%s, %s, %s, %s, %s)'  # noqa: S608
)
ASK = 500  # rows asked for at a time: SQLite takes a limited number of parameters
T = TypeVar("T")
M = TypeVar("M", bound=Model)


def image(row: Model) -> dict[str, Any]:
    """A row's own columns as plain JSON values, to be taken before it is changed."""
    return {field.attname: _plain(getattr(row, field.attname)) for field in row._meta.concrete_fields}


def _plain(value: Any) -> Any:
    if isinstance(value, date):  # a moment too
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value.normalize())
    return str(value) if isinstance(value, UUID) else value


def _digest(row: Model) -> str:
    return hashlib.blake2b(json.dumps(list(image(row).values())).encode(), digest_size=16).hexdigest()


def save_all(model: type[M], rows: Sequence[M]) -> None:
    """Write rows that are held already, every column: one statement for many, where `bulk_update` takes a CASE a
    cell.
    """
    columns = [field.name for field in model._meta.concrete_fields if not field.primary_key]
    model._base_manager.bulk_create(
        rows, batch_size=CHUNK, update_conflicts=True, unique_fields=[model._meta.pk.name], update_fields=columns
    )


class BatchJournal:
    """The journal of one batch. Lines are kept in the order of writing, and undone from the last to the first."""

    def __init__(self, batch: Batch) -> None:
        self.batch = batch
        self.written: dict[str, list[int]] = {}
        self._lines: list[tuple[int, str, str, str | None, str]] = []

    def added(self, row: Model) -> None:
        self._write(row, None)

    def changed(self, row: Model, before: Mapping[str, Any]) -> None:
        self._write(row, json.dumps(before))

    def added_all(self, rows: Iterable[Model]) -> None:
        for row in rows:
            self.added(row)

    def close(self) -> None:
        """Past the ORM: a large return writes a hundred thousand lines, and building a model for each doubles the
        time.
        """
        with connection.cursor() as cursor:
            cursor.executemany(INSERT, self._lines)
        self._lines = []

    def _write(self, row: Model, before: str | None) -> None:
        label = row._meta.label
        self.written.setdefault(label, [0, 0])[before is not None] += 1
        self._lines.append((self.batch.pk, label, str(row.pk), before, _digest(row)))
        if len(self._lines) >= CHUNK:
            self.close()


def take_back(batch: Batch) -> dict[str, int]:
    """Put every row back as it was before the batch. Call inside a transaction: raises Refused when a row was
    touched since.

    Gives the number of rows deleted and restored.
    """
    _refuse_if_later_batch(batch)
    lines = list(batch.journal.all())
    _refuse_if_touched(lines)
    counts = {"deleted": 0, "restored": 0}
    for (label, added), group in groupby(reversed(lines), key=lambda line: (line.model, line.before is None)):
        model = apps.get_model(label)
        for some in _chunks(group):
            if added:
                _delete(model, [line.row for line in some])
            else:
                _restore(model, [line.before for line in some])
            counts["deleted" if added else "restored"] += len(some)
    return counts


def _refuse_if_later_batch(batch: Batch) -> None:
    mine = JournalLine.objects.filter(batch=batch)
    later = Batch.objects.filter(
        area=batch.area, pk__gt=batch.pk, state=State.COMMITTED, journal__model__in=mine.values("model").distinct()
    ).distinct()
    rows = {(line.model, line.row) for line in mine.only("model", "row")}
    for other in later.order_by("-pk"):
        shared = sum((line.model, line.row) in rows for line in other.journal.only("model", "row"))
        if shared:
            raise Refused(
                f"A later batch, committed on {_day(other.committed_on)}, has since changed {shared:,} of these rows. "
                "Undo that batch first, then this one."
            )


def _refuse_if_touched(lines: list[JournalLine]) -> None:
    last = {(line.model, line.row): line.after for line in lines}
    for label, group in groupby(sorted(last), key=lambda key: key[0]):
        model = apps.get_model(label)
        for some in _chunks(row for _, row in group):
            held = {str(row.pk): _digest(row) for row in model._base_manager.filter(pk__in=some)}
            touched = sum(held.get(row) != last[label, row] for row in some)
            if touched:
                raise Refused(
                    f"{touched:,} of these rows ({model._meta.verbose_name_plural}) have been changed by hand since "
                    "this batch was "
                    "committed. Undoing it would lose that work, so nothing was undone. Correct the rows themselves."
                )


def _delete(model: type[Model], rows: list[str]) -> None:
    try:
        _, deleted = model._base_manager.filter(pk__in=rows).delete()
    except (ProtectedError, RestrictedError) as fault:
        raise _still_used(model) from fault
    if deleted != {model._meta.label: len(rows)}:  # something made by hand would have gone with them
        raise _still_used(model)


def _still_used(model: type[Model]) -> Refused:
    return Refused(
        f"Work has been recorded on these {model._meta.verbose_name_plural} since this batch was committed, and "
        "undoing it "
        "would lose that work. Nothing was undone."
    )


def _restore(model: type[Model], images: list[Any]) -> None:
    fields = model._meta.concrete_fields
    save_all(
        model, [model(**{field.attname: field.to_python(each[field.attname]) for field in fields}) for each in images]
    )


def _chunks(things: Iterable[T]) -> Iterator[list[T]]:
    whole = iter(things)
    while some := list(islice(whole, ASK)):
        yield some


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "an earlier day"
