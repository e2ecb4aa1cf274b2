"""Frozen files in PostgreSQL, for who has a server: the same definitions, counted there. Needs the extra `postgres`."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import ibis
import pyarrow.parquet as pq

from goldenthread.measure.indicators.counted import Tables
from goldenthread.rules.tables import ALL, Table

KINDS = {"text": "string", "date": "date", "flag": "boolean", "whole": "int64"}


@contextmanager
def tables_in_postgres(folder: Path, as_at: date, url: str) -> Iterator[Tables]:
    """Copied into temporary tables of one connection: nothing is left behind, nothing of the database is touched."""
    connection = ibis.connect(url)
    try:
        yield Tables(**{table.name: _copied(connection, table, folder) for table in ALL}, as_at=as_at)
    finally:
        connection.disconnect()


def _copied(connection: Any, table: Table, folder: Path) -> Any:
    schema = {column.name: KINDS[column.type] for column in table.columns}
    made = connection.create_table(table.name, schema=ibis.schema(schema), temp=True)
    with connection.con.cursor() as cursor, cursor.copy(f'COPY "{table.name}" FROM STDIN') as copy:
        for batch in pq.ParquetFile(folder / f"{table.name}.parquet").iter_batches(columns=table.names()):
            for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
                copy.write_row(row)
    connection.con.execute(f'ANALYZE "{table.name}"')
    return made
