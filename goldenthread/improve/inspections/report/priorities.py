"""Cuts the table of areas for priority action, [responsible body | area], into its rows, without its lines.

The left column is narrow: after a row has ended, narrow lines that name an organisation begin the next. A page's end
may fall inside a row; then the rest of the left cell comes before the rest of the right one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise, takewhile

from .improvements import SENTENCE_BEGINS, SENTENCE_ENDS, joined
from .pages import PAGE

NARROW = 30  # characters; the right column's first line has always been wider
ORGANISATION = re.compile(r"Council|Borough|NHS|ICB|Integrated|Care|Board|Trust|Children’s|[Cc]ollege|[Aa]uthority")
NAMES_ONLY = re.compile(r"[A-Z].*(?:Council|ICB\)?|Board|Trust|First|Authority)$")
BEGINS_THE_AREA = re.compile(r"(?:Leaders|The|They|Area leaders|Local|Health|Partners)\b")
IN_ONE_LINE = re.compile(r"(.{5,60}?(?:Council|ICB|Board|Trust|First|Authority)) (?=\1|Leaders\b|Area leaders|The )")
BETWEEN_BODIES = re.compile(
    r"(?:(?<=Council)|(?<=ICB)|(?<=ICB\))|(?<=Board)|(?<=Trust)|(?<=First)|(?<=Authority))(?:,? and|,) "
)


@dataclass(slots=True)
class Row:
    """`body` and `area` are the lines of the two cells; `after_page` that the row began at the top of a page."""

    body: list[str] = field(default_factory=list)
    area: list[str] = field(default_factory=list)
    after_page: bool = False

    @property
    def ended(self) -> bool:
        return bool(self.area) and SENTENCE_ENDS.search(self.area[-1]) is not None

    @property
    def text(self) -> str:
        return joined(self.area)

    @property
    def bodies(self) -> tuple[str, ...]:
        """Each organisation of the left cell by itself."""
        return tuple(name.rstrip(".") for name in BETWEEN_BODIES.split(joined(self.body)))


def priority_actions(lines: Sequence[str]) -> tuple[Row, ...]:
    """The table's rows, in order, word for word."""
    rows = [Row()]
    after_page = False
    place = 0
    while place < len(lines):
        row, line, cell = rows[-1], lines[place], _left_cell(lines[place:])
        if line == PAGE:
            after_page, place = True, place + 1
            continue
        if row.ended and (split := IN_ONE_LINE.match(line)):
            rows.append(Row([split[1]], [line[split.end() :]]))
        elif row.ended and cell:
            rows.append(Row(cell, [], after_page))
        elif cell and (after_page or not row.area):
            cell = _rest_of_cell(cell) if row.area else cell
            row.body += cell
        else:
            row.area.append(line)
            cell = [line]
        after_page, place = False, place + (len(cell) or 1)
    _give_back(rows)
    return tuple(row for row in rows if row.area)


def _left_cell(lines: Sequence[str]) -> list[str]:
    """The lines, from the first on, that are of the left cell; none unless together they name an organisation."""
    cell = list(takewhile(_may_be_body, lines))
    return cell if cell and SENTENCE_BEGINS.match(cell[0]) and ORGANISATION.search(joined(cell)) else []


def _rest_of_cell(cell: Sequence[str]) -> list[str]:
    """Where a page ended inside a row, the narrow lines that follow end with the rest of the sentence on the right."""
    return list(takewhile(lambda line: line[0].isupper() or ORGANISATION.search(line) is not None, cell))


def _may_be_body(line: str) -> bool:
    """A line of the left cell: narrow, or nothing but the names of organisations."""
    if line == PAGE or BEGINS_THE_AREA.match(line):
        return False
    return len(line) <= NARROW or NAMES_ONLY.match(line) is not None


def _give_back(rows: Sequence[Row]) -> None:
    """A page's first lines may end the left cell of the row before: they do where that makes a cell seen elsewhere."""
    cells = {joined(row.body) for row in rows}
    for before, row in pairwise(rows):
        for count in range(1, len(row.body)) if row.after_page else ():
            if joined([*before.body, *row.body[:count]]) in cells and joined(row.body[count:]) in cells:
                before.body += row.body[:count]
                del row.body[:count]
                break
