"""Tables of counts with totals in their last column, last row, or both: made safe to publish, alone or together."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from goldenthread.rules.statistics.audit import Sum
from goldenthread.rules.statistics.disclosure import Rule, is_small
from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.linked import Linked, protect_linked
from goldenthread.rules.statistics.rounding import to_nearest

Place = tuple[int, int]  # row, column
Cell = tuple[int, int, int]  # table, row, column
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
class Table:
    """Counts with their totals. `same`: which of its places are places of the first table, if it is not the first."""

    counts: Counts
    totals: Totals
    same: Mapping[Place, Place] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SafeTable:
    """A table fit to publish. `cells` holds None where hidden; `primary` are small, `secondary` keep them hidden."""

    cells: tuple[tuple[int | None, ...], ...]
    primary: frozenset[Place]
    secondary: frozenset[Place]


def find_totals(counts: Counts) -> Totals:
    """Which lines add up, where nobody said. Raises NotComputable if none do."""
    found = [totals for totals in (Totals.BOTH, Totals.ROWS, Totals.COLUMNS) if _adds_up(counts, totals)]
    if not found:
        raise NotComputable("Neither the last column nor the last row adds up to totals. Check the table's figures.")
    return found[0]


def protect(counts: Counts, rule: Rule, totals: Totals, also: frozenset[Place] = frozenset()) -> SafeTable:
    """Hide small counts, and what else must be hidden, until no hidden cell can be worked out to within 2.

    `also` are places to hide for another reason, such as little change since the last release. Raises NotComputable if
    lines do not add up to their totals, or if nothing is left to hide.
    """
    return protect_together([Table(counts, totals)], rule, also)[0]


def protect_together(
    tables: Sequence[Table],
    rule: Rule,
    also: Collection[Place] = frozenset(),
    known: Collection[Place] = frozenset(),
) -> list[SafeTable]:
    """The same of several tables that share cells, each hidden in all that it stands in.

    `also` and `known` are places of the first table; what is known already, from the last release, is no use to hide.
    Raises NotComputable too where two tables say different things of a shared cell.
    """
    counts: dict[Cell, int] = {}
    for number, table in enumerate(tables):
        _check(table)
        for place, count in by_place(table.counts).items():
            cell = _cell(number, table, place)
            if counts.setdefault(cell, count) != count:
                raise NotComputable(f"A shared cell is {counts[cell]} in one table and {count} in another.")
    small = {cell for cell, count in counts.items() if is_small(count, rule)} | {(0, *place) for place in also}
    lines = [
        Sum(tuple(_cell(number, table, part) for part in line.parts), _cell(number, table, line.total))
        for number, table in enumerate(tables)
        for line in sums(table.counts, table.totals)
        if line.total is not None
    ]
    hidden = protect_linked(Linked(counts, lines, known={(0, *place) for place in known}), small)
    return [_safe(number, table, hidden, small, rule) for number, table in enumerate(tables)]


def _cell(number: int, table: Table, place: Place) -> Cell:
    """A shared cell has its name from the first table."""
    return (0, *table.same[place]) if place in table.same else (number, *place)


def _safe(number: int, table: Table, hidden: Collection[Cell], small: Collection[Cell], rule: Rule) -> SafeTable:
    cells = {place: _cell(number, table, place) for place in by_place(table.counts)}
    out = frozenset(place for place, cell in cells.items() if cell in hidden)
    primary = frozenset(place for place in out if cells[place] in small)
    shown = tuple(
        tuple(None if (i, j) in out else to_nearest(n, rule.nearest) for j, n in enumerate(row))
        for i, row in enumerate(table.counts)
    )
    return SafeTable(shown, primary, out - primary)


def _check(table: Table) -> None:
    counts = table.counts
    if len({len(row) for row in counts}) != 1 or any(n < 0 for row in counts for n in row):
        raise NotComputable("A table needs rows of one length, and no count below zero. Check where it came from.")


def by_place(counts: Counts) -> dict[Place, int]:
    return {(i, j): n for i, row in enumerate(counts) for j, n in enumerate(row)}


def sums(counts: Counts, totals: Totals) -> list[Sum[Place]]:
    """Every row and column that ends in its total."""
    height, width = len(counts), len(counts[0])
    lines: list[list[Place]] = []
    if totals.in_last_column:
        lines += [[(i, j) for j in range(width)] for i in range(height)]
    if totals.in_last_row:
        lines += [[(i, j) for i in range(height)] for j in range(width)]
    return [Sum(tuple(line[:-1]), line[-1]) for line in lines]


def _adds_up(counts: Counts, totals: Totals) -> bool:
    by = by_place(counts)
    return all(sum(by[part] for part in line.parts) == by[line.total] for line in sums(counts, totals) if line.total)
