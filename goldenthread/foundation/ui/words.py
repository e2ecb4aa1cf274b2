"""Days and percentages as a reader sees them."""

from datetime import date

from goldenthread.rules.statistics.rounding import share


def day(value: date) -> str:
    return f"{value.day} {value:%B %Y}"


def percent(numerator: int | None, denominator: int | None, of: str = "", places: int = 1) -> str:
    """As `rules.statistics.rounding.share`; missing is not zero."""
    if numerator is None or denominator is None:
        return f"not known ({of})" if of else "not known"
    return share(numerator, denominator, of, places)
