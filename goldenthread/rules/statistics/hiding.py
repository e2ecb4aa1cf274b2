"""Which figures to hide beside small ones: percentages and counts that add up in several ways at once.

The months of a year, the needs, ages and districts of one area, schools and their authority: each is a set of figures
that add up to another. All are judged together, so that what one table hides no other gives away.
"""

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from goldenthread.rules.statistics.audit import Sum
from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.linked import Linked, protect_linked

K = TypeVar("K", bound=Hashable)
Cell = tuple[Hashable, str]  # of a figure or of a sum's rest: those "in" it, those "out" of it, "all"


@dataclass(frozen=True, slots=True)
class Counted(Generic[K]):
    """A figure as its counts. With a `denominator` it is a share of it, and tells of those not in it too.

    A rate, whose events are no part of its population, is its events alone.
    """

    key: K
    numerator: int
    denominator: int | None = None

    @property
    def cells(self) -> dict[str, int]:
        if self.denominator is None:
            return {"in": self.numerator}
        return {"in": self.numerator, "out": self.denominator - self.numerator, "all": self.denominator}


@dataclass(frozen=True, slots=True)
class Adds(Generic[K]):
    """The figures of `parts` add up to `total`, or to less: the rest belongs to none of them.

    Where `total` is None, what they come to is taken to be known from elsewhere.
    """

    parts: tuple[K, ...]
    total: K | None = None

    @property
    def keys(self) -> set[K]:
        return {*self.parts, *(() if self.total is None else (self.total,))}


def hide(
    figures: Sequence[Counted[K]],
    adds: Sequence[Adds[K]],
    small: Collection[K],
    *,
    known: Collection[K] = (),
    fewest: int = 5,
) -> frozenset[K]:
    """The figures to hide, `small` among them, so that none can be worked out to within 2 from all that shows.

    `known` were published before. A rest of 1 to `fewest` - 1 is kept from being worked out too; 0 asks for none of
    that. Where nothing would keep the small ones hidden, all that adds up with them is hidden.
    """
    by_key = {one.key: one for one in figures}
    adds = [one for one in adds if one.keys & by_key.keys()]
    near = _joined(adds, set(small) & by_key.keys() if not fewest else by_key.keys())
    tables = _Tables({key: one for key, one in by_key.items() if key in near})
    for one in adds:
        if one.keys & near:
            tables.add(one)
    primary: list[Cell] = [(key, "in") for key in small if key in near]
    primary += [cell for cell in tables.rests if 0 < tables.counts[cell] < fewest]
    if not primary:
        return frozenset(small)
    try:
        hidden = protect_linked(tables.linked(known), primary)
    except NotComputable:
        return frozenset(small) | (_joined(adds, set(small) & by_key.keys()) & by_key.keys()).difference(known)
    return frozenset(small) | {key for key in tables.figures if (key, "in") in hidden}


def _joined(adds: Sequence[Adds[K]], keys: Collection[K]) -> set[K]:
    """These and all that are joined to them by sums, near and far."""
    joined, before = set(keys), -1
    while len(joined) > before:
        before = len(joined)
        joined = joined.union(*(one.keys for one in adds if one.keys & joined))
    return joined


class _Tables(Generic[K]):
    """Figures taken apart into cells that add up."""

    def __init__(self, figures: Mapping[K, Counted[K]]) -> None:
        self.figures = figures
        self.counts: dict[Cell, int] = {}
        self.sums: list[Sum[Cell]] = []
        self.rests: list[Cell] = []
        for key, one in figures.items():
            self.counts |= {(key, part): count for part, count in one.cells.items()}
            if one.denominator is not None:
                self.sums.append(Sum(((key, "in"), (key, "out")), (key, "all")))

    def linked(self, known: Collection[K]) -> Linked[Cell]:
        units = [[(key, part) for part in one.cells] for key, one in self.figures.items()]
        shown = {cell for unit in units for cell in unit if cell[0] in known}
        return Linked(self.counts, self.sums, together=units, known=shown, unseen=self.rests)

    def add(self, one: Adds[K]) -> None:
        """A sum of figures: of those in them, and of all where the figures are shares of parts of one whole."""
        parts = [self.figures[key] for key in one.parts if key in self.figures]
        total = self.figures.get(one.total) if one.total is not None else None
        if not parts:
            return
        rest = {part: self._rest(part, parts, total) for part in ("in", "out", "all")}
        if total is None or rest["in"] is None or rest["in"] < 0:  # or of different making: no sum of these
            self.sums.append(Sum(tuple((each.key, "in") for each in parts)))
            return
        whole = all(left is not None and left >= 0 for left in rest.values())
        left_over = {part: left or 0 for part, left in rest.items()} if whole and any(rest.values()) else {}
        if not whole and rest["in"]:
            left_over = {"in": rest["in"]}
        for part, left in left_over.items():
            self.counts[one, part] = left
            self.rests.append((one, part))
        if whole and left_over:
            self.sums.append(Sum(((one, "in"), (one, "out")), (one, "all")))
        for part in ("in", "all") if whole else ("in",):
            cells: list[Cell] = [(each.key, part) for each in parts] + ([(one, part)] if left_over else [])
            self.sums.append(Sum(tuple(cells), (total.key, part)))

    def _rest(self, part: str, parts: Sequence[Counted[K]], total: Counted[K] | None) -> int | None:
        cells = [each.cells.get(part) for each in parts]
        whole = total.cells.get(part) if total else None
        return None if whole is None or None in cells else whole - sum(count or 0 for count in cells)
