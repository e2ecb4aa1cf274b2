"""Excel: calamine reads what cells show, the file's own parts what they look like."""

from datetime import time, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import python_calamine

from goldenthread.improve.plans.reading.grid import EMPTY, Book, Cell, Grid
from goldenthread.improve.plans.reading.looks import Looks, Parts, hidden

MOST_ROWS = 100_000  # of a sheet; how many more there are is said
TOP = 40  # rows by which a sheet is known for a plan


class CannotRead(ValueError):
    """The file cannot be opened as what it seems to be."""


def read_workbook(content: bytes, top_only: bool = False) -> Book:
    """`top_only`: the first rows of each sheet, as they are, to see what the file is. Raises CannotRead."""
    try:
        return _book(content, top_only)
    except Exception as fault:  # a hostile file can break a reader in any way
        raise CannotRead(
            "This workbook cannot be read. Open it in Excel, save it as .xlsx and bring it again."
        ) from fault


def _book(content: bytes, top_only: bool) -> Book:
    values = python_calamine.load_workbook(BytesIO(content))
    with ZipFile(BytesIO(content)) as archive:
        parts = Parts(archive)
        hid = tuple(hidden(parts))
        seen = [title for title in values.sheet_names if title not in hid]
        grids = tuple(_grid(values, title, None if top_only else parts.looks(title), top_only) for title in seen)
        return Book(parts.title, grids, hid, parts.saved_on)


def _grid(values: Any, title: str, looks: Looks | None, top_only: bool) -> Grid:
    sheet, most = values.get_sheet_by_name(title), TOP if top_only else MOST_ROWS
    shown = sheet.to_python(skip_empty_area=False, nrows=most)
    rows = [[EMPTY if value == "" else Cell(_value(value)) for value in row] for row in shown]
    if looks is not None:
        _dress(rows, looks)
    return Grid(title, list(enumerate(rows, start=1)), cut=max(0, sheet.total_height - most))


def _dress(rows: list[list[Cell]], looks: Looks) -> None:
    for place, fill in looks.fills.items():
        if (cell := _at(rows, *place)) is not None:
            cell.fill = fill
    for place in looks.formulas:
        if (cell := _at(rows, *place)) is not None:
            cell.formula = True
    for merged in looks.merged:
        _spread(rows, *merged)


def _at(rows: list[list[Cell]], row: int, column: int) -> Cell | None:
    """A cell to be written on: an empty one gets its own. None beyond the rows that are read."""
    if row >= len(rows) or column >= 400:  # a row shaded to its very end has 16,384 cells
        return None
    cells = rows[row]
    cells += [EMPTY] * (column + 1 - len(cells))
    if cells[column] is EMPTY:
        cells[column] = Cell()
    return cells[column]


def _spread(rows: list[list[Cell]], top: int, left: int, bottom: int, right: int) -> None:
    """A merged cell is said in every row that it spans, in its first column; across columns it is said once."""
    first = _at(rows, top, left)
    if first is None:
        return
    first.wide = right > left
    for row in range(top + 1, min(bottom + 1, len(rows))):
        if (cell := _at(rows, row, left)) is not None:
            cell.value, cell.fill, cell.again = first.value, first.fill, True


def _value(value: object) -> object:
    """A blank is nothing; a length of time or an hour is kept as its words."""
    if isinstance(value, str):
        return value.strip() or None
    return str(value) if isinstance(value, time | timedelta) else value
