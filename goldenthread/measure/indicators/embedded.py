"""Frozen files on the embedded engine. No web framework: a bench or a notebook may use it."""

from datetime import date
from pathlib import Path

import ibis

from goldenthread.measure.indicators.counted import Tables
from goldenthread.rules.tables import ALL


def embedded(folder: Path, as_at: date) -> Tables:
    """On DuckDB, read as they are asked for."""
    connection = ibis.duckdb.connect()
    return Tables(
        **{table.name: connection.read_parquet(folder / f"{table.name}.parquet") for table in ALL}, as_at=as_at
    )
