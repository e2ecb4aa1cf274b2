"""A workbook as sheets of plain values. What a cell shows is read; a formula is never run."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZipFile

import python_calamine

MOST_ROWS = 20_000  # of a sheet
SAID_OF_ITSELF = "docProps/core.xml"
MODIFIED = re.compile(rb"<dcterms:modified[^>]*>(\d{4}-\d\d-\d\d)")
Values = Sequence[object]


class CannotRead(ValueError):
    """The file cannot be opened as a workbook; the text is a sentence."""


@dataclass(frozen=True)
class Grid:
    """One sheet: each row that says anything, with the number found beside it. `cut`: how many more there are."""

    title: str
    rows: tuple[tuple[int, Values], ...]
    cut: int = 0


@dataclass(frozen=True)
class Book:
    """`hidden` are the names of sheets that nobody sees: they are not read. `saved_on`: the last day of which the file
    can tell anything, where it says so.
    """

    grids: tuple[Grid, ...]
    hidden: tuple[str, ...] = ()
    saved_on: date | None = None


def read_book(content: bytes, most: int = MOST_ROWS) -> Book:
    """The first `most` rows of each visible sheet. Raises CannotRead."""
    try:
        book = python_calamine.load_workbook(BytesIO(content))
        seen = {sheet.name: sheet.visible == python_calamine.SheetVisibleEnum.Visible for sheet in book.sheets_metadata}
        grids = tuple(_grid(book, title, most) for title, visible in seen.items() if visible)
        hidden = tuple(title for title, visible in seen.items() if not visible)
        return Book(grids, hidden, _saved_on(content))
    except Exception as fault:  # a hostile file can break a reader in any way
        raise CannotRead(
            "This workbook cannot be read. Open it in Excel, save it as .xlsx and bring it again."
        ) from fault


def said(value: object) -> str:
    """A cell in words: lines tidied, a day as 2026-10-31, a whole number without its “.0”."""
    if isinstance(value, str):
        return "\n".join(" ".join(line.split()) for line in value.strip().splitlines())
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return "" if value is None else value.isoformat() if isinstance(value, date) else str(value)


def _grid(book: python_calamine.CalamineWorkbook, title: str, most: int) -> Grid:
    sheet = book.get_sheet_by_name(title)
    rows = sheet.to_python(skip_empty_area=False, nrows=most)
    for (top, left), (bottom, _) in sheet.merged_cell_ranges or ():
        if top < len(rows) and left < len(rows[top]):  # a merge may lie beyond whatever is written
            for row in rows[top + 1 : bottom + 1]:  # what stands beside several rows is said of each
                row[left] = rows[top][left]
    return Grid(title, tuple(_filled(rows)), max(0, sheet.total_height - most))


def _filled(rows: Sequence[Values]) -> Iterator[tuple[int, Values]]:
    for number, values in enumerate(rows, start=1):
        if any(said(value) for value in values):
            yield number, values


def _saved_on(content: bytes) -> date | None:
    with ZipFile(BytesIO(content)) as archive:
        told = archive.read(SAID_OF_ITSELF) if SAID_OF_ITSELF in archive.namelist() else b""
    found = MODIFIED.search(told)
    return date.fromisoformat(found[1].decode()) if found else None
