"""Words typed by a person as blocks of the paper. A blank line ends a paragraph.

Lines that begin with “- ” are a list, with “i) ” or “1. ” a numbered one; lines with “|” are a table, its first line
the head, and its caption the line “Table: …” before it.
"""

import re
from collections.abc import Iterator

from goldenthread.publish.reports.document import Block, BulletList, NumberedList, Paragraph, Table, Text
from goldenthread.publish.reports.facts import Typed
from goldenthread.publish.reports.sections.saying import day

BULLET, ARABIC, ROMAN = re.compile(r"[-•*]\s+"), re.compile(r"\d+[.)]\s+"), re.compile(r"[ivxl]+[.)]\s+")
CAPTION = "Table:"


def blocks(typed: Typed, *, numbered: bool) -> Iterator[Block]:
    """`numbered`: whether its paragraphs take numbers, as those around them do."""
    for part in re.split(r"\n\s*\n", typed.words.replace("\r\n", "\n").strip()):
        lines = [line.strip() for line in part.splitlines() if line.strip()]
        if lines:
            yield _block(lines, typed, numbered)


def _block(lines: list[str], typed: Typed, numbered: bool) -> Block:
    for pattern, make in ((BULLET, _bullets), (ARABIC, _arabic), (ROMAN, _roman)):
        if all(pattern.match(line) for line in lines):
            return make([pattern.sub("", line, count=1) for line in lines])
    rows = [line for line in lines if not line.startswith(CAPTION)]
    if len(rows) > 1 and all("|" in line for line in rows):
        return _table(lines, rows, typed)
    return Paragraph.of(" ".join(lines), numbered=numbered)


def _bullets(lines: list[str]) -> Block:
    return BulletList.of(*lines)


def _arabic(lines: list[str]) -> Block:
    return NumberedList.of(*lines)


def _roman(lines: list[str]) -> Block:
    return NumberedList.of(*lines, roman=True)


def _table(lines: list[str], rows: list[str], typed: Typed) -> Block:
    """Rows as long as the head: what is missing is left empty, what is too much is kept in the last cell."""
    caption = next((line.removeprefix(CAPTION).strip() for line in lines if line.startswith(CAPTION)), "As typed")
    head, *body = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    wide = len(head)
    fitted = [[*row[: wide - 1], " ".join(row[wide - 1 :])] + [""] * (wide - max(len(row), 1)) for row in body]
    cells = [[(Text(cell),) for cell in row[:wide]] for row in fitted]
    return Table.of(caption, head, cells, notes=(f"Typed by {typed.by} on {day(typed.on)}.",))
