"""A rate turned into children: how many more, or fewer, than at England's rate."""

from collections.abc import Mapping
from dataclasses import dataclass

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.indicators.definition import Unit
from goldenthread.measure.indicators.figures import Figure
from goldenthread.measure.indicators.pages.doubts import impossible
from goldenthread.measure.indicators.published import Published
from goldenthread.rules.statistics import excess as rules


@dataclass(frozen=True)
class InChildren:
    period: str
    sentence: str


def in_children(area: LocalArea, own: Mapping[str, Figure], other: Published) -> InChildren | None:
    """For a share of which England's is published for the same period and cohort; the newest such period."""
    england = other.england()
    for label in reversed(other.labels):
        figure, theirs = own.get(label), england.get(label)
        if figure is None or theirs is None or theirs.value is None or not _usable(figure):
            continue
        found = rules.excess(figure.denominator or 0, theirs.value, numerator=figure.numerator)
        said = rules.sentence(found, against="in England")
        return InChildren(theirs.period.words, f"{area.name}: {said}")
    return None


def _usable(figure: Figure) -> bool:
    counted = figure.numerator is not None and bool(figure.denominator)
    whole = not figure.hidden and not figure.estimated and not impossible(figure)
    return figure.definition.unit is Unit.PERCENT and counted and whole
