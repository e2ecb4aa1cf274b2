"""A rate turned into children: how many more than at another place's rate, and how sure that is of rounded figures."""

from dataclasses import dataclass

from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.rounding import number, rounded, spaced


@dataclass(frozen=True, slots=True)
class Excess:
    """Children more than there would be at the comparator's rate (fewer: below 0); at least and at most."""

    own: float
    comparator: float
    value: float
    least: float
    most: float


def excess(
    denominator: float,
    comparator: float,
    *,
    numerator: float | None = None,
    printed: float | None = None,
    comparator_places: int = 1,
    printed_places: int = 1,
    multiplier: float = 100,
) -> Excess:
    """denominator × (own rate − comparator). Own is the `numerator`, or a `printed` rate, itself rounded.

    Rates are per `multiplier`. The ends allow each printed rate half of its last decimal either way. Raises
    NotComputable without a base, or unless just one of numerator and printed rate is given.
    """
    if denominator <= 0:
        raise NotComputable(f"A base of {denominator:g} children makes no rate. Give how many children there are.")
    if (numerator is None) == (printed is None):
        raise NotComputable("Give how many children were counted, or the printed rate: one of the two.")
    slack = _half(comparator_places)
    if printed is None:
        own = multiplier * (numerator or 0.0) / denominator
    else:
        own, slack = printed, slack + _half(printed_places)
    base = denominator / multiplier
    middle = own - comparator
    return Excess(own, comparator, base * middle, base * (middle - slack), base * (middle + slack))


def sentence(
    found: Excess, unit: str = "%", against: str = "nationally", places: int = 1, who: str = "children"
) -> str:
    """“1.9 % against 1.4 % nationally is 386 children, between 309 and 463 allowing for rounding.”"""
    rates = (
        f"{number(found.own, places)}{spaced(unit)} against {number(found.comparator, places)}{spaced(unit)} {against}"
    )
    least, most = int(rounded(found.least)), int(rounded(found.most))
    if found.least <= 0 <= found.most:
        return f"{rates} may be rounding alone: between {_signed(least)} and {_signed(most)} {who}."
    fewer = " fewer" if found.value < 0 else ""
    low, high = sorted((abs(least), abs(most)))
    return (
        f"{rates} is {number(abs(found.value))}{fewer} {who}, between {number(low)} and {number(high)} "
        "allowing for rounding."
    )


def _half(places: int) -> float:
    return 0.5 * 10.0**-places


def _signed(count: int) -> str:
    return f"{number(abs(count))} {'fewer' if count < 0 else 'more'}"
