"""What a reader could work out of the hidden cells of a table with totals: the attack, tried before anyone else does.

Every count is an arc: a cell leaves its row and enters its column; a row's total enters its row again; and so on, so
that the lines' sums say that what enters a node leaves it (a circulation). A hidden cell can be larger, with all totals
kept, by as much as can flow back from its head to its tail along the other hidden arcs; smaller, the other way. This is
exact for whole numbers, where hiding a second cell in each line is not: a cell can be bare as the one bridge between
two blocks of hidden cells. A reader is taken to know that counts are 0 or more, and nothing else.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import inf

Place = tuple[int, int]
Node = tuple[str, int]
NARROW = 2  # a hidden cell known to within 2 is not hidden


@dataclass(frozen=True, slots=True)
class Range:
    """What a hidden count must lie between; `most` is infinite where nothing bounds it."""

    least: float
    most: float

    @property
    def narrow(self) -> bool:
        return self.most - self.least <= NARROW


def exposed(found: dict[Place, Range]) -> Iterator[Place]:
    return (place for place in sorted(found) if found[place].narrow)


def ranges(
    counts: Sequence[Sequence[int]], hidden: Iterable[Place], totals_last_column: bool, totals_last_row: bool
) -> dict[Place, Range]:
    """The range of every hidden cell, given all that shows."""
    row_total = len(counts) - 1 if totals_last_row else None
    column_total = len(counts[0]) - 1 if totals_last_column else None
    arcs = {place: _arc(place, row_total, column_total) for place in hidden}
    found = {}
    for place, (tail, head) in arcs.items():
        value = counts[place[0]][place[1]]
        others = {other: ends for other, ends in arcs.items() if other != place}
        more = _flow(head, tail, others, counts, inf)
        less = _flow(tail, head, others, counts, value)
        found[place] = Range(value - less, value + more)
    return found


def _arc(place: Place, row_total: int | None, column_total: int | None) -> tuple[Node, Node]:
    """From the line that a cell leaves to the line that it enters. Lines without totals bind nothing: a loose node."""
    row, column = place
    across = ("row", row) if column_total is not None else ("loose", 0)
    down = ("column", column) if row_total is not None else ("loose", 0)
    turned = (row == row_total) != (column == column_total)  # a total runs against the cells it adds up
    return (down, across) if turned else (across, down)


def _flow(
    source: Node,
    sink: Node,
    arcs: dict[Place, tuple[Node, Node]],
    counts: Sequence[Sequence[int]],
    limit: float,
) -> float:
    """The greatest flow from source to sink, up to a limit: each arc may grow without bound and shrink to zero."""
    if source == sink:
        return limit
    room: dict[Node, dict[Node, float]] = defaultdict(lambda: defaultdict(float))
    for (row, column), (tail, head) in arcs.items():
        room[tail][head] = inf
        room[head][tail] += counts[row][column]
    total = 0.0
    while total < limit and (path := _path(room, source, sink)):
        push = min(limit - total, *(room[a][b] for a, b in path))
        if push == inf:
            return inf
        for a, b in path:
            room[a][b] -= push
            room[b][a] += push
        total += push
    return total


def _path(room: dict[Node, dict[Node, float]], source: Node, sink: Node) -> list[tuple[Node, Node]]:
    """The shortest way with room left, arc by arc; empty if there is none."""
    came: dict[Node, Node] = {source: source}
    queue = deque([source])
    while queue and sink not in came:
        here = queue.popleft()
        for there, left in room[here].items():
            if left > 0 and there not in came:
                came[there] = here
                queue.append(there)
    if sink not in came:
        return []
    path, here = [], sink
    while here != source:
        path.append((came[here], here))
        here = came[here]
    return path[::-1]
