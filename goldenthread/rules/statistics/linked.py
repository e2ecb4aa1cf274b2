"""Secondary suppression over any tables that share cells or totals: hierarchies, months of a year, two releases.

Where totals show, a hidden count can be worked out, so others are hidden until the audit finds nothing to work out.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from goldenthread.rules.statistics.audit import Range, Sum, exposed, ranges
from goldenthread.rules.statistics.disclosure import Rule, differencing
from goldenthread.rules.statistics.faults import NotComputable

K = TypeVar("K", bound=Hashable)
NOTHING_LEFT = (
    "This table cannot be made safe: there is nothing left to hide beside a small count. "
    "Join rows or columns, or join years, and ask again."
)


@dataclass(frozen=True, slots=True)
class Linked(Generic[K]):
    """Cells by name, and how they add up; a cell that stands in two tables has one name, and so is hidden in both.

    `together`: cells that are shown or hidden as one, such as those in, those not in, and all of a percentage.
    `known`: cells shown already, in the last release or elsewhere: hiding them would hide nothing.
    `unseen`: cells that are shown nowhere, such as the rest that belongs to no part.
    """

    counts: Mapping[K, int]
    sums: Sequence[Sum[K]]
    together: Sequence[Collection[K]] = ()
    known: Collection[K] = ()
    unseen: Collection[K] = ()

    def ranges(self, hidden: Collection[K]) -> dict[K, Range]:
        return ranges(self.counts, self.sums, [*hidden, *self._unseen(hidden)], self._unseen(hidden))

    def exposed(self, hidden: Collection[K], among: Collection[K]) -> list[K]:
        """Which of some hidden cells are. An unseen cell is nothing to protect, unless small and so `hidden` itself."""
        return exposed(self.counts, self.sums, [*hidden, *self._unseen(hidden)], among, self._unseen(hidden))

    def _unseen(self, hidden: Collection[K]) -> set[K]:
        return {cell for cell in self.unseen if cell not in hidden}


def protect_linked(tables: Linked[K], small: Collection[K]) -> frozenset[K]:
    """All that must be hidden, `small` among it, so that no hidden cell can be worked out to within 2.

    In each line that hides one cell the smallest that is not zero is hidden too, a total only if nothing else is left;
    then whatever an audit of all tables at once finds exposed. Raises NotComputable where sums do not add up, or where
    nothing is left to hide.
    """
    for one in tables.sums:
        if one.total is not None and sum(tables.counts[part] for part in one.parts) != tables.counts[one.total]:
            raise NotComputable("A line does not add up to its total. Mend the figures, or say where the totals are.")
    search = _Search(tables)
    hidden = set().union(*map(search.unit, small)) if small else set()
    while True:
        if line := search.alone(hidden):
            hidden |= search.smallest([line.cells], hidden)
        elif bare := search.bare(hidden):
            for cell in bare:
                hidden |= search.smallest(search.rings(cell, hidden), hidden)
        else:
            return frozenset(hidden)


def little_changed(before: Mapping[K, int], now: Mapping[K, int], rule: Rule) -> set[K]:
    """Cells that give away who came or went since the last release: their two figures differ by a small count."""
    return {cell for cell, count in now.items() if cell in before and differencing(count, before[cell], rule)}


class _Search(Generic[K]):
    """Which cell to hide next."""

    def __init__(self, tables: Linked[K]) -> None:
        self._tables = tables
        self._lines: dict[K, list[Sum[K]]] = defaultdict(list)
        for one in tables.sums:
            for cell in one.cells:
                self._lines[cell].append(one)
        self._units = {cell: frozenset(unit) for unit in tables.together for cell in unit}
        self._order = {cell: i for i, cell in enumerate(tables.counts)}
        self._shown = {*tables.known, *tables.unseen}
        self._heights: dict[K, int] = {}
        self._wide: set[K] = set()  # found safe: the more is hidden, the safer

    def unit(self, cell: K) -> frozenset[K]:
        return self._units.get(cell, frozenset((cell,)))

    def alone(self, hidden: set[K]) -> Sum[K] | None:
        """The first line that hides one cell only."""
        out_of_sight = hidden.union(self._tables.unseen)
        for line in self._tables.sums:
            within = [cell for cell in line.cells if cell in out_of_sight]
            if len(within) == 1 and within[0] in hidden:
                return line
        return None

    def bare(self, hidden: set[K]) -> list[K]:
        """What the audit finds exposed: the first of each block, so that one cell more may mend several."""
        found: list[K] = []
        met: set[int] = set()
        asked = sorted(hidden - self._wide, key=self._order.__getitem__)
        exposed = self._tables.exposed(hidden, asked) if asked else []
        self._wide.update(set(asked).difference(exposed))
        for cell in exposed:
            lines = {id(line) for line in self._lines[cell]}
            if not lines & met:
                found.append(cell)
                met |= lines
        return found

    def smallest(self, rings: Iterable[Sequence[K]], hidden: set[K]) -> frozenset[K]:
        """The unit of the smallest cell that can be hidden in the first ring that has any."""
        for ring in rings:
            free = [other for other in ring if other not in hidden and self._tables.counts[other] > 0]
            free = [other for other in free if not self.unit(other) & self._shown]
            if free:
                return self.unit(min(free, key=self._rank))
        raise NotComputable(NOTHING_LEFT)

    def rings(self, cell: K, hidden: set[K]) -> Iterator[list[K]]:
        """Around an exposed cell: its own lines, then those that its hidden neighbours belong to, and so on."""
        met, edge = {cell}, [cell]
        while edge:
            ring = [other for each in edge for line in self._lines[each] for other in line.cells if other not in met]
            ring = list(dict.fromkeys(ring))
            yield ring
            met.update(ring)
            edge = [other for other in ring if other in hidden or other in self._shown]

    def _rank(self, cell: K) -> tuple[int, int, int]:
        return self._height(cell), self._tables.counts[cell], self._order[cell]

    def _height(self, cell: K) -> int:
        """0 for a count, 1 for a total of counts, 2 for a total of totals …"""
        if cell not in self._heights:
            self._heights[cell] = 0  # while it is being asked: a total of itself would never end
            below = [line for line in self._lines[cell] if line.total == cell]
            self._heights[cell] = max((1 + max(map(self._height, line.parts), default=0) for line in below), default=0)
        return self._heights[cell]
