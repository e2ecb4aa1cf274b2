"""Many rows at a time, past the ORM, which would build a model for each row.

Rows are mappings of column to value, as the model's own attributes are named. Call inside a transaction.
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache, partial
from itertools import islice
from typing import Any, TypeVar

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import JSONField, Model

T = TypeVar("T")
Values = Mapping[str, Any]
AS_IT_IS = frozenset({str, int, bool, float, type(None)})  # what every database takes without being prepared
PARAMETERS = 30_000  # in one statement, where the database sets no limit of its own


@contextmanager
def collector_resting() -> Iterator[None]:
    """A file is a million small things that live to the end of the work: the garbage collector would walk them all
    again and again, for a fifth of the time, and find nothing.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def insert(model: type[Model], rows: Sequence[Values]) -> list[Any]:
    """Add rows and give their keys, in order. A column left out takes its field's default."""
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    columns = [(field.attname, field.get_default, _for_database(field)) for field in fields]
    places = f"({', '.join(['%s'] * len(columns))})"
    into = f"INSERT INTO {_table(model)} ({_columns(fields)}) VALUES "  # noqa: S608  (names of our own models)
    returning = f" RETURNING {_columns([model._meta.pk])}"
    keys: list[Any] = []
    with connection.cursor() as cursor:
        for some in chunks(rows, _parameters() // len(columns)):
            said = [
                prepare(row[name] if name in row else default()) for row in some for name, default, prepare in columns
            ]
            cursor.execute(into + ", ".join([places] * len(some)) + returning, said)
            keys += [key for (key,) in cursor.fetchall()]
    return keys


def update(model: type[Model], changes: Mapping[Any, Values]) -> None:
    """`changes`: {key: the columns to change and their new values}."""
    alike: dict[tuple[str, ...], list[tuple[Any, Values]]] = {}
    for key, values in changes.items():
        alike.setdefault(tuple(values), []).append((key, values))
    with connection.cursor() as cursor:
        for names, rows in alike.items():
            fields = [model._meta.get_field(name) for name in names]
            prepare = [(name, _for_database(field)) for name, field in zip(names, fields, strict=True)]
            sets = ", ".join(f"{_columns([field])} = %s" for field in fields)
            where = f"{_columns([model._meta.pk])} = %s"
            cursor.executemany(
                f"UPDATE {_table(model)} SET {sets} WHERE {where}",  # noqa: S608  (names of our own models)
                [(*(ready(values[name]) for name, ready in prepare), key) for key, values in rows],
            )


def fetch(model: type[Model], keys: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    """The rows with those keys as the database gives them: the key first, then every column."""
    fields = [model._meta.pk, *(field for field in model._meta.concrete_fields if not field.primary_key)]
    ask = f"SELECT {_columns(fields)} FROM {_table(model)} WHERE {_columns(fields[:1])} IN "  # noqa: S608
    with connection.cursor() as cursor:
        for some in chunks(keys, _parameters()):
            cursor.execute(f"{ask}({', '.join(['%s'] * len(some))})", some)
            yield from cursor.fetchall()


def chunks(things: Iterable[T], size: int) -> Iterator[list[T]]:
    whole = iter(things)
    while some := list(islice(whole, size)):
        yield some


def _for_database(field: Any) -> Callable[[Any], Any]:
    prepare = partial(field.get_db_prep_save, connection=connections[DEFAULT_DB_ALIAS])
    if isinstance(field, JSONField):
        return prepare
    once = lru_cache(4096)(prepare)  # the same few thousand days come again and again
    return lambda value: value if type(value) in AS_IT_IS else once(value)


def _parameters() -> int:
    return connection.features.max_query_params or PARAMETERS


def _table(model: type[Model]) -> str:
    return connection.ops.quote_name(model._meta.db_table)


def _columns(fields: Sequence[Any]) -> str:
    return ", ".join(connection.ops.quote_name(field.column) for field in fields)
