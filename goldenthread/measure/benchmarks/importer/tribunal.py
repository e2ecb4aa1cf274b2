"""Reads the tribunal appeal rate by area: a printed table with two heading rows and notes below."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from goldenthread.measure.benchmarks.areas import ENGLAND
from goldenthread.measure.benchmarks.sources import TRIBUNAL
from goldenthread.measure.benchmarks.symbols import Status, read_cell

from .rows import HeadlineRow, whole

SINCE = "2018"
DEVELOPING = "in development"  # what the headings of a newer count begin with


def headline_rows(folder: Path) -> Iterator[HeadlineRow]:
    with (folder / TRIBUNAL.file).open(encoding="utf-8-sig", newline="") as stream:
        yield from of_table(csv.reader(stream), TRIBUNAL.code)


def of_table(lines: Iterable[Sequence[str]], source: str, since: str = SINCE) -> Iterator[HeadlineRow]:
    """The table's lines as cells. Raises StopIteration where none begins with “Local Authority”."""
    table = list(lines)
    heading = next(index for index, cells in enumerate(table) if cells and cells[0] == "Local Authority")
    years = [(column, label) for column, label in enumerate(table[heading]) if label.isdigit() and label >= since]
    newer = [column for column, name in enumerate(table[heading + 1]) if name.casefold().startswith(DEVELOPING)]
    for cells in table[heading + 2 :]:
        if code := _area(cells):
            for column, label in years:
                yield from _rows(code, label, cells[column : column + 3], source)
            if len(newer) == 2:
                column, label = years[-1]
                told = (cells[column], *(cells[n] for n in newer))
                yield _rate("appeal_rate_in_development", code, label, told, source)


def _area(cells: Sequence[str]) -> str:
    if cells[0].startswith("England Total"):
        return ENGLAND
    return cells[1].strip() if cells[1].strip().isdigit() else ""


def _rows(code: str, label: str, cells: Sequence[str], source: str) -> Iterator[HeadlineRow]:
    rate = _rate("appeal_rate", code, label, cells, source)
    yield rate
    appeals, status = rate.numerator, Status.PUBLISHED if rate.numerator is not None else read_cell(cells[0])[1]
    yield HeadlineRow("appeals_registered", code, label, appeals, appeals, None, status, source)


def _rate(measure: str, code: str, label: str, cells: Sequence[str], source: str) -> HeadlineRow:
    (appeals, _), (decisions, _), (rate, status) = (read_cell(cell) for cell in cells)
    if rate == 0:  # here alone a dash is nil: it stands beside a printed rate of 0.00%
        appeals = 0
    return HeadlineRow(measure, code, label, rate, whole(appeals), whole(decisions), status, source)
