"""A line a year with its intervals: for series too short for a control chart."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from goldenthread.foundation.charts.chart import WIDTH, Chart, ChartTable, Drawing
from goldenthread.foundation.charts.frame import Frame, end_names, frame_for, key
from goldenthread.foundation.charts.marks import Shape, mark
from goldenthread.foundation.charts.palette import BLUE, DASHES, GREY, INK, ORANGE, PURPLE
from goldenthread.foundation.charts.svg import line, polyline, shortened, width_of
from goldenthread.rules.statistics.intervals import Interval
from goldenthread.rules.statistics.rounding import number, spaced, span

NAMED = 210  # px at most for the names at the lines' ends
_STROKES = (BLUE, GREY, PURPLE, ORANGE)
_SHAPES = (Shape.CIRCLE, Shape.SQUARE, Shape.DIAMOND, Shape.TRIANGLE)


@dataclass(frozen=True, slots=True)
class Line:
    """One place or cohort over the periods: values, None where there is none; intervals where they are known."""

    name: str
    values: Sequence[float | None]
    intervals: Sequence[Interval | None] = field(default=())

    def interval(self, i: int) -> Interval | None:
        return self.intervals[i] if self.intervals else None


@dataclass(frozen=True, kw_only=True)
class LineChart(Chart):
    """Up to four lines, told apart by shape, dash and the name at their end. The first is the area's own."""

    lines: tuple[Line, ...]
    periods: tuple[str, ...]
    unit: str = ""
    places: int = 1
    target: float | None = None

    def drawing(self) -> Drawing:
        frame = self._frame()
        parts = [*frame.axes, *frame.periods(self.periods)]
        if self.target is not None:
            y = frame.y.at(self.target)
            parts.append(line(frame.left, y, frame.right, y, stroke=INK, stroke_width=1.5, stroke_dasharray="12 3 3 3"))
        for i in reversed(range(len(self.lines))):
            parts += self._line(frame, i)
        parts += end_names(frame, list(self._names()), frame.right - 6)
        below, height = key(list(self._key()), frame.left, WIDTH - 8, frame.bottom + 46)
        return Drawing(height, [*parts, *below])

    def table(self) -> ChartTable:
        rows = tuple((period, *self._cells(i)) for i, period in enumerate(self.periods))
        note = "– no figure. In brackets: the 95 % interval." if self._has_intervals else "– no figure."
        return ChartTable(self.title, ("Period", *(each.name for each in self.lines)), rows, note)

    @property
    def _has_intervals(self) -> bool:
        return any(each for one in self.lines for each in one.intervals)

    def _cells(self, i: int) -> Iterator[str]:
        for one in self.lines:
            value, interval = one.values[i], one.interval(i)
            if value is None:
                yield "–"
            else:
                around = f" ({span(interval.lower, interval.upper, self.unit, self.places)})" if interval else ""
                yield f"{number(value, self.places)}{spaced(self.unit)}{around}"

    def _frame(self) -> Frame:
        values = [value for one in self.lines for value in one.values if value is not None]
        ends = [end for one in self.lines for each in one.intervals if each for end in (each.lower, each.upper)]
        target = [] if self.target is None else [self.target]
        return frame_for([*values, *ends, *target], self.unit, points=len(self.periods), right=WIDTH - self._room)

    def _line(self, frame: Frame, number_: int) -> Iterator[str]:
        one, stroke, shape = self.lines[number_], _STROKES[number_], _SHAPES[number_]
        for known, stretch in groupby(enumerate(one.values), key=lambda pair: pair[1] is not None):
            if known:
                corners = [(frame.x.at(i), frame.y.at(value or 0.0)) for i, value in stretch]
                yield polyline(corners, stroke=stroke, stroke_width=2, stroke_dasharray=DASHES[number_])
        for i, value in enumerate(one.values):
            if value is not None:
                yield from _whisker(frame, i, one.interval(i), stroke)
                yield mark(shape, frame.x.at(i), frame.y.at(value), 4, fill=stroke)

    def _names(self) -> Iterator[tuple[float, str]]:
        for one in self.lines:
            last = next((value for value in reversed(one.values) if value is not None), None)
            if last is not None:
                figure = f" {self._named(last)}"
                yield last, shortened(one.name, NAMED - 24 - width_of(figure)) + figure
        if self.target is not None:
            yield self.target, f"Target {self._named(self.target)}"

    def _named(self, value: float) -> str:
        return f"{number(value, self.places)}{' %' if self.unit == '%' else ''}"

    @property
    def _room(self) -> float:
        return 24 + max((width_of(name) for _, name in self._names()), default=0)

    def _key(self) -> Iterator[tuple[str, str]]:
        for i, one in enumerate(self.lines):
            stroke = _STROKES[i]
            dashed = line(-9, 0, 9, 0, stroke=stroke, stroke_width=2, stroke_dasharray=DASHES[i])
            yield dashed + mark(_SHAPES[i], 0, 0, 4, fill=stroke), one.name
        if self._has_intervals:
            yield "".join(_bar(0, -7, 7, GREY)), "95 % interval"


def _whisker(frame: Frame, i: int, interval: Interval | None, stroke: str) -> list[str]:
    if interval is None:
        return []
    return _bar(frame.x.at(i), frame.y.at(interval.upper), frame.y.at(interval.lower), stroke)


def _bar(x: float, top: float, bottom: float, stroke: str) -> list[str]:
    ends = [line(x - 4, y, x + 4, y, stroke=stroke, stroke_width=1.25) for y in (top, bottom)]
    return [line(x, top, x, bottom, stroke=stroke, stroke_width=1.25), *ends]
