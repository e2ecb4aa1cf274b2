"""The funnel chart: places by size, between the limits that chance allows. Who is unusual, not who is last."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from goldenthread.foundation.charts.chart import WIDTH, Chart, ChartTable, Drawing
from goldenthread.foundation.charts.frame import Frame, end_names, frame_for, key
from goldenthread.foundation.charts.marks import Shape, mark
from goldenthread.foundation.charts.palette import AXIS, BLUE, GREY, INK, PAPER, PURPLE, QUIET
from goldenthread.foundation.charts.scale import Scale, nice_ticks, sparse
from goldenthread.foundation.charts.svg import element, line, polyline, shortened, text
from goldenthread.rules.statistics.funnel import Funnel, FunnelPoint, Limits, Standing
from goldenthread.rules.statistics.rounding import number, spaced

RIGHT = 104  # px kept for the names of the lines
UNUSUAL, LOOK = "7 4", "1.5 4"
_LOOKS = {
    Standing.UNUSUALLY_HIGH: (Shape.DIAMOND, PURPLE, PURPLE, "Unusually high"),
    Standing.UNUSUALLY_LOW: (Shape.DIAMOND, PAPER, PURPLE, "Unusually low"),
    Standing.HIGH: (Shape.SQUARE, GREY, GREY, "High: worth a look"),
    Standing.LOW: (Shape.SQUARE, PAPER, GREY, "Low: worth a look"),
    Standing.INSIDE: (Shape.CIRCLE, PAPER, GREY, "As chance allows"),
}


@dataclass(frozen=True, kw_only=True)
class FunnelChart(Chart):
    """A judged funnel whose keys are the places' names. `own` is the one to point out; `size` names the denominator."""

    funnel: Funnel[str]
    size: str
    unit: str = "%"
    places: int = 1
    own: str = ""

    def drawing(self) -> Drawing:
        frame = self._frame()
        parts = [*frame.axes, *self._sizes(frame)]
        mean = frame.y.at(self.funnel.mean)
        parts.append(line(frame.left, mean, frame.right, mean, stroke=INK, stroke_width=1.5))
        parts += self._limits(frame)
        inside_first = sorted(self.funnel.points, key=lambda point: (point.key == self.own, -_order(point)))
        parts += [self._mark(frame, point) for point in inside_first]
        parts += end_names(frame, [(self.funnel.mean, f"Mean {self._figure(self.funnel.mean)}")], frame.right - 6)
        below, height = key(list(self._key()), frame.left, WIDTH - 8, frame.bottom + 66)
        return Drawing(height, [*parts, *below])

    def table(self) -> ChartTable:
        """The unusual first, then by name: never a rank."""
        rows = tuple(
            self._row(point) for point in sorted(self.funnel.points, key=lambda each: (_order(each), each.key))
        )
        note = (
            "Unusual: beyond the 99.8 % limits for its size. Worth a look: beyond the 95 % limits, where 1 in 20 would "
            "lie by chance alone. The list is no ranking."
        )
        left_out = f" Without a figure: {', '.join(self.funnel.left_out)}." if self.funnel.left_out else ""
        return ChartTable(self.title, ("Place", "Value", "Counted", self.size, "Standing"), rows, note + left_out)

    def _row(self, point: FunnelPoint[str]) -> tuple[str, ...]:
        counts = (number(point.numerator), number(point.denominator))
        return point.key, self._figure(point.value), *counts, _LOOKS[point.standing][3]

    def _figure(self, value: float) -> str:
        return f"{number(value, self.places)}{spaced(self.unit) if self.unit == '%' else ''}"

    def _frame(self) -> Frame:
        """As high as the places and the limits of all but the smallest: their limits run out of the picture."""
        sizes = sorted(point.denominator for point in self.funnel.points)
        middling = self.funnel.limits(sizes[len(sizes) // 4])
        values = [*(point.value for point in self.funnel.points), self.funnel.mean]
        frame = frame_for(
            [*values, middling.unusually_high, middling.unusually_low], self.unit, points=2, right=WIDTH - RIGHT
        )
        widest = nice_ticks(0, sizes[-1])[-1]
        return replace(frame, x=Scale(0, widest, frame.left, frame.right))

    def _sizes(self, frame: Frame) -> Iterator[str]:
        ticks = nice_ticks(0, frame.x.high)
        labels = [number(tick) for tick in ticks]
        for i in sparse(labels, frame.x.at(ticks[1]) - frame.x.at(ticks[0])):
            x = frame.x.at(ticks[i])
            yield line(x, frame.bottom, x, frame.bottom + 5, stroke=AXIS)
            yield text(labels[i], x, frame.bottom + 19, anchor="middle", fill=QUIET)
        yield text(self.size, (frame.left + frame.right) / 2, frame.bottom + 38, anchor="middle", fill=QUIET)

    def _limits(self, frame: Frame) -> Iterator[str]:
        curve = self.funnel.curve()
        for name, dash in (("unusually_low", UNUSUAL), ("low", LOOK), ("high", LOOK), ("unusually_high", UNUSUAL)):
            corners = [self._corner(frame, limits, name) for limits in curve]
            yield polyline(corners, stroke=QUIET, stroke_width=1.25, stroke_dasharray=dash)

    def _corner(self, frame: Frame, limits: Limits, name: str) -> tuple[float, float]:
        value = min(max(getattr(limits, name), frame.y.low), frame.y.high)
        return frame.x.at(limits.denominator), frame.y.at(value)

    def _mark(self, frame: Frame, point: FunnelPoint[str]) -> str:
        shape, fill, stroke, word = _LOOKS[point.standing]
        told = element("title", _plain(f"{point.key}: {self._figure(point.value)}. {word}"))
        x, y = frame.x.at(point.denominator), frame.y.at(point.value)
        ring = [element("circle", cx=x, cy=y, r=9, fill="none", stroke=BLUE, stroke_width=2.5)]
        drawn = mark(shape, x, y, 3.8, fill=fill, stroke=stroke, stroke_width=1.5)
        return element("g", told, drawn, *(ring if point.key == self.own else []))

    def _key(self) -> Iterator[tuple[str, str]]:
        present = {point.standing for point in self.funnel.points}
        for standing, (shape, fill, stroke, word) in _LOOKS.items():
            if standing in present:
                yield mark(shape, 0, 0, 4.4, fill=fill, stroke=stroke, stroke_width=1.5), word
        if any(point.key == self.own for point in self.funnel.points):
            ring = element("circle", cx=0, cy=0, r=6, fill="none", stroke=BLUE, stroke_width=2.5)
            yield ring, shortened(self.own, 240)
        yield line(-9, 0, 9, 0, stroke=QUIET, stroke_width=1.25, stroke_dasharray=LOOK), "95 % limits"
        yield line(-9, 0, 9, 0, stroke=QUIET, stroke_width=1.25, stroke_dasharray=UNUSUAL), "99.8 % limits"


def _order(point: FunnelPoint[str]) -> int:
    return list(_LOOKS).index(point.standing)


def _plain(words: str) -> str:
    return words.replace("&", "and").replace("<", "").replace(">", "")
