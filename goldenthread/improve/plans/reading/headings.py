"""Which row holds the headings, and which column is which: in one row or two, alone or under a title."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from string import ascii_uppercase

from goldenthread.foundation.intake import sheet
from goldenthread.improve.plans.reading.grid import EMPTY, Cells, Grid, own_words
from goldenthread.improve.plans.reading.names import ACTIONS, READ_AS, Wanted

NOT_READ = "not read"
NOTHING: Mapping[str, str] = {}
WITHIN = 40  # rows from the top in which headings are looked for
LONGEST = 120
LONG_WINDED = 70  # letters: beyond these a cell is a sentence, not a heading
TELLING = {"lead", "due", "colour", "progress", "ref", "outcome"}


@dataclass(frozen=True)
class Headings:
    """`at` is the place of the heading row among the grid's rows, `rows` of all of them where there are several;
    `columns` {our name: places}; `words` as people wrote them.
    """

    at: int
    columns: Mapping[str, Sequence[int]]
    words: tuple[str, ...]
    rows: tuple[int, ...] = ()

    def pairs(self, read_as: Mapping[str, str] = READ_AS) -> list[list[str]]:
        """[[their heading, what it is read as], …] for every heading that has words."""
        ours = {place: name for name, places in self.columns.items() for place in places}
        return [
            [word, read_as.get(ours[i], ours[i]) if i in ours else NOT_READ]
            for i, word in enumerate(self.words)
            if word
        ]

    def words_of(self, name: str) -> tuple[str, ...]:
        return tuple(self.words[place] for place in self.columns.get(name, ()))

    def word(self, name: str) -> str:
        return next(iter(self.words_of(name)), name)

    def named(self) -> Mapping[str, str]:
        """Their heading → our name, of those that are read."""
        return {self.words[place]: name for name, places in self.columns.items() for place in places}


def find(grid: Grid, wanted: Wanted = ACTIONS) -> Headings:
    """The row that names most columns, alone or together with the words above it."""
    best = Headings(0, {}, ())
    for at in range(min(WITHIN, len(grid.rows))):
        found = read_at(grid, at, wanted)
        if len(found.columns) > len(best.columns):
            best = found
    return best


def find_or_first(grid: Grid) -> Headings:
    """The first row with several words where none is known: a person may say what they mean."""
    found = find(grid)
    if found.columns:
        return found
    first = next((at for at, (_, cells) in enumerate(grid.rows[:WITHIN]) if len(own_words(cells)) > 1), None)
    return found if first is None else read_at(grid, first)


def read_at(grid: Grid, at: int, wanted: Wanted = ACTIONS) -> Headings:
    """A row as headings, however few of its words are known."""
    above, cells = grid.rows[at - 1][1] if at else (), grid.rows[at][1]
    best: Headings | None = None
    for words in _ways(above, cells):
        found = _guess(words, wanted)
        if best is None or len(found) > len(best.columns):
            places = {name: tuple(i for i, word in enumerate(words) if word == said) for name, said in found.items()}
            best = Headings(at, places, words)
    return replace(best or Headings(at, {}, ()), rows=(*_grouping(grid, at), at))


def as_chosen(found: Headings, chosen: Mapping[str, str]) -> Headings:
    """What a person said of a heading goes before any guess; “” is not to be read."""
    if not chosen:
        return found
    named = {**found.named(), **{word: name for word, name in chosen.items() if word in found.words}}
    columns: dict[str, list[int]] = {}
    for place, word in enumerate(found.words):
        if word and (name := named.get(word)):
            columns.setdefault(name, []).append(place)
    return replace(found, columns={name: tuple(places) for name, places in columns.items()})


def with_nameless(found: Headings, rows: Sequence[tuple[int, Cells]]) -> Headings:
    """A column without a heading is called by its letter where any row says something in it."""
    said = {place for _, cells in rows for place, cell in enumerate(cells) if cell.text}
    words = list(found.words) + [""] * (max(said, default=-1) + 1 - len(found.words))
    named = (word or (f"Column {letter(place)}" if place in said else "") for place, word in enumerate(words))
    return replace(found, words=tuple(named))


def tells_of_actions(headings: Headings) -> bool:
    return "wording" in headings.columns and len(TELLING & set(headings.columns)) >= 2


def are_headings(cells: Cells) -> bool:
    """Whether a row further down is another table's headings: words known exactly, one of them the action's."""
    found = {_EXACTLY[plain] for cell in cells if (plain := _plain(cell.own)) in _EXACTLY}
    return "wording" in found and len(TELLING & found) >= 2


def letter(place: int) -> str:
    """As Excel calls a column: 0 is A, 26 AA."""
    return (letter(place // 26 - 1) if place >= 26 else "") + ascii_uppercase[place % 26]


def _ways(above: Cells, cells: Cells) -> Iterator[tuple[str, ...]]:
    """The row as it is, its gaps filled from above, and all of it under the words above."""
    alone = _words(cells)
    joined = _joined(above, cells)
    twice = {word for word in alone if word and alone.count(word) > 1}
    yield tuple(both if word in twice else word for word, both in zip(alone, joined, strict=True))
    if any(cell.own for cell in above):
        upper = _words(above)
        width = range(max(len(upper), len(alone)))
        yield tuple((alone[i] if i < len(alone) else "") or (upper[i] if i < len(upper) else "") for i in width)
        yield joined


def _guess(words: Sequence[str], wanted: Wanted) -> dict[str, str]:
    """{our name: their heading}: as written, else without what stands in brackets, else by the words known in it."""
    if any(len(word) > LONG_WINDED for word in words):
        return sheet.guess([word for word in words if len(word) <= LONG_WINDED], wanted)
    bare = {re.sub(r"\s*\([^)]*\)", "", word).strip() or word: word for word in reversed(words) if word}
    found = {name: bare[said] for name, said in sheet.guess(list(bare), wanted).items()}
    if wanted is ACTIONS:
        for word in words:
            name = _holding(word) if word and word not in found.values() else ""
            if name and name not in found:
                found[name] = word
    return found


def _holding(heading: str) -> str:
    """The name of the longest phrase known that stands within a heading: “RAG at 31 October” holds “rag”."""
    plain = f" {_plain(heading)} "
    return next((name for phrase, name in _BY_LENGTH if f" {phrase} " in plain), "")


def _grouping(grid: Grid, at: int) -> tuple[int, ...]:
    """The row directly above, where it groups the headings."""
    above = grid.rows[at - 1][1] if at else ()
    return (at - 1,) if len(own_words(above)) > 1 else ()


def _words(cells: Cells) -> tuple[str, ...]:
    return tuple(" ".join(cell.text.split())[:LONGEST] for cell in cells)


def _joined(above: Cells, cells: Cells) -> tuple[str, ...]:
    """Two rows of headings as one; what stands above several columns is said over each of them."""
    said, over = "", []
    for i in range(len(cells)):
        said = (above[i] if i < len(above) else EMPTY).own or said
        over.append(said)
    return tuple(f"{group} {cell.text}".strip()[:LONGEST] for group, cell in zip(over, cells, strict=True))


def _plain(heading: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", heading.lower()).strip()


_EXACTLY = {_plain(alias): name for name, known_as in ACTIONS.items() for alias in (name, *known_as)}
_BY_LENGTH = sorted(((a, n) for a, n in _EXACTLY.items() if len(a) > 2), key=lambda pair: -len(pair[0]))
