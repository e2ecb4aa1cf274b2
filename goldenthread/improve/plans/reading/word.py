"""Word: each table, with the headings above it."""

import re
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from goldenthread.improve.plans.reading.grid import EMPTY, Book, Cell, Cells, Grid
from goldenthread.improve.plans.reading.word_cells import (
    CELL,
    ROW,
    fill_of,
    is_deleted,
    words_of_cell,
    words_of_paragraph,
)
from goldenthread.improve.plans.reading.workbook import CannotRead

HEADING = re.compile(r"(?:Heading \d|Title)$", re.IGNORECASE)
WRAPPERS = {qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:customXml"), qn("w:smartTag")}


def read_word(content: bytes, top_only: bool = False) -> Book:  # noqa: ARG001  (a document is read as a whole)
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
    names = {each.style_id: each.name for each in document.styles}
    for part in _parts(document.element.body):
        if part.tag == qn("w:tbl"):
            number = len(grids) + 1
            grids.append(Grid(f"Table {number}", list(_rows(part)), "" if heading == title else heading))
        elif words := _heading(part, names):
            title, heading = title or words, words
    core = document.core_properties
    return Book(title or core.title or "", tuple(grids), saved_on=_saved(core))


def _parts(body: Any) -> Iterator[Any]:
    """Paragraphs and tables in their order, also those in a block of content."""
    for part in body.iterchildren():
        if part.tag in (qn("w:tbl"), qn("w:p")):
            yield part
        elif part.tag in WRAPPERS:
            yield from _parts(part)


def _heading(paragraph: Any, names: dict[str, str]) -> str:
    style = paragraph.pPr.pStyle.val if paragraph.pPr is not None and paragraph.pPr.pStyle is not None else ""
    return words_of_paragraph(paragraph) if HEADING.match(names.get(style) or "") else ""


def _saved(core: Any) -> date | None:
    try:
        return core.modified.date() if core.modified else None
    except ValueError:
        return None


def _rows(table: Any) -> Iterator[tuple[int, Cells]]:
    """A cell merged downwards is said in each row; one merged across is said once, in its first column."""
    above: list[Cell] = []
    rows = (row for row in table.iter(ROW) if _table_of(row) is table)
    for number, row in enumerate(rows, start=1):
        if is_deleted(row):
            continue
        above = list(_cells(row, above))
        yield number, above


def _cells(row: Any, above: list[Cell]) -> Iterator[Cell]:
    place = _skipped(row)
    yield from [EMPTY] * place
    for cell in (each for each in row.iter(CELL) if _row_of(each) is row):
        own = cell.find(qn("w:tcPr"))
        span = _number(own, "w:gridSpan", 1)
        merge = own.find(qn("w:vMerge")) if own is not None else None
        if merge is not None and merge.get(qn("w:val"), "continue") == "continue" and place < len(above):
            held = above[place]
            yield Cell(held.value, held.fill, again=True, wide=held.wide)
        else:
            yield Cell(words_of_cell(cell) or None, fill_of(cell), wide=span > 1)
        yield from [EMPTY] * (span - 1)
        place += span


def _skipped(row: Any) -> int:
    return _number(row.find(qn("w:trPr")), "w:gridBefore", 0)


def _number(properties: Any, name: str, default: int) -> int:
    """A count that a file gives; never so large that a hostile one fills the memory."""
    found = properties.find(qn(name)) if properties is not None else None
    return min(63, int(found.get(qn("w:val")))) if found is not None else default


def _table_of(row: Any) -> Any:
    return next(row.iterancestors(qn("w:tbl")))


def _row_of(cell: Any) -> Any:
    return next(cell.iterancestors(ROW))
