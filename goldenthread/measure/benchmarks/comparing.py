"""Rank and quartile as the Department for Education's interactive tool works them out. Pure."""

from collections.abc import Sequence
from math import ceil, floor

from .measures import Polarity

BANDS = "ABCD"
FEWEST_TO_BAND = 30  # areas with a value: a quarter of fewer says little of any one area


def rank(value: float | None, values: Sequence[float], polarity: Polarity) -> int | None:
    """1 is best; equals share the smaller rank. None without a value, or where neither high nor low is better."""
    if value is None or polarity is Polarity.NEUTRAL:
        return None
    better = (other > value if polarity is Polarity.HIGH else other < value for other in values)
    return 1 + sum(better)


def quartile(value: float | None, values: Sequence[float], polarity: Polarity) -> str | None:
    """A (best) to D, by the quartiles of all values; of a value that is itself a quartile, the band below it."""
    if value is None or not values or polarity is Polarity.NEUTRAL:
        return None
    above = sum(value > quantile(values, share) for share in (0.25, 0.5, 0.75))
    return BANDS[above] if polarity is Polarity.LOW else BANDS[3 - above]


def band(value: float | None, values: Sequence[float], polarity: Polarity) -> str | None:
    """The quartile, where at least 30 areas have a value."""
    return quartile(value, values, polarity) if len(values) >= FEWEST_TO_BAND else None


def quantile(values: Sequence[float], share: float) -> float:
    """R's type 7, its default, in R's own order of arithmetic: a value on a boundary falls as it does there."""
    ordered = sorted(values)
    place = (len(ordered) - 1) * share
    low, high = ordered[floor(place)], ordered[ceil(place)]
    part = place - floor(place)
    return low if low == high or part == 0 else (1 - part) * low + part * high
