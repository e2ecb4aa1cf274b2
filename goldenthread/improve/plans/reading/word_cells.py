"""What a cell of a Word table says: paragraphs, bullets, tables within it; what was deleted is left out."""

import re
from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

TEXT, BREAK, TAB, HYPHEN = qn("w:t"), {qn("w:br"), qn("w:cr")}, qn("w:tab"), qn("w:noBreakHyphen")
GONE = {qn("w:del"), qn("w:moveFrom"), qn("w:rPrChange"), qn("w:pPrChange"), qn("w:pPr"), qn("w:txbxContent")}
PARAGRAPH, TABLE, ROW, CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
BULLET = "• "
# Word's sixteen highlights, those that are a colour of a plan
HIGHLIGHTS = {"green": "00FF00", "darkGreen": "008000", "yellow": "FFFF00", "darkYellow": "808000", "red": "FF0000",
              "darkRed": "800000", "blue": "0000FF", "darkBlue": "000080", "cyan": "00FFFF"}  # fmt: skip


def words_of_paragraph(paragraph: Any) -> str:
    """Inserted words are read, deleted ones are not: a change that is tracked counts as made."""
    return "".join(_pieces(paragraph)).strip()


def words_of_cell(cell: Any) -> str:
    """A line for each paragraph, and for each row of a table within; a bullet or a number shows as “•”."""
    return "\n".join(line for line in _lines(cell) if line).strip()


def _lines(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == PARAGRAPH:
            words = words_of_paragraph(child)
            yield BULLET + words if words and _is_listed(child) and not words.startswith("•") else words
        elif child.tag == TABLE:
            for row in child.iter(ROW):
                yield " | ".join(
                    filter(None, (words_of_cell(each).replace("\n", " ") for each in row.iterchildren(CELL)))
                )
        elif child.tag not in GONE:  # a block of content, or an insertion
            yield from _lines(child)


def _pieces(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag == TEXT:
            yield child.text or ""
        elif child.tag in BREAK:
            yield "\n"
        elif child.tag == TAB:
            yield " "
        elif child.tag == HYPHEN:
            yield "-"
        elif child.tag not in GONE:
            yield from _pieces(child)


def _is_listed(paragraph: Any) -> bool:
    own = paragraph.find(qn("w:pPr"))
    if own is None:
        return False
    style = own.find(qn("w:pStyle"))
    return own.find(qn("w:numPr")) is not None or (
        style is not None and (style.get(qn("w:val")) or "").startswith(("ListBullet", "ListNumber"))
    )


def fill_of(cell: Any) -> str:
    """The ground of the cell, else of its first words, else what they were marked with."""
    for path in ("w:tcPr/w:shd", "w:p/w:pPr/w:shd", "w:p/w:r/w:rPr/w:shd"):
        shading = cell.find("/".join(qn(each) for each in path.split("/")))
        code = shading.get(qn("w:fill"), "") if shading is not None else ""
        if re.fullmatch(r"[0-9A-Fa-f]{6}", code) and code.upper() != "FFFFFF":
            return str(code)
    marked = next(cell.iter(qn("w:highlight")), None)
    return HIGHLIGHTS.get(marked.get(qn("w:val"), ""), "") if marked is not None else ""


def is_deleted(row: Any) -> bool:
    return row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None
