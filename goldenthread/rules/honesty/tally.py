"""The table of themes by colours. It counts every action once, so it adds up, and it shows every colour."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from goldenthread.rules.honesty.colours import Colour

COLUMNS = (Colour.GREEN, Colour.AMBER, Colour.RED, Colour.BLUE, Colour.WHITE)


@dataclass(frozen=True)
class Row:
    """A theme's counts, in the order of COLUMNS."""

    theme: str
    counts: tuple[int, ...]

    @property
    def total(self) -> int:
        return sum(self.counts)

    def of(self, colour: Colour) -> int:
        return self.counts[COLUMNS.index(colour)]


@dataclass(frozen=True)
class Tally:
    """Rows in the order of the plan; `everything` is their sum, worked out and never given."""

    rows: tuple[Row, ...]

    @property
    def everything(self) -> Row:
        return Row("All", tuple(sum(row.of(colour) for row in self.rows) for colour in COLUMNS))


def tally(themes: Sequence[str], actions: Iterable[tuple[str, Colour]]) -> Tally:
    """`actions`: each one's theme and colour. A theme without actions keeps its row of noughts.

    Raises ValueError for an action whose theme is not among `themes`: it would fall out of the table.
    """
    counted = Counter(actions)
    strays = {theme for theme, _ in counted} - set(themes)
    if strays:
        raise ValueError(f"These themes have actions but no row in the table: {', '.join(sorted(strays))}.")
    return Tally(tuple(Row(theme, tuple(counted[theme, colour] for colour in COLUMNS)) for theme in themes))
