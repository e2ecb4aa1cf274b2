"""Word: each table, with the headings above it."""

import re
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table

from goldenthread.improve.plans.reading.grid import Book, Cell, Grid
from goldenthread.improve.plans.reading.workbook import CannotRead

HEADING = re.compile(r"(?:Heading \d|Title)$")


def read_word(content: bytes) -> Book:
    """The document's title is its first heading. Raises CannotRead."""
    try:
        return _book(Document(BytesIO(content)))
    except Exception as fault:  # a hostile file can break a reader in any way
        raise CannotRead(
            "This document cannot be read. Open it in Word, save it as .docx and bring it again."
        ) from fault


def _book(document: Any) -> Book:
    title, heading = "", ""
    grids: list[Grid] = []
    for part in document.element.body.iterchildren():
        if part.tag == qn("w:tbl"):
            number = len(grids) + 1
            grids.append(_grid(Table(part, document), f"Table {number}", "" if heading == title else heading))
        elif part.tag == qn("w:p") and (words := _heading(part, document)):
            title, heading = title or words, words
    return Book(title or document.core_properties.title or "", tuple(grids))


def _heading(paragraph: Any, document: Any) -> str:
    style = paragraph.pPr.pStyle.val if paragraph.pPr is not None and paragraph.pPr.pStyle is not None else ""
    names = {each.style_id: each.name for each in document.styles}
    words = "".join(each.text or "" for each in paragraph.iter(qn("w:t"))).strip()
    return words if HEADING.match(names.get(style) or "") else ""


def _grid(table: Table, title: str, heading: str) -> Grid:
    """A cell merged downwards is said in each row; one merged across is said once, in its first column."""
    rows = []
    for number, row in enumerate(table.rows, start=1):
        seen: set[int] = set()
        cells = []
        for cell in row.cells:
            again = id(cell._tc) in seen
            seen.add(id(cell._tc))
            cells.append(Cell() if again else Cell(cell.text.strip() or None, _fill(cell)))
        rows.append((number, cells))
    return Grid(title, rows, heading)


def _fill(cell: Any) -> str:
    shading = cell._tc.find(f"{qn('w:tcPr')}/{qn('w:shd')}")
    code = shading.get(qn("w:fill"), "") if shading is not None else ""
    return code if re.fullmatch(r"[0-9A-Fa-f]{6}", code) else ""
