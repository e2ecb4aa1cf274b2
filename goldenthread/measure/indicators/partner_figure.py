"""A partner's numbers, by the unit of the measure: a count, a share or rate of two counts, or a mean."""

from collections.abc import Mapping
from dataclasses import dataclass

from goldenthread.measure.indicators.definition import Unit
from goldenthread.measure.indicators.partner_cells import Doubt, Unreadable, amount

APART = 0.06  # of a percentage given to one decimal, and of a mean: more is another figure
NO_FIGURE = "There is no figure and no symbol that says why."


@dataclass(frozen=True, slots=True)
class Amounts:
    numerator: float | None
    denominator: float | None
    value: float | None
    doubts: tuple[Doubt, ...] = ()


def figure_of(said: Mapping[str, str], unit: Unit, missing: str) -> Amounts:
    """`missing`: why there is no figure. Raises Unreadable."""
    numerator, denominator, value = (amount(said, column) for column in ("numerator", "denominator", "value"))
    if denominator is not None and denominator <= 0:
        raise Unreadable(
            "denominator",
            "Nothing can be divided by 0.",
            "Give the number that the figure is out of, or x in the status.",
        )
    if missing:
        hidden = numerator is not None or value is not None
        left_out = Doubt("numerator", "A number stands beside a symbol that says there is none: it was left out.",
                         "Take the symbol away if the number may be shown.")  # fmt: skip
        return Amounts(None, denominator, None, (left_out,) if hidden else ())
    if unit is Unit.COUNT:
        return _count(numerator if numerator is not None else value, denominator)
    if unit.is_mean:
        return _mean(numerator, denominator, value, unit)
    return _share(numerator, denominator, value, unit)


def _count(number: float | None, denominator: float | None) -> Amounts:
    if number is None:
        raise Unreadable("numerator", NO_FIGURE, "Give the figure, or c (suppressed) or x (not available).")
    if number != int(number):
        raise Unreadable("numerator", f"{number:g} is no whole number, and this measure counts.", "Give the count.")
    spare = Doubt("denominator", "A count is out of nothing: the denominator was left out.", "Leave it empty.")
    return Amounts(number, None, number, (spare,) if denominator is not None else ())


def _mean(total: float | None, of: float | None, value: float | None, unit: Unit) -> Amounts:
    """The mean in `value` and how many it is of in `denominator`; or the sum and how many. A middle one has no sum."""
    if total is None and value is None:
        raise Unreadable("value", NO_FIGURE, "Give the mean, or c (suppressed) or x (not available).")
    if of is None:
        raise Unreadable("denominator", "It is not said of how many this is the mean.", "Give that number.")
    if unit is Unit.WEEKS:
        if value is None:
            raise Unreadable("value", "A middle wait cannot be worked out of a sum.", "Give it in the column value.")
        return Amounts(None, of, value)
    worked_out = total / of if total is not None else value
    if value is not None and worked_out is not None and abs(worked_out - value) > APART * max(1.0, abs(value)):
        raise Unreadable("value", f"{total:,g} ÷ {of:,g} is {worked_out:,.1f}, not {value:,g}.", "Check all three.")
    return Amounts(total, of, worked_out)


def _share(numerator: float | None, denominator: float | None, value: float | None, unit: Unit) -> Amounts:
    if numerator is None and value is not None:
        raise Unreadable(
            "numerator",
            "A percentage or rate alone cannot be checked, nor added to another.",
            "Give the number above the line and the number below it.",
        )
    if numerator is None:
        raise Unreadable("numerator", NO_FIGURE, "Give the figure, or c (suppressed) or x (not available).")
    if denominator is None:
        raise Unreadable(
            "denominator", "It is not said what the figure is out of.", "Give the denominator, or x in the status."
        )
    if unit is Unit.PERCENT and numerator > denominator:
        raise Unreadable(
            "numerator", f"{numerator:,g} of {denominator:,g} is more than all of them.", "Check which is which."
        )
    worked_out = unit.multiplier * numerator / denominator
    if value is not None and abs(worked_out - value) > APART:
        why = f"The file says {value:g}; {numerator:,g} and {denominator:,g} make {worked_out:.1f}, which is taken."
        doubt = Doubt("value", why, "Check the counts and the unit.")
        return Amounts(numerator, denominator, worked_out, (doubt,))
    return Amounts(numerator, denominator, worked_out)
