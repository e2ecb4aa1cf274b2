"""Bars from left to right, side by side or end to end, with each figure written at its bar."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.foundation.charts.chart import WIDTH, Chart, ChartTable, Drawing
from goldenthread.foundation.charts.frame import key
from goldenthread.foundation.charts.palette import AXIS, GRID, INK, PAPER, QUIET, SERIES
from goldenthread.foundation.charts.scale import Scale, nice_ticks, tick_labels
from goldenthread.foundation.charts.svg import line, rect, text, width_of, wrapped
from goldenthread.rules.statistics.disclosure import Suppressed
from goldenthread.rules.statistics.rounding import number, spaced

Figure = float | Suppressed | None
THICK, GAP = 18.0, 14.0
_ON_BAR = (PAPER, INK, PAPER, INK)  # the ink that is legible on each of SERIES


@dataclass(frozen=True, slots=True)
class Bars:
    """One series over the categories. None is no figure; Suppressed is hidden: neither is a bar of 0."""

    name: str
    values: Sequence[Figure]


@dataclass(frozen=True, kw_only=True)
class BarChart(Chart):
    """Up to four series. Stacked only where the parts make a whole; the axis always begins at 0."""

    categories: tuple[str, ...]
    series: tuple[Bars, ...]
    unit: str = ""
    places: int = 0
    stacked: bool = False

    def drawing(self) -> Drawing:
        top, thick = 12.0, THICK
        each = thick if self.stacked else thick * len(self.series)
        bottom = top + len(self.categories) * (each + GAP)
        left = 20 + max((min(width_of(name), 170) for name in self.categories), default=0)
        ticks = nice_ticks(0, max(self._ends(), default=1.0) or 1.0)
        scale = Scale(0, ticks[-1], left, WIDTH - 78)
        parts = list(self._grid(ticks, scale, top, bottom))
        for i, category in enumerate(self.categories):
            y = top + i * (each + GAP) + GAP / 2
            parts += _name(category, left, y + each / 2)
            parts += self._stack(i, y, scale) if self.stacked else self._group(i, y, scale)
        parts.append(line(left, top, left, bottom, stroke=AXIS))
        below, height = self._key(left, bottom + 46)
        return Drawing(height, [*parts, *below])

    def table(self) -> ChartTable:
        rows = tuple(
            (category, *(self._shown(bars.values[i]) for bars in self.series))
            for i, category in enumerate(self.categories)
        )
        hidden = any(isinstance(value, Suppressed) for bars in self.series for value in bars.values)
        note = "– no figure. c suppressed: the numbers are too small to publish." if hidden else "– no figure."
        return ChartTable(self.title, ("Group", *(bars.name for bars in self.series)), rows, note)

    def _shown(self, value: Figure) -> str:
        if value is None:
            return "–"
        return str(value) if isinstance(value, Suppressed) else f"{number(value, self.places)}{spaced(self.unit)}"

    def _ends(self) -> list[float]:
        values = [[_length(value) for value in bars.values] for bars in self.series]
        return (
            [sum(column) for column in zip(*values, strict=True)]
            if self.stacked
            else [v for row in values for v in row]
        )

    def _grid(self, ticks: Sequence[float], scale: Scale, top: float, bottom: float) -> Iterator[str]:
        for tick, label in zip(ticks, tick_labels(ticks, self.unit), strict=True):
            x = scale.at(tick)
            yield line(x, top, x, bottom, stroke=GRID)
            yield text(label, x, bottom + 18, anchor="middle", fill=QUIET)
        if self.unit and self.unit != "%":
            yield text(self.unit.capitalize(), WIDTH - 8, bottom + 18, anchor="end", fill=QUIET)

    def _group(self, i: int, y: float, scale: Scale) -> Iterator[str]:
        for n, bars in enumerate(self.series):
            value, top = bars.values[i], y + n * THICK
            yield _bar(scale.at(0), top, scale.at(_length(value)), n)
            yield text(self._told(value), scale.at(_length(value)) + 6, top + THICK / 2 + 4)

    def _stack(self, i: int, y: float, scale: Scale) -> Iterator[str]:
        start, hidden = 0.0, []
        for n, bars in enumerate(self.series):
            value = bars.values[i]
            left, right = scale.at(start), scale.at(start + _length(value))
            start += _length(value)
            yield _bar(left, y, right, n)
            words = self._shown(value)
            if isinstance(value, Suppressed) or value is None:
                hidden.append(f"{bars.name}: {self._told(value)}")
            elif width_of(words) + 8 <= right - left:
                yield text(words, (left + right) / 2, y + THICK / 2 + 4, anchor="middle", fill=_ON_BAR[n])
        if hidden:
            yield text("; ".join(hidden), scale.at(start) + 6, y + THICK / 2 + 4)

    def _told(self, value: Figure) -> str:
        if value is None:
            return "no figure"
        return "suppressed" if isinstance(value, Suppressed) else self._shown(value)

    def _key(self, left: float, top: float) -> tuple[list[str], float]:
        if len(self.series) == 1:
            return [], top - 16
        items = [(rect(-7, -6, 14, 12, fill=SERIES[n], stroke=INK), bars.name) for n, bars in enumerate(self.series)]
        return key(items, min(left, 120), WIDTH - 8, top)


def _length(value: Figure) -> float:
    return 0.0 if value is None or isinstance(value, Suppressed) else value


def _bar(left: float, top: float, right: float, n: int) -> str:
    return rect(left, top + 0.75, right - left, THICK - 1.5, fill=SERIES[n], stroke=INK, stroke_width=0.75)


def _name(category: str, right: float, middle: float) -> Iterator[str]:
    lines = wrapped(category, 170)
    first = middle + 4 - (len(lines) - 1) * 7
    for n, words in enumerate(lines):
        yield text(words, right - 8, first + 14 * n, anchor="end")
