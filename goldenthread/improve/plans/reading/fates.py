"""What became of every row of a file. Each has exactly one fate, so that the counts add up to the file."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

from goldenthread.improve.plans.reading.grid import Cells, Grid, own_words

ACTION, CONTINUES, HEADING, SECTION, KEPT_ASIDE, NOT_TAKEN = (
    "action", "continues", "heading", "section", "kept aside", "not taken",
)  # fmt: skip
SAID = {
    ACTION: ("action", "actions"),
    CONTINUES: ("row that continues an action", "rows that continue an action"),
    HEADING: ("heading", "headings"),
    SECTION: ("row that names a theme", "rows that name a theme"),
    KEPT_ASIDE: ("kept aside with a problem", "kept aside with a problem"),
    NOT_TAKEN: ("not taken", "not taken"),
}
LINE_OF = "line of "  # of a further sheet, named after it
FIRST_WORDS = 120


@dataclass(frozen=True, slots=True)
class NotTaken:
    """Rows one below the other that were not taken for one reason; `words` are the beginning of the first."""

    table: str
    first: int
    last: int
    words: str
    why: str

    @property
    def rows(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


@dataclass
class Fates:
    _of: dict[tuple[str, int], str] = field(default_factory=dict)
    _why: dict[tuple[str, int], str] = field(default_factory=dict)
    _words: dict[tuple[str, int], str] = field(default_factory=dict)
    _unread: set[str] = field(default_factory=set)

    def say(self, table: str, row: int, fate: str, why: str = "") -> None:
        self._of[table, row] = fate
        self._why[table, row] = why

    def say_unread(self, grid: Grid, why: str) -> None:
        """A whole sheet is listed once, with its rows."""
        self._unread.add(grid.title)
        for number, _ in grid.filled():
            self.say(grid.title, number, NOT_TAKEN, why)

    def close(self, grids: Iterable[Grid]) -> None:
        """Whatever nobody spoke for was not taken; and rows that say nothing are nobody's."""
        filled = {(grid.title, number): cells for grid in grids for number, cells in grid.filled()}
        self._of = {place: self._of.get(place, NOT_TAKEN) for place in filled}
        self._words = {place: beginning(filled[place]) for place, fate in self._of.items() if fate == NOT_TAKEN}

    @property
    def total(self) -> int:
        return len(self._of)

    @property
    def kept_aside(self) -> int:
        return sum(fate == KEPT_ASIDE for fate in self._of.values())

    def of(self, table: str, row: int) -> str:
        return self._of.get((table, row), "")

    def counts(self) -> list[tuple[str, int]]:
        """In words, the fates that there are: [("actions", 107), …]."""
        found = Counter(self._of.values())
        lines = sorted(fate for fate in found if fate.startswith(LINE_OF))
        order = [ACTION, CONTINUES, *lines, SECTION, HEADING, KEPT_ASIDE, NOT_TAKEN]
        return [(_said(fate, found[fate]), found[fate]) for fate in order if found[fate]]

    def not_taken(self) -> list[NotTaken]:
        """In the file's order; of a sheet that was not read, rows one below the other together."""
        places = [place for place, fate in self._of.items() if fate == NOT_TAKEN]
        return [_together(list(group), self._words, why) for why, group in self._runs(places)]

    def _runs(self, places: list[tuple[str, int]]) -> Iterator[tuple[str, Iterator[tuple[str, int]]]]:
        why = [self._why.get(place) or "Nothing that a plan has is in it." for place in places]
        order = {place: at for at, place in enumerate(places)}

        def run(at: tuple[str, int]) -> tuple[str, str, int]:
            return why[order[at]], at[0], at[1] - order[at] if at[0] in self._unread else at[1]

        for (reason, _, _), group in groupby(places, key=run):
            yield reason, group


def _together(places: list[tuple[str, int]], words: dict[tuple[str, int], str], why: str) -> NotTaken:
    return NotTaken(places[0][0], places[0][1], places[-1][1], words[places[0]], why)


def _said(fate: str, count: int) -> str:
    if fate.startswith(LINE_OF):
        return fate if count == 1 else fate.replace("line", "lines", 1)
    return SAID[fate][count != 1]


def beginning(cells: Cells) -> str:
    said = " · ".join(" ".join(words.split()) for words in own_words(cells))
    return said if len(said) <= FIRST_WORDS else f"{said[:FIRST_WORDS]}…"
