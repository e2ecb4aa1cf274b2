"""How sure a figure is: confidence intervals for proportions, counts, rates, means and differences (OHID's methods).

Every function raises NotComputable with a sentence when its figures cannot be right. No cohort (0 of 0) has no figure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import fsum, inf, isfinite, sqrt

from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.quantiles import chi_square, normal, student_t

CONFIDENCE = 0.95
BYAR_FROM = 10  # below ten events Byar's approximation is too rough: the exact limits are used
FEWEST_FOR_DSR = 10  # OHID publishes no directly standardised rate on fewer events


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure and its limits, all in one unit."""

    value: float
    lower: float
    upper: float

    def times(self, factor: float) -> "Interval":
        """The same in another unit: 100 turns a fraction into per cent."""
        return Interval(self.value * factor, self.lower * factor, self.upper * factor)


@dataclass(frozen=True, slots=True)
class Stratum:
    """One age band of a directly standardised rate; `weight` is the standard population's size or share."""

    count: float
    population: float
    weight: float


def wilson(numerator: float, denominator: float, confidence: float = CONFIDENCE) -> Interval:
    """A proportion as a fraction from 0 to 1, by Wilson's score (1927)."""
    z = _z(confidence)
    _share_of("numerator", numerator, "denominator", denominator)
    proportion = numerator / denominator
    middle, margin = 2 * numerator + z * z, z * sqrt(z * z + 4 * numerator * (1 - proportion))
    lower, upper = ((middle + side * margin) / (2 * (denominator + z * z)) for side in (-1, 1))
    # At the ends the formula gives 0 and 1 but for rounding: say so exactly.
    return Interval(proportion, 0.0 if numerator == 0 else lower, 1.0 if numerator == denominator else upper)


def byar(count: float, population: float = 1, multiplier: float = 1, confidence: float = CONFIDENCE) -> Interval:
    """A count, or a rate per `multiplier` of a population, by Byar's method; exact limits below ten events."""
    return _rate(count, population, multiplier, byar_limits(count, confidence))


def exact(count: float, population: float = 1, multiplier: float = 1, confidence: float = CONFIDENCE) -> Interval:
    """A count, or a rate per `multiplier`, with exact Poisson limits (Garwood 1936) whatever the count."""
    return _rate(count, population, multiplier, exact_limits(count, confidence))


def mean(values: Sequence[float], confidence: float = CONFIDENCE) -> Interval:
    """A mean of two values or more, by Student's t."""
    _checked(confidence)
    n = len(values)
    if n < 2:
        raise NotComputable(f"An interval for a mean needs at least 2 values; there {'is' if n == 1 else 'are'} {n}.")
    middle = fsum(values) / n
    deviation = sqrt(fsum((value - middle) ** 2 for value in values) / (n - 1))
    return mean_of(middle, deviation, n, confidence)


def mean_of(middle: float, deviation: float, n: int, confidence: float = CONFIDENCE) -> Interval:
    """The same from a summary: the mean, the sample standard deviation, the number of values."""
    if n < 2 or deviation < 0:
        raise NotComputable("An interval for a mean needs at least 2 values and a standard deviation of 0 or more.")
    margin = student_t(1 - _tail(confidence), n - 1) * deviation / sqrt(n)
    return Interval(middle, middle - margin, middle + margin)


def dsr(strata: Sequence[Stratum], multiplier: float = 100_000, confidence: float = CONFIDENCE) -> Interval:
    """A directly standardised rate per `multiplier`, by Dobson's method on Byar's limits."""
    for stratum in strata:
        _not_negative("count", stratum.count)
        _not_negative("weight", stratum.weight)
        _positive("population", stratum.population)
    events, weights = fsum(s.count for s in strata), fsum(s.weight for s in strata)
    if events < FEWEST_FOR_DSR:
        raise NotComputable(
            f"A directly standardised rate needs at least {FEWEST_FOR_DSR} events in all; there are {events:g}. "
            "Show the crude rate or join several years."
        )
    _positive("sum of the weights", weights)
    rate = fsum(s.weight * s.count / s.population for s in strata) / weights
    variance = fsum(s.weight**2 * s.count / s.population**2 for s in strata) / weights**2
    scale = sqrt(variance / events)
    lower, upper = (rate + scale * (limit - events) for limit in byar_limits(events, confidence))
    return Interval(rate, lower, upper).times(multiplier)


def difference(first: tuple[float, float], second: tuple[float, float], confidence: float = CONFIDENCE) -> Interval:
    """First proportion less the second, each (numerator, denominator), by Newcombe's hybrid score (1998, method 10)."""
    a, b = wilson(*first, confidence), wilson(*second, confidence)
    gap = a.value - b.value
    below = sqrt((a.value - a.lower) ** 2 + (b.upper - b.value) ** 2)
    above = sqrt((a.upper - a.value) ** 2 + (b.value - b.lower) ** 2)
    return Interval(gap, gap - below, gap + above)


def byar_limits(count: float, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The limits of a count, before any population."""
    _not_negative("count", count)
    if count < BYAR_FROM:
        return exact_limits(count, confidence)
    z, more = _z(confidence), count + 1
    lower = count * (1 - 1 / (9 * count) - z / (3 * sqrt(count))) ** 3
    return lower, more * (1 - 1 / (9 * more) + z / (3 * sqrt(more))) ** 3


def exact_limits(count: float, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """Poisson limits of a count, through the chi-square distribution."""
    tail = _tail(confidence)
    _not_negative("count", count)
    lower = chi_square(tail, 2 * count) / 2 if count else 0.0
    return lower, chi_square(1 - tail, 2 * count + 2) / 2


def _rate(count: float, population: float, multiplier: float, limits: tuple[float, float]) -> Interval:
    _positive("population", population)
    _positive("multiplier", multiplier)
    return Interval(count, *limits).times(multiplier / population)


def _z(confidence: float) -> float:
    return normal(1 - _tail(confidence))


def _tail(confidence: float) -> float:
    """The share left out at each end."""
    return (1 - _checked(confidence)) / 2


def _checked(confidence: float) -> float:
    """Confidence as a fraction; 95 and 0.95 are the same."""
    fraction = confidence / 100 if confidence > 1 else confidence
    if not 0.9 <= fraction < 1:
        raise NotComputable(
            f"A confidence of {confidence:g} cannot be used. Give 0.9 or more and less than 1, or 90 to less than 100."
        )
    return fraction


def _share_of(part: str, numerator: float, whole: str, denominator: float) -> None:
    _positive(whole, denominator)
    _not_negative(part, numerator)
    if numerator > denominator:
        raise NotComputable(
            f"The {part} ({numerator:g}) is greater than the {whole} ({denominator:g}). "
            "A proportion counts a part of its cohort: check which cohort was counted."
        )


def _not_negative(name: str, value: float) -> None:
    if not 0 <= value < inf:
        raise NotComputable(f"The {name} is {value:g}. A {name} is 0 or more.")


def _positive(name: str, value: float) -> None:
    if not (isfinite(value) and value > 0):
        raise NotComputable(f"The {name} is {value:g}. It must be more than 0: with no cohort there is no figure.")
