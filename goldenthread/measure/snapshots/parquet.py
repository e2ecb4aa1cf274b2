"""Rows → typed Arrow tables → Parquet, and a hash of what they say."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from goldenthread.rules.tables import ALL, BY_NAME, Table

TYPES = {"text": pa.string(), "date": pa.date32(), "flag": pa.bool_(), "whole": pa.int64()}


def schema(table: Table) -> pa.Schema:
    return pa.schema(
        [pa.field(column.name, TYPES[column.type], nullable=not column.required) for column in table.columns]
    )


def typed(table: Table, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """Ordered by the table's key and then by everything else, so that equal facts make equal tables."""
    made = pa.Table.from_pylist(list(rows), schema=schema(table))
    order = [*table.key, *(name for name in table.names() if name not in table.key)]
    return made.sort_by([(name, "ascending") for name in order]).combine_chunks()


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
    beside = folder.with_name(folder.name + ".part")
    beside.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        pq.write_table(table, beside / f"{name}.parquet", compression="zstd")
    beside.rename(folder)


def read(folder: Path) -> dict[str, pa.Table]:
    return {table.name: pq.read_table(folder / f"{table.name}.parquet", schema=schema(table)) for table in ALL}


def complete(tables: Mapping[str, Iterable[Mapping[str, Any]]]) -> dict[str, pa.Table]:
    """Every table of the contract, empty where there is no source for it."""
    return {name: typed(table, tables.get(name, ())) for name, table in BY_NAME.items()}
