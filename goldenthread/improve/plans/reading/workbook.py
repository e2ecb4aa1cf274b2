"""Excel: calamine reads what cells show, openpyxl what calamine does not: hidden sheets, merged cells, shades,
formulas.
"""

import warnings
from datetime import time, timedelta
from io import BytesIO
from typing import Any

import openpyxl
import python_calamine
from openpyxl.styles.colors import COLOR_INDEX

from goldenthread.improve.plans.reading.grid import EMPTY, Book, Cell, Grid

MOST_ROWS = 20_000
OFFICE_THEME = {4: "4472C4", 5: "ED7D31", 6: "A5A5A5", 7: "FFC000", 8: "5B9BD5", 9: "70AD47"}  # accents 1 to 6


class CannotRead(ValueError):
    """The file cannot be opened as what it seems to be."""


def read_workbook(content: bytes) -> Book:
    """Raises CannotRead."""
    try:
        values = python_calamine.load_workbook(BytesIO(content))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of extensions that openpyxl does not keep; nothing is written back
            styles = openpyxl.load_workbook(BytesIO(content))
            grids = tuple(_grid(values, sheet) for sheet in styles.worksheets if sheet.sheet_state == "visible")
    except Exception as fault:  # a hostile file can break a reader in any way
        raise CannotRead(
            "This workbook cannot be read. Open it in Excel, save it as .xlsx and bring it again."
        ) from fault
    hidden = tuple(sheet.title for sheet in styles.worksheets if sheet.sheet_state != "visible")
    return Book(styles.properties.title or "", grids, hidden)


def _grid(values: Any, sheet: Any) -> Grid:
    shown = values.get_sheet_by_name(sheet.title).to_python(skip_empty_area=False, nrows=MOST_ROWS)
    rows = [[Cell(_value(value)) for value in row] for row in shown]
    for row in sheet.iter_rows(max_row=min(sheet.max_row, MOST_ROWS)):
        for cell in row:
            fill, formula = _fill(cell), cell.data_type == "f"
            if fill or formula:
                _put(rows, cell.row - 1, cell.column - 1, fill, formula)
    for merged in sheet.merged_cells.ranges:
        _spread(rows, merged)
    return Grid(sheet.title, [(number, row) for number, row in enumerate(rows, start=1)])


def _put(rows: list[list[Cell]], row: int, column: int, fill: str, formula: bool) -> None:
    if row < len(rows):
        cells = rows[row]
        cells += [EMPTY] * (column + 1 - len(cells))
        cells[column] = Cell(cells[column].value, fill, formula)


def _spread(rows: list[list[Cell]], merged: Any) -> None:
    """A merged cell is said in every row that it spans, in its first column; across columns it is said once."""
    top, left = merged.min_row - 1, merged.min_col - 1
    for row in range(top + 1, min(merged.max_row, len(rows))):
        if left < len(rows[row]) and left < len(rows[top]):
            rows[row][left] = rows[top][left]


def _value(value: object) -> object:
    """A blank is nothing; a length of time or an hour is kept as its words."""
    if isinstance(value, str):
        return value.strip() or None
    return str(value) if isinstance(value, time | timedelta) else value


def _fill(cell: Any) -> str:
    fill = cell.fill
    if fill is None or fill.fill_type != "solid":
        return ""
    colour = fill.fgColor
    if colour.type == "theme":
        return OFFICE_THEME.get(colour.theme, "")
    code = COLOR_INDEX[colour.indexed] if colour.type == "indexed" and colour.indexed < len(COLOR_INDEX) else colour.rgb
    return code[-6:] if isinstance(code, str) else ""
