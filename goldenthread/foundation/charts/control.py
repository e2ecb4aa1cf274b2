"""The control chart (XmR): points by shape and colour, mean, limits, target, and where a new process began."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from goldenthread.foundation.charts.chart import WIDTH, Chart, ChartTable, Drawing
from goldenthread.foundation.charts.frame import Frame, end_names, frame_for, key
from goldenthread.foundation.charts.marks import Shape, mark
from goldenthread.foundation.charts.palette import AXIS, BLUE, GREY, INK, ORANGE, PAPER, PURPLE, QUIET
from goldenthread.foundation.charts.svg import element, line, polyline, shortened, text
from goldenthread.rules.statistics.judgement import FIRM_FROM, Group, Judgement, Method, Point, Signal, Verdict
from goldenthread.rules.statistics.rounding import number, spaced

RIGHT = 128  # px kept for the names of the lines
FIRM, TRIAL, NEAR = "7 4", "3 5", "1.5 4"  # dashes
_WIDENED = {Method.P: "", Method.LANEY: ", widened as the series itself varies more than chance (Laney’s p′)"}
Limits = Callable[[Point], tuple[float, float] | None]
_LOOKS = {
    Verdict.COMMON: (Shape.CIRCLE, PAPER, GREY, "Common cause"),
    Verdict.IMPROVEMENT: (Shape.SQUARE, BLUE, BLUE, "Improvement"),
    Verdict.CONCERN: (Shape.TRIANGLE, ORANGE, ORANGE, "Concern"),
    Verdict.NEUTRAL_HIGH: (Shape.DIAMOND, PURPLE, PURPLE, "Unusually high"),
    Verdict.NEUTRAL_LOW: (Shape.DIAMOND, PAPER, PURPLE, "Unusually low"),
}
_SIGNALS = {
    Signal.NONE: "",
    Signal.OUTSIDE: "beyond a limit",
    Signal.TREND: "part of a trend",
    Signal.TWO_OF_THREE: "2 of 3 close to a limit",
    Signal.RUN: "part of a run on one side of the mean",
}


@dataclass(frozen=True, kw_only=True)
class ControlChart(Chart):
    """A judged series with its periods' names ("Apr 2026"), one for each point. `places`: decimals shown."""

    chart: Judgement
    periods: tuple[str, ...]
    unit: str = ""
    places: int = 0
    near_limits: bool = False

    def drawing(self) -> Drawing:
        frame = self._frame()
        parts = [*frame.axes, *frame.periods(self.periods)]
        for group in self.chart.groups:
            parts += self._lines(frame, group)
        parts += self._target(frame)
        parts += _path(frame, self.chart.points)
        parts += [self._mark(frame, i, point) for i, point in enumerate(self.chart.points) if point.value is not None]
        parts += end_names(frame, list(self._names()), frame.right)
        below, height = key(list(self._key()), frame.left, WIDTH - 8, frame.bottom + 46)
        parts += below
        causes, height = self._rebases(frame, height)
        return Drawing(height, [*parts, *causes])

    def table(self) -> ChartTable:
        rows = tuple(self._row(name, point) for name, point in zip(self.periods, self.chart.points, strict=True))
        rules = self.chart.rules
        note = (
            f"Common cause: the usual ups and downs. {self._limits_are}"
            f"A run is {rules.run_length} points on one side of the mean; a trend is {rules.trend_length} points each "
            "higher, or each lower, than the one before."
        )
        causes = [f" {letter}: {cause}." for letter, _, cause in self._new_processes()]
        head = ("Period", "Value", "Mean", "Lower limit", "Upper limit", "Verdict", "Why")
        return ChartTable(self.title, head, rows, note + "".join(causes))

    @property
    def _limits_are(self) -> str:
        chart = self.chart
        screened = ", outlying ranges left out" if chart.rules.screen_outliers else ""
        found = f"Limits: mean ± 2.66 mean moving ranges{screened}. "
        if chart.method is not Method.XMR:
            found = f"Limits: mean ± 3 standard errors of each point’s own number{_WIDENED[chart.method]}. "
        trial = [group for group in chart.groups if group.trial and group.reach is not None]
        return found + (f"Trial limits stand on fewer than {FIRM_FROM} points. " if trial else "")

    def _row(self, name: str, point: Point) -> tuple[str, ...]:
        figures = (self._shown(each) for each in (point.value, point.mean, point.lower, point.upper))
        word = _LOOKS[point.verdict][3] if point.verdict else "Not recorded"
        return (name, *figures, word, _SIGNALS[point.signal])

    def _shown(self, value: float | None) -> str:
        if value is None:
            return "–"
        return f"{number(self._within(value), self.places)}{spaced(self.unit)}"

    def _named(self, value: float) -> str:
        """Beside a line there is room for a sign, not for a word; the axis has the word."""
        return self._shown(value) if self.unit == "%" else number(value, self.places)

    def _within(self, value: float) -> float:
        """A limit as it is drawn: no percentage can be beyond 0 or 100, unless the values themselves are."""
        if self.unit != "%":
            return value
        recorded = [point.value for point in self.chart.points if point.value is not None]
        return min(max(value, 0.0), max(100.0, *recorded)) if min(recorded) >= 0 else value

    def _frame(self) -> Frame:
        points = self.chart.points
        drawn = [each for point in points for each in (point.value, point.lower, point.upper, point.mean)]
        values = [self._within(each) for each in (*drawn, self.chart.target) if each is not None]
        return frame_for(values, self.unit, points=len(points), right=WIDTH - RIGHT)

    def _lines(self, frame: Frame, group: Group) -> Iterator[str]:
        """The mean and limits of one group, half a step beyond its points at each end, inside the frame."""
        start = max(frame.x.at(group.start - 0.5), frame.left)
        stop = min(frame.x.at(group.stop - 0.5), frame.right)
        if group.mean is not None:
            y = frame.y.at(self._within(group.mean))
            yield line(start, y, stop, y, stroke=INK, stroke_width=1.5)
        dash = TRIAL if group.trial else FIRM
        for limits, pattern in ((_outer, dash), *(((_near, NEAR),) if self.near_limits else ())):
            for corners in self._steps(frame, group, limits):
                yield polyline(corners, stroke=QUIET, stroke_width=1.25, stroke_dasharray=pattern)

    def _steps(self, frame: Frame, group: Group, limits: Limits) -> Iterator[list[tuple[float, float]]]:
        """The lower and the upper limit: level on an XmR chart, on a p-chart a step for each point that has one."""
        pairs = [(i, limits(self.chart.points[i])) for i in range(group.start, group.stop)]
        for end in (0, 1):
            corners: list[tuple[float, float]] = []
            for i, pair in pairs:
                if pair is not None:
                    y = frame.y.at(self._within(pair[end]))
                    start, stop = (min(max(frame.x.at(i + half), frame.left), frame.right) for half in (-0.5, 0.5))
                    corners += [(start, y), (stop, y)]
            if corners:
                yield corners if self.chart.method is not Method.XMR else [corners[0], corners[-1]]

    def _target(self, frame: Frame) -> list[str]:
        if self.chart.target is None:
            return []
        y = frame.y.at(self._within(self.chart.target))
        return [line(frame.left, y, frame.right, y, stroke=ORANGE, stroke_width=2, stroke_dasharray="12 3 3 3")]

    def _names(self) -> Iterator[tuple[float, str]]:
        group = next(group for group in reversed(self.chart.groups) if group.recorded)
        for name, value in (("Upper limit", group.upper), ("Mean", group.mean), ("Lower limit", group.lower)):
            if value is not None and not (group.constant and name != "Mean"):
                yield self._within(value), f"{name} {self._named(value)}"
        if self.chart.target is not None:
            yield self._within(self.chart.target), f"Target {self._named(self.chart.target)}"

    def _mark(self, frame: Frame, i: int, point: Point) -> str:
        shape, fill, stroke, word = _LOOKS[point.verdict or Verdict.COMMON]
        told = element("title", f"{_plain(self.periods[i])}: {self._shown(point.value)}. {word}")
        drawn = mark(
            shape, frame.x.at(i), frame.y.at(point.value or 0.0), 4.2, fill=fill, stroke=stroke, stroke_width=1.5
        )
        return element("g", told, drawn)

    def _key(self) -> Iterator[tuple[str, str]]:
        present = {point.verdict for point in self.chart.points}
        for verdict, (shape, fill, stroke, word) in _LOOKS.items():
            if verdict in present:
                yield mark(shape, 0, 0, 4.6, fill=fill, stroke=stroke, stroke_width=1.5), word
        yield line(-8, 0, 8, 0, stroke=INK, stroke_width=1.5), "Mean"
        kinds = {group.trial for group in self.chart.groups if group.reach is not None}
        for trial, dash, words in ((False, FIRM, "Limits"), (True, TRIAL, f"Trial limits: under {FIRM_FROM} points")):
            if trial in kinds:
                yield line(-9, 0, 9, 0, stroke=QUIET, stroke_width=1.25, stroke_dasharray=dash), words
        if self.near_limits:
            yield line(-8, 0, 8, 0, stroke=QUIET, stroke_width=1.25, stroke_dasharray=NEAR), "Near limits"
        if self.chart.target is not None:
            yield line(-8, 0, 8, 0, stroke=ORANGE, stroke_width=2, stroke_dasharray="12 3 3 3"), "Target"

    def _new_processes(self) -> Iterator[tuple[str, int, str]]:
        for i, group in enumerate(self.chart.groups[1:]):
            yield chr(ord("A") + i), group.start, f"new limits from {self.periods[group.start]}, {group.cause}"

    def _rebases(self, frame: Frame, height: float) -> tuple[list[str], float]:
        parts = []
        for letter, start, cause in self._new_processes():
            x = frame.x.at(start - 0.5)
            parts.append(line(x, frame.top - 6, x, frame.bottom, stroke=AXIS, stroke_dasharray="3 3"))
            parts.append(text(letter, x, frame.top - 11, anchor="middle", font_weight="bold"))
            parts.append(text(shortened(f"{letter}: {cause}", WIDTH - frame.left - 8), frame.left, height))
            height += 18
        return parts, height


def _outer(point: Point) -> tuple[float, float] | None:
    return None if point.lower is None or point.upper is None else (point.lower, point.upper)


def _near(point: Point) -> tuple[float, float] | None:
    return point.near_limits


def _plain(words: str) -> str:
    return words.replace("&", "and").replace("<", "").replace(">", "")


def _path(frame: Frame, points: tuple[Point, ...]) -> list[str]:
    """The line from point to point, broken where a value is missing."""
    parts = []
    for known, stretch in groupby(enumerate(points), key=lambda pair: pair[1].value is not None):
        if known:
            corners = [(frame.x.at(i), frame.y.at(point.value or 0.0)) for i, point in stretch]
            parts.append(polyline(corners, stroke=GREY, stroke_width=1.5))
    return parts
