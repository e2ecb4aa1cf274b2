"""How far children with SEN are behind those without: the gap, how sure it is, and whether it closes.

Percentages by Newcombe's hybrid score (1998, method 10). Rates by the same way of joining two intervals (Zou and Donner
2008), with Byar's or exact limits of each. Gaps are positive where children with SEN fare worse.
"""

from dataclasses import dataclass
from math import sqrt

from goldenthread.rules.statistics.intervals import Interval, byar, wilson
from goldenthread.rules.statistics.judgement import Better
from goldenthread.rules.statistics.rounding import number

Counts = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Gap:
    """In points (of per cent) or in the rate's unit. `better` says which way is worse; neutral: more is positive."""

    interval: Interval
    better: Better
    unit: str  # "points", or "per 1,000"

    @property
    def told(self) -> bool:
        """Chance alone would hardly make it: its interval leaves out no gap at all."""
        return self.interval.lower > 0 or self.interval.upper < 0


def gap(
    first: Counts,
    second: Counts,
    better: Better,
    *,
    is_rate: bool = False,
    multiplier: float = 100,
    unit: str = "points",
) -> Gap:
    """The first cohort's (numerator, denominator) against the second's. Raises NotComputable as intervals do."""
    a, b = (byar(*each, multiplier) if is_rate else wilson(*each).times(multiplier) for each in (first, second))
    behind = _less(b, a) if better is Better.HIGHER else _less(a, b)
    return Gap(behind, better, unit)


def change(before: Gap, now: Gap) -> Interval:
    """How much wider the gap has become; below 0 it is closing. Of two periods' different children."""
    return _less(now.interval, before.interval)


def sentence(found: Gap, second: str = "pupils without SEN", places: int = 1) -> str:
    """“12.3 points behind pupils without SEN; between 10.1 and 14.5.”"""
    middle, least, most = _ends(found.interval, places)
    if not found.told:
        return f"No gap from {second} can be told: {middle} {found.unit}; {_between(found.interval, places)}."
    worse = found.interval.value > 0
    words = {Better.NEUTRAL: ("more than", "fewer than")}.get(found.better, ("behind", "ahead of"))
    return f"{middle} {found.unit} {words[0 if worse else 1]} {second}; between {least} and {most}."


def change_sentence(before: Gap, now: Gap, since: str, places: int = 1) -> str:
    """“The gap is closing: 2.1 points narrower than in 2024; between 0.4 and 3.8.”"""
    moved = change(before, now)
    if moved.lower <= 0 <= moved.upper:
        return f"Whether the gap is closing cannot be told: {_between(moved, places)} {now.unit} wider than in {since}."
    middle, least, most = _ends(moved, places)
    what, how = ("widening", "wider") if moved.value > 0 else ("closing", "narrower")
    return f"The gap is {what}: {middle} {now.unit} {how} than in {since}; between {least} and {most}."


def _less(first: Interval, second: Interval) -> Interval:
    """First less second, each end from the two that bring it about (Newcombe's way of squares and roots)."""
    value = first.value - second.value
    below = sqrt((first.value - first.lower) ** 2 + (second.upper - second.value) ** 2)
    above = sqrt((first.upper - first.value) ** 2 + (second.value - second.lower) ** 2)
    return Interval(value, value - below, value + above)


def _ends(interval: Interval, places: int) -> tuple[str, str, str]:
    """Without signs, the smaller first."""
    least, most = sorted((abs(interval.lower), abs(interval.upper)))
    return number(abs(interval.value), places), number(least, places), number(most, places)


def _between(interval: Interval, places: int) -> str:
    return f"between {number(interval.lower, places)} and {number(interval.upper, places)}"
