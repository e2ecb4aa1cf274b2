"""Rounding for display only: half away from zero, as DfE rounds. Everything is counted from unrounded figures."""

from decimal import ROUND_HALF_UP, Decimal


def rounded(value: float, places: int = 0) -> Decimal:
    """Half away from zero, of the number as it is written: 2.675 to two places is 2.68, -0.5 to none is -1.

    Through `repr`, because the binary 2.675 is a little less than it looks and would fall to 2.67.
    """
    result = Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return abs(result) if result == 0 else result  # no "-0"


def to_nearest(count: int, step: int) -> int:
    """A count to the nearest 5 or 10, half away from zero: 12 → 10, 13 → 15 with steps of 5."""
    sign = -1 if count < 0 else 1
    return sign * step * ((2 * abs(count) + step) // (2 * step))


def number(value: float, places: int = 0) -> str:
    """For reading: thousands marked, a true minus sign: 1377 → “1,377”."""
    return f"{rounded(value, places):,}".replace("-", "−")


def percent(value: float, places: int = 1) -> str:
    """A percentage already worked out: 37.4 → “37.4 %”. Takes per cent, not a fraction."""
    return f"{number(value, places)} %"


def share(numerator: int, denominator: int, of_what: str = "", places: int = 1) -> str:
    """A percentage with what it stands on: “37.4 % (515 of 1,377 plans issued in 2024)”; no cohort, no percentage."""
    of_what = f" {of_what}" if of_what else ""
    if denominator == 0:
        return f"no figure (0 of 0{of_what})"
    counted = f"{number(numerator)} of {number(denominator)}{of_what}"
    return f"{percent(100 * numerator / denominator, places)} ({counted})"


def span(lower: float, upper: float, unit: str = "", places: int = 0) -> str:
    """A range for reading: “31–58 %”, “−3.1 to 7.0”. A dash beside a minus sign is not readable: then “to”."""
    between = " to " if lower < 0 else "–"
    return f"{number(lower, places)}{between}{number(upper, places)}{spaced(unit)}"


def spaced(unit: str) -> str:
    """The unit as it follows a figure: “ %”, “ days”, or nothing."""
    return f" {unit}" if unit else ""
