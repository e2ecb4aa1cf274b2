"""What sums leave open of the numbers that they do not show: the least and the most of each, by the simplex method.

Unknowns are 0 or more and bound by equations of which one solution, the truth, is known. The walk goes from that
solution to a corner (all but a few unknowns at 0), and from corner to corner in the direction asked for (Dantzig 1947;
the order of steps is Bland's of 1977, which cannot go round in circles). Pure Python on sparse rows, since the
equations of a page's tables are few and short; `tests/oracles` holds it against HiGHS.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping
from math import inf
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
Row = dict[int, float]
NOTHING = 1e-9  # what is left over of a sum of whole numbers' multiples is rounding


class Corners(Generic[K]):
    """The solutions of some equations, and how far each unknown is known to move between them.

    `truth` is one solution; `equations` are mappings of unknowns to their factors, each of which holds of the truth
    with some total: what the totals are does not matter, since only how solutions differ is asked.
    """

    def __init__(self, truth: Mapping[K, float], equations: Iterable[Mapping[K, float]]) -> None:
        self._names = list(truth)
        self._number = {name: i for i, name in enumerate(self._names)}
        self._at = [float(value) for value in truth.values()]
        self.least, self.most = dict(truth), dict(truth)
        self._rows: dict[int, Row] = {}  # of each basic unknown: its row, without itself
        for equation in equations:
            self._add({self._number[name]: factor for name, factor in equation.items() if factor})
        for column in range(len(self._at)):
            if column not in self._rows and self._at[column] > NOTHING:
                self._to_zero(column)

    def range(self, name: K, enough: float = inf) -> tuple[float, float]:
        """The least and the most that it can be; the walk stops where they are more than `enough` apart."""
        for way in (1, -1):
            self._push(self._number[name], way, lambda: self.most[name] - self.least[name] > enough)
        return self.least[name], self.most[name]

    def _add(self, row: Row) -> None:
        """One more equation, solved for one of its unknowns; nothing if the others say it already."""
        for basic in [column for column in row if column in self._rows]:
            _subtract(row, self._rows[basic], row.pop(basic))
        if row:
            column = max(row, key=lambda each: (self._at[each], -each))  # one at 0 would be in the way later
            factor = row.pop(column)
            self._enter(column, {other: value / factor for other, value in row.items()})

    def _enter(self, column: int, row: Row) -> None:
        for other in self._rows.values():
            if column in other:
                _subtract(other, row, other.pop(column))
        self._rows[column] = row

    def _to_zero(self, column: int) -> None:
        """An unknown outside the basis goes down to 0, or takes the place of the one that reaches 0 before it."""
        leaving, step = self._first_at_zero(column, -1)
        if leaving is None or step >= self._at[column] - NOTHING:
            self._move(column, -self._at[column])
            self._at[column] = 0.0
        else:
            self._move(column, -step)
            self._swap(leaving, column)

    def _push(self, column: int, way: int, done: Callable[[], bool]) -> None:
        """Towards the most (1) or the least (-1) of one unknown."""
        while not done():
            entering = self._entering(column, way)
            if entering is None:
                return
            leaving, step = self._first_at_zero(entering, 1)
            if leaving is None:
                self.most[self._names[column]] = inf
                return
            self._move(entering, step)
            self._swap(leaving, entering)

    def _entering(self, column: int, way: int) -> int | None:
        row = self._rows.get(column)
        if row is None:
            return column if way > 0 else None
        return min((other for other, factor in row.items() if factor * way < 0), default=None)

    def _first_at_zero(self, column: int, way: int) -> tuple[int | None, float]:
        """Which basic unknown reaches 0 first as the column's goes up (1) or down (-1), and after how long a step."""
        first, shortest = None, inf
        for basic, row in self._rows.items():
            if (fall := row.get(column, 0.0) * way) > 0:
                step = max(self._at[basic], 0.0) / fall
                if step < shortest - NOTHING or (step <= shortest + NOTHING and first is not None and basic < first):
                    first, shortest = basic, min(step, shortest)
        return first, shortest

    def _move(self, column: int, step: float) -> None:
        self._set(column, self._at[column] + step)
        if step:
            for basic, row in self._rows.items():
                if factor := row.get(column):
                    self._set(basic, self._at[basic] - factor * step)

    def _set(self, column: int, value: float) -> None:
        self._at[column] = value
        name = self._names[column]
        self.least[name] = min(self.least[name], value)
        self.most[name] = max(self.most[name], value)

    def _swap(self, leaving: int, entering: int) -> None:
        self._at[leaving] = 0.0
        row = self._rows.pop(leaving)
        factor = row.pop(entering)
        row = {other: value / factor for other, value in row.items()}
        row[leaving] = 1 / factor
        self._enter(entering, row)


def _subtract(row: Row, other: Row, factor: float) -> None:
    for column, value in other.items():
        left = row.get(column, 0.0) - factor * value
        if abs(left) > NOTHING:
            row[column] = left
        else:
            row.pop(column, None)
