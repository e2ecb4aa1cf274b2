"""Reads DfE's release on EHC plans, of 2025 or of 2026, and the older SEN2 file that holds 2018, into headline rows."""

import csv
import gzip
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from goldenthread.measure.benchmarks.areas import ENGLAND
from goldenthread.measure.benchmarks.sources import EES, SEN2
from goldenthread.measure.benchmarks.symbols import Status, read_cell

from .ees_columns import BY_NEED, COLUMNS, NEEDS, PERSON_LEVEL_SINCE, PLACES, PLANS, SEN2_COLUMNS, SEN2_YEAR, Columns
from .rows import HeadlineRow, whole

Row = Mapping[str, str]
Files = Mapping[str, Callable[[], Iterable[Row]]]  # a file of the release → its rows that count everybody
Denominators = Mapping[tuple[str, str], float | None]  # of an area and a time_period


def headline_rows(folder: Path) -> Iterator[HeadlineRow]:
    """Every headline of every area from 2018 on. `folder` is the one that holds the official files."""
    with zipfile.ZipFile(folder / EES.file) as release:
        names = {columns.file for columns in COLUMNS.values()} | set(BY_NEED.values())
        yield from of_release({name: partial(totals, release, name) for name in names}, EES.code)
    yield from _of_2018(folder)


def of_release(files: Files, source: str) -> Iterator[HeadlineRow]:
    """What the files at hand hold; a headline whose file, or whose denominator's file, is not there is left out."""
    for file, rows in sorted(files.items()):
        wanted = {code: columns for code, columns in COLUMNS.items() if columns.file == file}
        below = {code: _below(columns, files) for code, columns in wanted.items() if columns.of}
        for row in rows():
            for code, columns in wanted.items():
                if _has(columns, row) and below.get(code, True):
                    yield _row(code, columns, row, source, below.get(code))
            for code, needs_file in BY_NEED.items():
                if file == needs_file:
                    yield from _needs(code, row, source)


def totals(release: zipfile.ZipFile, file: str) -> Iterator[Row]:
    """The rows of one file that count everybody, headings in lower case."""
    with release.open(f"data/{file}.csv") as stream:
        yield from counting_all(csv.DictReader(io.TextIOWrapper(stream, "utf-8-sig", newline="")))


def counting_all(rows: Iterable[Row]) -> Iterator[Row]:
    """Those of which the topic and the breakdown are the same."""
    for row in rows:
        plain = {heading.casefold(): cell for heading, cell in row.items()}
        if plain.get("breakdown_topic") == plain.get("breakdown"):
            yield plain


def area_code(row: Row) -> str:
    """England and regions by ONS code, areas by DfE number."""
    level = row["geographic_level"]
    return ENGLAND if level == "National" else row["region_code"] if level == "Regional" else row["old_la_code"]


def period_label(time_period: str) -> str:
    """202425, the academic year of a January census, is January 2025; 2024 is the calendar year."""
    return f"20{time_period[4:]}" if len(time_period) == 6 else time_period


def _of_2018(folder: Path) -> Iterator[HeadlineRow]:
    with gzip.open(folder / SEN2.file, "rt", encoding="utf-8-sig", newline="") as stream:
        for row in csv.DictReader(stream):
            if row["time_period"] == SEN2_YEAR:
                for measure, columns in SEN2_COLUMNS.items():
                    yield _row(measure, columns, row, SEN2.code)


def _row(code: str, columns: Columns, row: Row, source: str, below: Denominators | None = None) -> HeadlineRow:
    counted, status = _counted(columns, row)
    if below is not None:
        out_of = below.get((area_code(row), row["time_period"]))
    else:
        out_of = _sum(row, _denominator(columns, row))
    if columns.published:
        value, status = read_cell(row[columns.published])
    else:
        value = None if columns.denominator else counted  # a share that is not printed is LAIT's or ours: see build.py
    return HeadlineRow(
        code, area_code(row), period_label(row["time_period"]), value, whole(counted), whole(out_of), status, source
    )


def _counted(columns: Columns, row: Row) -> tuple[float | None, Status]:
    """The numerator, and why there is none."""
    counted, taken = _sum(row, columns.numerator), _sum(row, columns.less) if columns.less else 0
    statuses = [read_cell(row[column])[1] for column in (*columns.numerator, *columns.less)]
    if counted is None or taken is None:
        return None, next(status for status in statuses if status is not Status.PUBLISHED)
    return counted - taken, Status.PUBLISHED


def _denominator(columns: Columns, row: Row) -> tuple[str, ...]:
    """Of a printed share of plans by their place: since councils send records, the plans of the areas that did."""
    by_place = columns.denominator == PLANS and columns.published
    return PLACES if by_place and row["time_period"] >= PERSON_LEVEL_SINCE else columns.denominator


def _below(columns: Columns, files: Files) -> Denominators:
    if columns.of not in files:
        return {}
    rows = files[columns.of]()
    return {(area_code(row), row["time_period"]): _sum(row, columns.denominator) for row in rows}


def _has(columns: Columns, row: Row) -> bool:
    own = () if columns.of else columns.denominator
    return all(name in row for name in (*columns.numerator, *columns.less, *own, columns.published) if name)


def _needs(code: str, row: Row, source: str) -> Iterator[HeadlineRow]:
    denominator, _ = read_cell(row["ehc_plans"])
    for category, number, share in (
        *((need.upper(), f"number_{need}", f"{need}_pc") for need in NEEDS),
        ("NR", "number_need_unknown", "unknown_pc"),
    ):
        if number in row:
            numerator, _ = read_cell(row[number])
            value, status = read_cell(row[share])
            label = period_label(row["time_period"])
            counts = (whole(numerator), whole(denominator))
            yield HeadlineRow(code, area_code(row), label, value, *counts, status, source, category)


def _sum(row: Row, columns: tuple[str, ...]) -> float | None:
    cells = [read_cell(row[column])[0] for column in columns]
    present = [cell for cell in cells if cell is not None]
    return sum(present) if present and len(present) == len(cells) else None
