"""Secondary suppression: where totals show, a hidden cell can be worked out, so others are hidden to keep it safe."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from goldenthread.rules.statistics.audit import Range, exposed, ranges
from goldenthread.rules.statistics.disclosure import Rule, is_small
from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.rounding import to_nearest

Place = tuple[int, int]  # row, column
Counts = Sequence[Sequence[int]]


class Totals(StrEnum):
    """Which lines end in their total: each row does (the last column), each column (the last row), or both."""

    ROWS = "rows"
    COLUMNS = "columns"
    BOTH = "both"

    @property
    def in_last_column(self) -> bool:
        return self is not Totals.COLUMNS

    @property
    def in_last_row(self) -> bool:
        return self is not Totals.ROWS


@dataclass(frozen=True, slots=True)
class SafeTable:
    """A table fit to publish. `cells` holds None where hidden; `primary` are small, `secondary` keep them hidden."""

    cells: tuple[tuple[int | None, ...], ...]
    primary: frozenset[Place]
    secondary: frozenset[Place]
    ranges: dict[Place, Range]  # the most that a reader can work out of each hidden cell, before rounding


def find_totals(counts: Counts) -> Totals:
    """Which lines add up, where nobody said. Raises NotComputable if none do."""
    found = [totals for totals in (Totals.BOTH, Totals.ROWS, Totals.COLUMNS) if _adds_up(counts, totals)]
    if not found:
        raise NotComputable("Neither the last column nor the last row adds up to totals. Check the table's figures.")
    return found[0]


def protect(counts: Counts, rule: Rule, totals: Totals, also: frozenset[Place] = frozenset()) -> SafeTable:
    """Hide small counts, and what else must be hidden, until no hidden cell can be worked out to within 2.

    `also` are places to hide for another reason: hidden in a linked table, or little changed since the last release.
    Raises NotComputable if lines do not add up to their totals, or if nothing is left to hide.
    """
    if len({len(row) for row in counts}) != 1 or any(n < 0 for row in counts for n in row):
        raise NotComputable("A table needs rows of one length, and no count below zero. Check where it came from.")
    if not _adds_up(counts, totals):
        raise NotComputable("A line does not add up to its total. Mend the figures, or say where the totals are.")
    primary = frozenset(_small(counts, rule)) | also
    hidden = set(primary)
    while extra := _next(counts, hidden, totals):
        hidden.add(extra)
    cells = tuple(
        tuple(None if (i, j) in hidden else to_nearest(n, rule.nearest) for j, n in enumerate(row))
        for i, row in enumerate(counts)
    )
    found = ranges(counts, hidden, totals.in_last_column, totals.in_last_row)
    return SafeTable(cells, primary, frozenset(hidden - primary), found)


def _small(counts: Counts, rule: Rule) -> Iterator[Place]:
    return ((i, j) for i, row in enumerate(counts) for j, n in enumerate(row) if is_small(n, rule))


def _next(counts: Counts, hidden: set[Place], totals: Totals) -> Place | None:
    """One more cell to hide: for a line that has exactly one hidden, else for a cell that the audit finds exposed."""
    lines = list(_lines(counts, totals))
    for line in lines:
        if sum(place in hidden for place in line) == 1:
            return _smallest(counts, line, hidden, totals)
    found = ranges(counts, hidden, totals.in_last_column, totals.in_last_row)
    for place in exposed(found):
        beside = [other for line in lines if place in line for other in line]
        return _smallest(counts, beside, hidden, totals)
    return None


def _smallest(counts: Counts, line: Sequence[Place], hidden: set[Place], totals: Totals) -> Place:
    """The smallest visible cell that is not zero; a total only if nothing else is left; ties by row and column."""

    def order(place: Place) -> tuple[bool, int, Place]:
        row, column = place
        in_total_column = totals.in_last_column and column == len(counts[0]) - 1
        in_total_row = totals.in_last_row and row == len(counts) - 1
        return in_total_column or in_total_row, counts[row][column], place

    candidates = [place for place in line if place not in hidden and counts[place[0]][place[1]] > 0]
    if not candidates:
        raise NotComputable(
            "This table cannot be made safe: there is nothing left to hide beside a small count. "
            "Join rows or columns, or join years, and ask again."
        )
    return min(candidates, key=order)


def _lines(counts: Counts, totals: Totals) -> Iterator[list[Place]]:
    """Every row and column that has a total, the total last."""
    height, width = len(counts), len(counts[0])
    if totals.in_last_column:
        yield from ([(i, j) for j in range(width)] for i in range(height))
    if totals.in_last_row:
        yield from ([(i, j) for i in range(height)] for j in range(width))


def _adds_up(counts: Counts, totals: Totals) -> bool:
    lines = [[counts[i][j] for i, j in line] for line in _lines(counts, totals)]
    return all(sum(line[:-1]) == line[-1] for line in lines)
