"""What a reader could work out of the hidden cells of tables with totals: the attack, tried before anyone else does.

A reader sees all that is not hidden, knows how the figures add up, and knows that a hidden count is no zero, since
zeros are shown. What is left open is a linear programme for each hidden cell; that every line hides two is not enough:
a cell can be bare as the one bridge between two blocks of hidden cells, or between two tables.
"""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from goldenthread.rules.statistics.corners import Corners

K = TypeVar("K", bound=Hashable)
NARROW = 2  # a hidden cell known to within 2 is not hidden
ROUNDING = 1e-6


@dataclass(frozen=True, slots=True)
class Range:
    """What a hidden count must lie between; `most` is infinite where nothing bounds it."""

    least: float
    most: float

    @property
    def narrow(self) -> bool:
        return self.most - self.least <= NARROW + ROUNDING


@dataclass(frozen=True, slots=True)
class Sum(Generic[K]):
    """`parts` add up to `total`; where that is None, to a number that everyone knows from elsewhere."""

    parts: tuple[K, ...]
    total: K | None = None

    @property
    def cells(self) -> tuple[K, ...]:
        return self.parts if self.total is None else (*self.parts, self.total)

    def among(self, hidden: Collection[K]) -> dict[K, float]:
        """The hidden cells with their factors: what the shown ones leave to be solved."""
        factors = dict.fromkeys((part for part in self.parts if part in hidden), 1.0)
        if self.total is not None and self.total in hidden:
            factors[self.total] = factors.get(self.total, 0.0) - 1.0
        return factors


def ranges(
    counts: Mapping[K, int], sums: Sequence[Sum[K]], hidden: Iterable[K], unseen: Collection[K] = ()
) -> dict[K, Range]:
    """The range of every hidden cell, given all that shows. Of `unseen` cells a reader does not know that they are."""
    corners, floor = _corners(counts, sums, hidden, unseen)
    return {cell: _range(corners.range(cell), least) for cell, least in floor.items()}


def exposed(
    counts: Mapping[K, int],
    sums: Sequence[Sum[K]],
    hidden: Iterable[K],
    among: Iterable[K],
    unseen: Collection[K] = (),
) -> list[K]:
    """Which of some hidden cells are known to within 2. Quicker than every range: what one walk from corner to corner
    has shown to be wide is not asked about again.
    """
    corners, floor = _corners(counts, sums, hidden, unseen)
    return [cell for cell in among if _range(corners.range(cell, NARROW + ROUNDING), floor[cell]).narrow]


def _corners(
    counts: Mapping[K, int], sums: Sequence[Sum[K]], hidden: Iterable[K], unseen: Collection[K]
) -> tuple[Corners[K], dict[K, int]]:
    floor = {cell: 0 if cell in unseen else min(counts[cell], 1) for cell in hidden}
    truth = {cell: counts[cell] - least for cell, least in floor.items()}
    return Corners(truth, (terms for one in sums if (terms := one.among(floor)))), floor


def _range(found: tuple[float, float], floor: int) -> Range:
    least, most = found
    return Range(_whole(least + floor), _whole(most + floor))


def _whole(value: float) -> float:
    """Without the dust of the arithmetic."""
    return float(round(value)) if abs(value) < 1e15 and abs(value - round(value)) < ROUNDING else value
