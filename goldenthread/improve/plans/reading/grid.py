"""What a workbook and a Word document have in common: tables of cells, some of them shaded, merged or worked out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

Cells = Sequence["Cell"]


@dataclass(slots=True)
class Cell:
    """`fill` is the shade as six hexadecimal digits, empty for none; `formula`: the value was worked out by the sheet;
    `again`: it is said in the cell above, merged with this one; `wide`: it is merged with those to its right.
    """

    value: object = None
    fill: str = ""
    formula: bool = False
    again: bool = False
    wide: bool = False

    @property
    def text(self) -> str:
        """One line's spaces are tidied; a whole number loses its “.0”; a day reads as 2026-10-31."""
        value = self.value
        if value is None:
            return ""
        if isinstance(value, str):
            return value if value.isprintable() and "  " not in value else _tidied(value)
        if isinstance(value, datetime):
            value = value.date()
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return str(value)

    @property
    def own(self) -> str:
        """What is said here, and not in a cell merged with this one."""
        return "" if self.again else self.text

    @property
    def speaks(self) -> bool:
        """Whether it says anything of its own."""
        return self.value is not None and not self.again


EMPTY = Cell()


@dataclass(frozen=True)
class Grid:
    """One sheet or table. `rows` pairs each row with the number found beside it; `heading` stands above a Word
    table; `cut`: how many rows more there are than were read.
    """

    title: str
    rows: Sequence[tuple[int, Cells]]
    heading: str = ""
    cut: int = 0

    def filled(self) -> Iterator[tuple[int, Cells]]:
        """The rows that say anything of their own."""
        return ((number, cells) for number, cells in self.rows if says_anything(cells))


@dataclass(frozen=True)
class Book:
    """`title` is what the file says of itself, perhaps nothing; `hidden`: the sheets that nobody sees; `saved_on`: the
    day on which somebody last saved it, where it says so.
    """

    title: str
    grids: tuple[Grid, ...]
    hidden: tuple[str, ...] = ()
    saved_on: date | None = None


def says_anything(cells: Cells) -> bool:
    return any(cell.speaks for cell in cells)


def own_words(cells: Cells) -> list[str]:
    return [cell.text for cell in cells if cell.speaks]


def _tidied(words: str) -> str:
    return "\n".join(" ".join(line.split()) for line in words.strip().splitlines())
