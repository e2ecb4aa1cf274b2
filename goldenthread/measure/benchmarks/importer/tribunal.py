"""Reads the tribunal appeal rate by area: a printed table with two heading rows and notes below."""

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from goldenthread.measure.benchmarks.areas import ENGLAND
from goldenthread.measure.benchmarks.sources import TRIBUNAL
from goldenthread.measure.benchmarks.symbols import read_cell

from .rows import HeadlineRow, whole

SINCE = "2018"


def headline_rows(folder: Path) -> Iterator[HeadlineRow]:
    with (folder / TRIBUNAL.file).open(encoding="utf-8-sig", newline="") as stream:
        table = list(csv.reader(stream))
    heading = next(index for index, cells in enumerate(table) if cells[0] == "Local Authority")
    years = [(column, label) for column, label in enumerate(table[heading]) if label.isdigit() and label >= SINCE]
    for cells in table[heading + 2 :]:
        if code := _area(cells):
            for column, label in years:
                yield _row(code, label, cells[column : column + 3])


def _area(cells: Sequence[str]) -> str:
    if cells[0].startswith("England Total"):
        return ENGLAND
    return cells[1].strip() if cells[1].strip().isdigit() else ""


def _row(code: str, label: str, cells: Sequence[str]) -> HeadlineRow:
    (appeals, _), (decisions, _), (rate, status) = (read_cell(cell) for cell in cells)
    if rate == 0:  # here alone a dash is nil: it stands beside a printed rate of 0.00%
        appeals = 0
    return HeadlineRow("appeal_rate", code, label, rate, whole(appeals), whole(decisions), status, TRIBUNAL.code)
