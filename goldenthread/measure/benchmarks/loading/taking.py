"""The tables that a file is read into, in an engine that spills to disk what does not fit the memory it is given."""

# ruff: noqa: S608  columns go by their numbers: no text of a file is ever part of a statement

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from goldenthread.measure.benchmarks.measures import Measure
from goldenthread.measure.benchmarks.symbols import SYMBOLS

MEMORY = "512MB"
GROUP = 8192  # rows that are read together: a measure is looked up alone, among hundreds
LISTED = 200_000  # cells kept aside that are listed one by one; beyond it they are counted

SCHEMA = """
create table symbols (text varchar primary key, status varchar);
create table figures (
    measure varchar, area varchar, period varchar, kind varchar, category varchar,
    value double, numerator bigint, denominator bigint, status varchar
);
create table aside (file varchar, line bigint, heading varchar, cell varchar, reason varchar);
create macro number(cell) as (
    case when isfinite(try_cast(replace(rtrim(cell, '%'), ',', '') as double))
         then try_cast(replace(rtrim(cell, '%'), ',', '') as double) end
);
"""


@dataclass(slots=True)
class Taking:
    """What has been taken of one file so far. `rows` are those read; `notes` are sentences for the reader."""

    engine: duckdb.DuckDBPyConnection
    rows: int = 0
    measures: dict[str, Measure] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def note(self, sentence: str) -> None:
        if sentence not in self.notes:
            self.notes.append(sentence)

    def fill(self, table: str, rows: Iterable[Sequence[Any]]) -> None:
        """Adds rows, in the order of the table's columns, all at once: one by one an engine of columns is slow."""
        if many := list(rows):
            names = [f"c{n}" for n in range(len(many[0]))]
            self.engine.register("many", pa.table(dict(zip(names, map(list, zip(*many, strict=True)), strict=True))))
            self.engine.execute(f"insert into {table} select * from many")
            self.engine.unregister("many")

    def set_aside(self, file: str, line: int, heading: str, cell: str, reason: str) -> None:
        self.engine.execute("insert into aside values (?, ?, ?, ?, ?)", [file, line, heading, cell, reason])

    @property
    def last(self) -> Mapping[str, str]:
        """The last period of each measure, by the labels' own order."""
        rows = self.engine.execute("select measure, max(period) from figures group by measure").fetchall()
        return dict(rows)

    @property
    def kept_aside(self) -> Mapping[str, int]:
        rows = self.engine.execute("select reason, count(*) from aside group by reason order by reason").fetchall()
        return dict(rows)

    @property
    def figures(self) -> int:
        return _one(self.engine.execute("select count(*) from figures").fetchone())


def begun(folder: Path) -> Taking:
    engine = duckdb.connect(config={"memory_limit": MEMORY, "threads": 2, "temp_directory": str(folder / "spill")})
    words = ", ".join(f"'{text}'" for text in SYMBOLS)
    engine.execute(SCHEMA)
    engine.execute(f"create macro is_symbol(cell) as (lower(cell) in ({words}))")
    engine.executemany("insert into symbols values (?, ?)", [[text, status.value] for text, status in SYMBOLS.items()])
    return Taking(engine)


def written(taking: Taking, table: Path) -> None:
    """The figures, sorted by measure and area."""
    ordered = "select * from figures order by measure, area, period, category"
    taking.engine.execute(
        f"copy ({ordered}) to '{_quoted(table)}' (format parquet, compression zstd, row_group_size {GROUP})"
    )


def written_aside(taking: Taking, table: Path) -> None:
    """What was kept aside, by file and line."""
    ordered = f"select * from aside order by file, line limit {LISTED}"
    taking.engine.execute(f"copy ({ordered}) to '{_quoted(table)}' (format csv)")


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _one(row: tuple[Any, ...] | None) -> int:
    return int(row[0]) if row else 0
