"""The headlines in a release on EHC plans, from its tables as they were just read: 2025 and 2026 name columns alike."""

# ruff: noqa: S608  columns go by their numbers: no text of a file is ever part of a statement

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import duckdb

from goldenthread.measure.benchmarks.areas import ENGLAND
from goldenthread.measure.benchmarks.headlines import HEADLINES
from goldenthread.measure.benchmarks.importer import ees
from goldenthread.measure.benchmarks.importer.ees_columns import file_of
from goldenthread.measure.benchmarks.importer.rows import HeadlineRow, with_share
from goldenthread.measure.benchmarks.symbols import UnknownSymbol, read_cell

from .roles import Roles
from .taking import Taking

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Kept:
    """A file of the release, one of ees_columns, and its headings in lower case."""

    file: str
    headings: tuple[str, ...]


def remember(found: Roles, headings: Sequence[str], taking: Taking) -> Kept | None:
    """Keeps the rows that count everybody as a table of their own, where it is a file of the release."""
    plain = tuple(heading.casefold() for heading in headings)
    if "identifier" not in found.named or "level" not in found.named:
        return None
    column = f"c{found.named['identifier']}"
    identifiers = taking.engine.execute(f"select distinct coalesce({column}, '') from keyed").fetchall()
    file = file_of(plain, [name for (name,) in identifiers])
    if not file:
        return None
    columns = ", ".join(f"c{n}" for n in range(len(plain)))
    taking.engine.execute(
        f"create or replace table release_{file} as select area, {columns} from keyed where category = ''"
    )
    return Kept(file, plain)


def add_headlines(files: Sequence[Kept], source: str, taking: Taking) -> None:
    """What the files at hand allow: a headline whose columns are not all there is left out."""
    at_hand = {kept.file: partial(_rows, kept, taking.engine) for kept in files}
    rows = [with_share(row, HEADLINES[row.measure]) for row in ees.of_release(at_hand, source)]
    taking.measures.update({code: HEADLINES[code] for code in {row.measure for row in rows}})
    taking.fill("figures", (figure(row) for row in rows))


def _rows(kept: Kept, engine: duckdb.DuckDBPyConnection) -> Iterator[Row]:
    """As the importer of the package reads them: places by our codes, and no symbol that nobody knows."""
    for area, *cells in engine.execute(f"select * from release_{kept.file}").fetchall():
        row = {name: _known(cell or "") for name, cell in zip(kept.headings, cells, strict=True)}
        level = "National" if area == ENGLAND else "Regional" if area.startswith("E") else "Local authority"
        yield row | {"geographic_level": level, "region_code": area, "old_la_code": area, "time_period": _time(row)}


def _known(cell: str) -> str:
    try:
        read_cell(cell)
    except UnknownSymbol:
        return "" if not cell[:1].isalpha() or len(cell) < 3 else cell
    return cell


def _time(row: Row) -> str:
    return row["time_period"].replace("/", "").replace("-", "")[-6:]


def figure(row: HeadlineRow) -> tuple[object, ...]:
    """As a line of the table of figures."""
    measure = HEADLINES[row.measure]
    counts = (row.numerator, row.denominator)
    kind = measure.period_kind.value
    return row.measure, row.area, row.period, kind, row.category, row.value, *counts, row.status.value
