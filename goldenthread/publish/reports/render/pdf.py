"""A paper as a tagged PDF (PDF/UA-1), set by Typst. The words travel as JSON, so nothing in them is ever run."""

import json
import re
from datetime import UTC, datetime, time
from pathlib import Path

from goldenthread.publish.reports.document import (
    Cell,
    Document,
    DocumentError,
    Figure,
    Heading,
    Placed,
    Table,
    Text,
    Tone,
    placed,
)
from goldenthread.publish.reports.document.drawing import NOTHING_TO_DRAW
from goldenthread.publish.reports.document.frozen import plain_values
from goldenthread.publish.reports.document.words import TO_BE_WRITTEN
from goldenthread.publish.reports.render import fonts as letters

_TEMPLATE = Path(__file__).with_name("paper.typ")
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)  # an undated draft: the same words, the same bytes
_UNKNOWN_LETTER = re.compile('the text `"(.*?)"` could not be displayed')


def render_pdf(document: Document, fonts: Path = letters.PACKAGED) -> bytes:
    """The same paper gives the same bytes. Raises FontMissingError; DocumentError for a letter that it has not."""
    import typst  # not needed to show a page

    folder = letters.font_folder(fonts)
    moment = datetime.combine(document.dated_on, time(), UTC) if document.dated_on else _NO_DAY
    try:
        return typst.compile(
            _TEMPLATE,
            format="pdf",
            font_paths=[folder],
            ignore_system_fonts=True,
            sys_inputs={"paper": json.dumps(_values(document), ensure_ascii=False)},
            pdf_standards=["ua-1"],
            timestamp=moment,
        )
    except typst.TypstError as fault:
        if letter := _UNKNOWN_LETTER.search(fault.message):
            raise DocumentError(
                f"The PDF cannot show “{letter[1]}”: the font {letters.FAMILY} has no such letter. "
                "Write it another way, or use the Word or the HTML version."
            ) from fault
        raise


def _values(document: Document) -> dict[str, object]:
    return {
        "title": document.title or "Untitled",
        "subtitle": document.subtitle,
        "author": document.author,
        "header": plain_values(document.header.rows) if document.header else [],
        "blocks": [_block(item) for item in placed(document)],
        "to_be_written": TO_BE_WRITTEN,
        "nothing_to_draw": NOTHING_TO_DRAW,
    }


def _block(item: Placed) -> dict[str, object]:
    match item.block:
        case Heading(text=text):
            return {"is": "Heading", "text": text, "level": item.level, "label": item.label}
        case Table() as table:
            return {"is": "Table", "label": item.label, **_table(table)}
        case Figure() as figure:
            named = {"title": figure.title, "description": figure.description, "svg": figure.svg}
            return {"is": "Figure", "label": item.label, **named, "table": _table(figure.table)}
        case block:
            return {**plain_values(block), "label": item.label}


def _table(table: Table) -> dict[str, object]:
    return {
        "caption": table.caption,
        "columns": table.columns,
        "places": [list(row) for row in table.head_places],
        "head": [[_cell(cell) for cell in row] for row in table.head],
        "body": [[_cell(cell) for cell in row] for row in table.body],
        "align": list(table.alignment),
        "widths": list(table.widths),
        "row_headers": table.row_headers and bool(table.rows),
        "notes": plain_values(table.notes),
    }


def _cell(cell: Cell) -> object:
    """Most cells are one plain string, and an appendix can have 80,000 of them."""
    match cell:
        case Cell(runs=(Text(text=text),), tone=Tone.NONE, across=1, down=1):
            return text
    return plain_values(cell)
