"""The interval that goes with a figure, by its unit."""

from goldenthread.measure.indicators.definition import Unit
from goldenthread.rules.statistics.intervals import byar, wilson


def interval(unit: Unit, numerator: float | None, denominator: float | None) -> tuple[float | None, float | None]:
    """Lower and upper 95 % limits in the figure's own unit; (None, None) where no interval is fitting."""
    if numerator is None or denominator is None or denominator <= 0 or numerator < 0:
        return None, None
    if unit is Unit.PERCENT and numerator <= denominator:
        found = wilson(numerator, denominator)
        return 100 * found.lower, 100 * found.upper
    if unit.is_rate:
        found = byar(numerator, denominator, unit.multiplier)
        return found.lower, found.upper
    return None, None
