"""What a workbook and a Word document have in common: tables of cells, some of them shaded, merged or worked out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Cell:
    """`fill` is the shade as six hexadecimal digits, empty for none; `formula`: the value was worked out by the
    sheet.
    """

    value: object = None
    fill: str = ""
    formula: bool = False

    @property
    def text(self) -> str:
        """One line's spaces are tidied; a whole number loses its “.0”; a day reads as 2026-10-31."""
        value = self.value
        if value is None:
            return ""
        if isinstance(value, datetime):
            value = value.date()
        if isinstance(value, date):
            return value.isoformat()
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return "\n".join(" ".join(line.split()) for line in str(value).strip().splitlines())


EMPTY = Cell()


@dataclass(frozen=True)
class Grid:
    """One sheet or table. `rows` pairs each row with the number found beside it; `heading` stands above a Word
    table.
    """

    title: str
    rows: Sequence[tuple[int, Sequence[Cell]]]
    heading: str = ""


@dataclass(frozen=True)
class Book:
    """`title` is what the file says of itself, perhaps nothing; `hidden`: the sheets that nobody sees."""

    title: str
    grids: tuple[Grid, ...]
    hidden: tuple[str, ...] = ()
