"""The kinds of thing a paper is made of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.publish.reports.document.faults import DocumentError
from goldenthread.publish.reports.document.inline import Node, Run, Runs, plain, runs
from goldenthread.publish.reports.document.svg import refuse_more_than_a_drawing

_NUMBER = re.compile(
    r"[-–+]?£?\d[\d,.]*\s?[%kmp]?|[–-]|\[?[a-z]\]?|"
)  # a figure, a dash, a [c] for suppressed, or nothing
_HAS_DIGIT = re.compile(r"\d")
NOTHING = "Nothing to list."


class Align(StrEnum):
    LEFT = "left"
    RIGHT = "right"
    CENTRE = "centre"


class Tone(StrEnum):
    """A colour a cell may wear beside its words; never the only sign."""

    NONE = ""
    BLUE = "blue"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    WHITE = "white"
    GREY = "grey"


@dataclass(frozen=True, slots=True)
class Heading(Node):
    text: str
    level: int = 1  # 1 to 3, under the paper's title
    numbered: bool = True

    def __post_init__(self) -> None:
        Node.__post_init__(self)
        if self.level not in (1, 2, 3):
            raise DocumentError(f"The heading “{self.text}” is of level {self.level}. A paper has levels 1 to 3.")


@dataclass(frozen=True, slots=True)
class Paragraph(Node):
    runs: Runs
    numbered: bool = False  # 2.1, 2.2 … as committee papers have

    @classmethod
    def of(cls, *parts: str | Run, numbered: bool = False) -> "Paragraph":
        return cls(runs(*parts), numbered)


@dataclass(frozen=True, slots=True)
class BulletList(Node):
    items: tuple[Runs, ...]

    @classmethod
    def of(cls, *items: str | Runs) -> "BulletList":
        return cls(tuple(_line(item) for item in items))


@dataclass(frozen=True, slots=True)
class NumberedList(Node):
    items: tuple[Runs, ...]
    roman: bool = False  # i, ii … as recommendations are numbered

    @classmethod
    def of(cls, *items: str | Runs, roman: bool = False) -> "NumberedList":
        return cls(tuple(_line(item) for item in items), roman)


@dataclass(frozen=True, slots=True)
class Cell(Node):
    runs: Runs
    tone: Tone = Tone.NONE
    across: int = 1  # columns it spans
    down: int = 1  # rows it spans; header cells only

    @classmethod
    def of(cls, *parts: str | Run, tone: Tone = Tone.NONE, across: int = 1, down: int = 1) -> "Cell":
        return cls(runs(*parts), tone, across, down)


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table(Node):
    caption: str
    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    row_headers: bool = True  # the first column names its row
    align: tuple[Align, ...] = ()  # one a column; without it columns of figures stand right
    widths: tuple[float, ...] = ()  # shares of the page, one a column
    notes: tuple[Runs, ...] = ()

    def __post_init__(self) -> None:
        Node.__post_init__(self)
        for place, row in enumerate(self.rows, 1):
            if (cells := sum(cell.across for cell in row)) != self.columns or any(cell.down != 1 for cell in row):
                raise DocumentError(
                    f"Table “{self.caption}”: row {place} has {cells} cells where the table has {self.columns} columns."
                )
        for name, given in (("alignments", self.align), ("widths", self.widths)):
            if given and len(given) != self.columns:
                raise DocumentError(f"Table “{self.caption}” has {len(given)} {name} for {self.columns} columns.")

    @classmethod
    def of(
        cls,
        caption: str,
        head: Sequence[str | Run | Runs | Cell],
        rows: Sequence[Sequence[str | Run | Runs | Cell]],
        *,
        row_headers: bool = True,
        align: Sequence[Align] = (),
        widths: Sequence[float] = (),
        notes: Sequence[str | Runs] = (),
    ) -> "Table":
        """A table with one header row, from strings, runs or cells."""
        head_rows = (_row(head),) if head else ()
        body = tuple(_row(row) for row in rows)
        lines = tuple(_line(note) for note in notes)
        return cls(caption, head_rows, body, row_headers, tuple(align), tuple(widths), lines)

    @property
    def columns(self) -> int:
        first = next(iter((*self.head, *self.rows)), ())
        return sum(cell.across for cell in first) or 1

    @property
    def body(self) -> tuple[Row, ...]:
        """The rows; or one that says there are none, since an empty table looks like a mistake."""
        return self.rows or ((Cell.of(NOTHING, across=self.columns),),)

    @property
    def head_places(self) -> tuple[tuple[int, ...], ...]:
        """The column in which each cell of each header row begins, cells that come down from above left room."""
        below, places = [0] * self.columns, []
        for row in self.head:
            column, begins = 0, []
            for cell in row:
                while column < self.columns and below[column]:
                    column += 1
                begins.append(min(column, self.columns - 1))
                for spanned in range(column, min(column + cell.across, self.columns)):
                    below[spanned] = cell.down
                column += cell.across
            below = [max(0, rows - 1) for rows in below]
            places.append(tuple(begins))
        return tuple(places)

    @property
    def alignment(self) -> tuple[Align, ...]:
        return self.align or tuple(self._inferred(column) for column in range(self.columns))

    def _inferred(self, column: int) -> Align:
        if column == 0 and self.row_headers:
            return Align.LEFT
        cells = [plain(row[column].runs) for row in self.rows if len(row) == self.columns]
        figures = any(map(_HAS_DIGIT.search, cells)) and all(_NUMBER.fullmatch(cell) for cell in cells)
        return Align.RIGHT if figures else Align.LEFT


@dataclass(frozen=True, slots=True)
class KeyValueTable(Node):
    """Names and what they stand for: the header block of a committee paper."""

    rows: tuple[tuple[str, Runs], ...]

    @classmethod
    def of(cls, *rows: tuple[str, str | Runs]) -> "KeyValueTable":
        return cls(tuple((key, _line(value)) for key, value in rows))

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", tuple((plain(runs(key)), value) for key, value in self.rows))


@dataclass(frozen=True, slots=True)
class Figure(Node):
    """A chart frozen as it was drawn, with the figures behind it. Make one with `drawing`."""

    title: str
    description: str
    svg: str  # empty: there was nothing to draw
    table: Table

    def __post_init__(self) -> None:
        Node.__post_init__(self)
        if self.svg:
            refuse_more_than_a_drawing(self.svg, self.title)


@dataclass(frozen=True, slots=True)
class Note(Node):
    runs: Runs
    title: str = ""

    @classmethod
    def of(cls, *parts: str | Run, title: str = "") -> "Note":
        return cls(runs(*parts), title)


@dataclass(frozen=True, slots=True)
class Placeholder(Node):
    """Words still to be written by a person, and the question that they answer."""

    code: str  # by which the writing page finds it again
    question: str


@dataclass(frozen=True, slots=True)
class PageBreak(Node):
    pass


@dataclass(frozen=True, slots=True)
class Contents(Node):
    depth: int = 2


Block = (
    Heading
    | Paragraph
    | BulletList
    | NumberedList
    | Table
    | KeyValueTable
    | Figure
    | Note
    | Placeholder
    | PageBreak
    | Contents
)


def _line(value: str | Runs) -> Runs:
    return runs(value) if isinstance(value, str) else value


def _row(cells: Sequence[str | Run | Runs | Cell]) -> Row:
    return tuple(_cell(cell) for cell in cells)


def _cell(value: str | Run | Runs | Cell) -> Cell:
    if isinstance(value, Cell):
        return value
    return Cell(value if isinstance(value, tuple) else runs(value))
