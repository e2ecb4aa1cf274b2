"""Rows → typed Arrow tables → Parquet, and a hash of what they say."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from operator import itemgetter
from pathlib import Path
from typing import Any, TypeAlias

import pyarrow as pa
import pyarrow.parquet as pq

from goldenthread.rules.tables import ALL, BY_NAME, Table

ROW_GROUP = 122_880  # rows that the embedded engine reads at a time: in larger groups it would use one core only
TYPES = {"text": pa.string(), "date": pa.date32(), "flag": pa.bool_(), "whole": pa.int64()}


def schema(table: Table) -> pa.Schema:
    return pa.schema(
        [pa.field(column.name, TYPES[column.type], nullable=not column.required) for column in table.columns]
    )


Rows: TypeAlias = "Iterable[Mapping[str, Any]] | pa.Table"


def typed(table: Table, rows: Rows) -> pa.Table:
    """Ordered by the table's key and then by everything else, so that equal facts make equal tables."""
    if isinstance(rows, pa.Table):
        made = rows.select(table.names()).cast(schema(table))
    else:
        made = in_columns(table, list(rows))
    order = [*table.key, *(name for name in table.names() if name not in table.key)]
    return made.sort_by([(name, "ascending") for name in order]).combine_chunks()


def in_columns(table: Table, rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """As they stand, not in order."""
    fields = schema(table)
    columns = zip(fields, _turned(rows, fields.names), strict=True)
    return pa.Table.from_arrays([pa.array(values, field.type) for field, values in columns], schema=fields)


def _turned(rows: Sequence[Mapping[str, Any]], names: list[str]) -> Iterable[Sequence[Any]]:
    """The values of each column; null where a row says nothing."""
    if not rows:
        return [()] * len(names)
    try:
        return zip(*map(itemgetter(*names), rows), strict=True)
    except KeyError:
        return [[row.get(name) for row in rows] for name in names]


def content_hash(table: pa.Table) -> str:
    """SHA-256 over the rows in Arrow's stream format: it depends on what the table says, not on how Parquet packed
    it.
    """
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    return hashlib.sha256(sink.getvalue()).hexdigest()


def write(tables: Mapping[str, pa.Table], folder: Path) -> None:
    """All the files or none: they are written beside the folder and moved into place."""
    if folder.exists():
        return
    with appending(folder) as append:
        append(tables)


@contextmanager
def appending(folder: Path) -> Iterator[Callable[[Mapping[str, pa.Table]], None]]:
    """Tables piece by piece, one file each, and all of the contract: the folder is there once all is well."""
    beside = folder.with_name(folder.name + ".part")
    beside.mkdir(parents=True, exist_ok=True)
    with ExitStack() as stack:
        files = {
            table.name: stack.enter_context(
                pq.ParquetWriter(beside / f"{table.name}.parquet", schema(table), compression="zstd")
            )
            for table in ALL
        }

        def append(tables: Mapping[str, pa.Table]) -> None:
            for name, table in tables.items():
                if table.num_rows:
                    files[name].write_table(table, row_group_size=ROW_GROUP)

        yield append
    beside.rename(folder)


def read(folder: Path) -> dict[str, pa.Table]:
    return {table.name: pq.read_table(folder / f"{table.name}.parquet", schema=schema(table)) for table in ALL}


def complete(tables: Mapping[str, Rows]) -> dict[str, pa.Table]:
    """Every table of the contract, empty where there is no source for it."""
    return {name: typed(table, tables.get(name, ())) for name, table in BY_NAME.items()}
