"""How likely it is to be finished by each month's end: a share of runs that can only rise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goldenthread.foundation.charts.chart import WIDTH, Chart, ChartTable, Drawing
from goldenthread.foundation.charts.frame import Frame, end_names, frame_for, key
from goldenthread.foundation.charts.palette import BLUE, DASHES, GREY, INK
from goldenthread.foundation.charts.svg import line, polyline, text, width_of
from goldenthread.rules.statistics.rounding import number, percent

_STROKES = (BLUE, GREY)


@dataclass(frozen=True, slots=True)
class Rising:
    """Of `of` runs, how many have finished by each month's end."""

    name: str
    counts: Sequence[int]
    of: int

    @property
    def shares(self) -> list[float]:
        return [100 * count / self.of for count in self.counts]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stated end, at the month (counted from 0) in which it falls."""

    month: int
    name: str


@dataclass(frozen=True, kw_only=True)
class CompletionChart(Chart):
    """One or two lines over the same months, and the ends that were stated among them."""

    months: tuple[str, ...]
    lines: tuple[Rising, ...]
    marks: tuple[Mark, ...] = ()

    def drawing(self) -> Drawing:
        room = 24 + max((width_of(each.name) for each in self.lines), default=0)
        frame = frame_for([0.0, 100.0], "%", points=len(self.months), right=WIDTH - room, top=28 + 16 * len(self.marks))
        parts = [*frame.axes, *frame.periods(self.months), *self._marks(frame)]
        for i, each in enumerate(self.lines):
            corners = [(frame.x.at(n), frame.y.at(share)) for n, share in enumerate(each.shares)]
            parts.append(polyline(corners, stroke=_STROKES[i], stroke_width=2.5, stroke_dasharray=DASHES[i]))
        parts += end_names(frame, [(each.shares[-1], each.name) for each in self.lines], frame.right - 6)
        below, height = key(list(self._key()), frame.left, WIDTH - 8, frame.bottom + 46)
        return Drawing(height, [*parts, *below])

    def table(self) -> ChartTable:
        rows = tuple(
            (month, *(f"{number(each.counts[n])} ({percent(each.shares[n], 0)})" for each in self.lines))
            for n, month in enumerate(self.months)
        )
        head = ("By the end of", *(each.name for each in self.lines))
        of = number(self.lines[0].of) if self.lines else "0"
        return ChartTable(
            self.title, head, rows, f"Each cell: how many of {of} runs have finished by then, and their share."
        )

    def _marks(self, frame: Frame) -> Iterator[str]:
        """The later, the lower: so no line crosses the name of one before it."""
        for n, mark in enumerate(sorted(self.marks, key=lambda one: one.month, reverse=True)):
            x, y = frame.x.at(mark.month), frame.top - 10 - 16 * n
            yield line(x, y - 4, x, frame.bottom, stroke=INK, stroke_width=1.25, stroke_dasharray="12 3 3 3")
            right = x + 7 + width_of(mark.name) <= WIDTH - 4
            yield text(mark.name, x + 6 if right else x - 6, y, anchor="start" if right else "end", font_weight="bold")

    def _key(self) -> Iterator[tuple[str, str]]:
        for i, each in enumerate(self.lines):
            dashed = line(-9, 0, 9, 0, stroke=_STROKES[i], stroke_width=2.5, stroke_dasharray=DASHES[i])
            yield dashed, each.name
        if self.marks:
            yield line(0, -7, 0, 7, stroke=INK, stroke_width=1.25, stroke_dasharray="12 3 3 3"), "A stated end"
