"""The funnel: who is unusual, not who is last. Each place beside what chance allows its size (Spiegelhalter 2005).

A place is outside where the exact tail (binomial for a proportion, Poisson for a rate) of a result as far out as its
own is smaller than the limit's. A school of 12 can be far from the mean by chance alone, where a normal approximation
would call it unusual. Beyond 99.8 % is unusual; between 95 % and 99.8 % is worth a look and no more, because of 200
places 10 lie beyond 95 % when nothing at all is going on.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from math import fsum
from typing import Generic, TypeVar

from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.quantiles import beta_share, gamma_share
from goldenthread.rules.statistics.rounding import number

K = TypeVar("K", bound=Hashable)
LOOK, UNUSUAL = 0.025, 0.001  # the share of chance left beyond each limit: 95 % and 99.8 % lie within the pair
STEPS = 24  # from the smallest place to the largest, along each limit


class Kind(StrEnum):
    PROPORTION = "proportion"  # some of a cohort: never more than all
    RATE = "rate"  # events to a base that does not contain them


class Standing(StrEnum):
    INSIDE = "inside"
    HIGH = "high_95"
    LOW = "low_95"
    UNUSUALLY_HIGH = "high_99.8"
    UNUSUALLY_LOW = "low_99.8"

    @property
    def unusual(self) -> bool:
        return self in (Standing.UNUSUALLY_HIGH, Standing.UNUSUALLY_LOW)


@dataclass(frozen=True, slots=True)
class FunnelPoint(Generic[K]):
    key: K
    numerator: float
    denominator: float
    value: float
    standing: Standing


@dataclass(frozen=True, slots=True)
class Limits:
    """What chance allows at one denominator; all in the funnel's unit."""

    denominator: float
    unusually_low: float
    low: float
    high: float
    unusually_high: float


@dataclass(frozen=True, slots=True)
class Funnel(Generic[K]):
    """`mean`, values and limits are per `multiplier`: 100 for per cent. `left_out` had no denominator."""

    kind: Kind
    multiplier: float
    mean: float
    points: tuple[FunnelPoint[K], ...]
    left_out: tuple[K, ...]

    def limits(self, denominator: float) -> Limits:
        tails = _tails(self.kind, self.mean / self.multiplier, denominator)
        ends = [_end(tails, denominator, self, share, way) for share, way in _ENDS]
        return Limits(denominator, *(end * self.multiplier / denominator for end in ends))

    def curve(self, steps: int = STEPS) -> list[Limits]:
        """The limits from the smallest denominator to the largest, closer together where they bend."""
        low, high = (choose(point.denominator for point in self.points) for choose in (min, max))
        ratio = (high / low) ** (1 / (steps - 1))
        return [self.limits(low * ratio**i) for i in range(steps)] if high > low else [self.limits(low)]

    def standing(self, standing: Standing) -> tuple[FunnelPoint[K], ...]:
        return tuple(point for point in self.points if point.standing is standing)


def funnel(
    places: Iterable[tuple[K, float | None, float | None]],
    kind: Kind = Kind.PROPORTION,
    *,
    multiplier: float = 100,
    around: float | None = None,
) -> Funnel[K]:
    """Places (key, numerator, denominator) around their pooled mean, or `around` another one in the same unit.

    A place without a denominator, or without a count, is left out by name. Raises NotComputable for a count that
    cannot be one, and where no place is left.
    """
    listed = list(places)
    counted = [(key, x, n) for key, x, n in listed if x is not None and n]
    for _, x, n in counted:
        if x < 0 or n < 0 or (kind is Kind.PROPORTION and x > n):
            raise NotComputable(f"{x:g} of {n:g} is not a {kind.value}. Check which cohort was counted.")
    if not counted:
        raise NotComputable("No place has both a count and a denominator, so there is nothing to compare.")
    pooled = fsum(x for _, x, _ in counted) / fsum(n for _, _, n in counted)
    mean = pooled if around is None else around / multiplier
    points = [FunnelPoint(key, x, n, multiplier * x / n, _standing(kind, mean, x, n)) for key, x, n in counted]
    found = {point.key for point in points}
    left_out = tuple(key for key, _, _ in listed if key not in found)
    return Funnel(kind, multiplier, mean * multiplier, tuple(points), left_out)


def sentence(drawn: "Funnel[K]", places: str = "schools") -> str:
    """How many are unusual, and how many of them chance alone would have put there."""
    total = len(drawn.points)
    unusual = sum(point.standing.unusual for point in drawn.points)
    look = sum(point.standing is not Standing.INSIDE for point in drawn.points) - unusual
    return (
        f"Of {number(total)} {places}, {number(unusual) if unusual else 'none'} {'is' if unusual == 1 else 'are'} "
        f"unusual for {'its' if unusual == 1 else 'their'} size, and {number(look) if look else 'no other'} "
        f"{'is' if look < 2 else 'are'} worth a look. By chance alone about {number(total * 2 * LOOK)} would lie "
        "beyond the 95 % limits."
    )


Tail = Callable[[float], float]


def _tails(kind: Kind, mean: float, denominator: float) -> tuple[Tail, Tail]:
    """The chance of so many or fewer, and of so many or more, of a place that is like the rest."""
    if kind is Kind.RATE:
        expected = mean * denominator
        return (lambda x: 1 - gamma_share(x + 1, expected)), (lambda x: gamma_share(x, expected) if x > 0 else 1.0)
    return partial(_at_most, mean, denominator), partial(_at_least, mean, denominator)


def _at_most(mean: float, denominator: float, x: float) -> float:
    return 1 - beta_share(x + 1, denominator - x, mean) if x < denominator else 1.0


def _at_least(mean: float, denominator: float, x: float) -> float:
    return beta_share(x, denominator - x + 1, mean) if x > 0 else 1.0


def _standing(kind: Kind, mean: float, x: float, n: float) -> Standing:
    at_most, at_least = _tails(kind, mean, n)
    below, above = at_most(x), at_least(x)
    if min(below, above) > LOOK:
        return Standing.INSIDE
    if above < below:
        return Standing.UNUSUALLY_HIGH if above <= UNUSUAL else Standing.HIGH
    return Standing.UNUSUALLY_LOW if below <= UNUSUAL else Standing.LOW


_ENDS = ((UNUSUAL, -1), (LOOK, -1), (LOOK, 1), (UNUSUAL, 1))


def _end(tails: tuple[Tail, Tail], denominator: float, drawn: "Funnel[K]", share: float, way: int) -> float:
    """Where the tail comes down to its share, between whole counts too, so that the limit is a curve and no staircase.

    Where no count is so unlikely (a small place around a small mean) the limit is 0, or all.
    """
    expected = drawn.mean / drawn.multiplier * denominator
    if way < 0:
        return 0.0 if tails[0](0) > share else _crossing(tails[0], share, 0.0, expected)
    most = denominator if drawn.kind is Kind.PROPORTION else expected * 4 + 40
    return most if tails[1](most) > share else _crossing(tails[1], share, most, expected)


def _crossing(tail: Tail, share: float, outer: float, inner: float) -> float:
    """By halving: from `outer`, where the tail is too small, towards `inner`."""
    while abs(outer - inner) > 1e-4 * max(1.0, inner):
        middle = (outer + inner) / 2
        if tail(middle) > share:
            inner = middle
        else:
            outer = middle
    return outer
