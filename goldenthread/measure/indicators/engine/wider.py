"""Areas summed to the wider ones that they lie in: a region, or England."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from goldenthread.measure.indicators.catalogue import definition
from goldenthread.measure.indicators.engine.figure import Counted


def widened(figures: Iterable[Counted], wider: Mapping[str, str]) -> Iterator[Counted]:
    """The figures of the areas, and after them those of the wider ones.

    Numerators and denominators are added over the areas that have a value; the detail says how many they are. A middle,
    a longest wait and a curve cannot be added: a wider area has none.
    """
    parts: dict[tuple[Any, ...], list[Counted]] = defaultdict(list)
    for one in figures:
        yield one
        if one.area in wider and one.value is not None and one.numerator is not None and not one.detail:
            parts[wider[one.area], one.indicator, one.level, one.place, one.period].append(one)
    for (area, *_), those in parts.items():
        yield _sum(those, area)


def _sum(those: Sequence[Counted], area: str) -> Counted:
    top = sum(one.numerator or 0 for one in those)
    detail = {"areas": len(those)}
    if those[0].denominator is None:
        return replace(those[0], numerator=top, value=float(top), detail=detail, area=area)
    under = sum(one.denominator or 0 for one in those)
    value = definition(those[0].indicator).unit.multiplier * top / under
    return replace(those[0], numerator=top, denominator=under, value=value, detail=detail, area=area)
