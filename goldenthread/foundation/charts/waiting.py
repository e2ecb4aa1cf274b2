"""The survival curve, said as families feel it: of all requests, how many are still waiting after so many weeks."""

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.foundation.charts.chart import WIDTH, Chart, ChartTable, Drawing
from goldenthread.foundation.charts.frame import Frame, frame_for, key
from goldenthread.foundation.charts.palette import AXIS, BAND, BLUE, ORANGE, QUIET
from goldenthread.foundation.charts.scale import Scale, nice_ticks
from goldenthread.foundation.charts.svg import corners, element, line, polyline, rect, text
from goldenthread.rules.statistics.rounding import number, percent, span
from goldenthread.rules.statistics.survival import START, Curve, Step, staircase

WEEK = 7


@dataclass(frozen=True, kw_only=True)
class WaitingChart(Chart):
    """A Kaplan–Meier curve of days, drawn in weeks. `limit_weeks` is the law's; at `last_week` the picture ends."""

    curve: Curve
    limit_weeks: int | None = 20
    last_week: int = 60
    waiting: str = "still waiting"

    def drawing(self) -> Drawing:
        frame = self._frame()
        parts = [self._band(frame), *frame.axes, *self._weeks(frame), *self._limit(frame)]
        stairs = [(frame.x.at(day), frame.y.at(100 * share)) for day, share in self._visible(staircase(self.curve))]
        parts.append(polyline(stairs, stroke=BLUE, stroke_width=2.25))
        items = [
            (line(-8, 0, 8, 0, stroke=BLUE, stroke_width=2.25), f"Share {self.waiting}"),
            (rect(-8, -6, 16, 12, fill=BAND), "95 % interval"),
        ]
        below, height = key(items, frame.left, WIDTH - 8, frame.bottom + 68)
        return Drawing(height, [*parts, *below])

    def table(self) -> ChartTable:
        """Every fourth week, and the law's."""
        weeks = sorted({*range(0, self._last_week + 1, 4), *([self.limit_weeks] if self._limit_seen else [])})
        rows = tuple(self._row(week) for week in weeks)
        note = (
            f"{number(self.curve.cases)} cases, {number(self.curve.finished)} finished; open cases count as long as "
            f"they have been open. {self._median}"
        )
        return ChartTable(self.title, ("Weeks", f"Share {self.waiting}", "95 % interval"), rows, note)

    @property
    def _last_week(self) -> int:
        return max(min(self.last_week, self.curve.longest // WEEK), 1)

    @property
    def _limit_seen(self) -> bool:
        return self.limit_weeks is not None and self.limit_weeks <= self._last_week

    @property
    def _median(self) -> str:
        median = self.curve.median
        if median is None:
            return "Half have not finished yet."
        return f"Half had finished by day {median} ({number(median / WEEK, 1)} weeks)."

    def _row(self, week: int) -> tuple[str, ...]:
        step = self._at(week * WEEK)
        return str(week), percent(100 * step.surviving), span(100 * step.lower, 100 * step.upper, "%", 1)

    def _at(self, day: int) -> Step:
        return next((step for step in reversed(self.curve.steps) if step.day <= day), START)

    def _frame(self) -> Frame:
        frame = frame_for([0.0, 100.0], "%", points=2, right=WIDTH - 20)
        days = Scale(0, self._last_week * WEEK, frame.left, frame.right)
        return Frame(frame.left, frame.right, frame.top, frame.bottom, days, frame.y, frame.ticks, "%")

    def _weeks(self, frame: Frame) -> Iterator[str]:
        for week in nice_ticks(0, self._last_week, 8):
            x = frame.x.at(week * WEEK)
            if x <= frame.right + 1:
                yield line(x, frame.bottom, x, frame.bottom + 5, stroke=AXIS)
                yield text(
                    number(week, 0 if week == int(week) else 1), x, frame.bottom + 19, anchor="middle", fill=QUIET
                )
        middle = (frame.left + frame.right) / 2
        yield text("Weeks since the request was received", middle, frame.bottom + 40, anchor="middle", fill=QUIET)

    def _visible(self, stairs: list[tuple[int, float]]) -> list[tuple[int, float]]:
        """The stairs up to the picture's edge, level to the edge itself."""
        last = self._last_week * WEEK
        kept = [corner for corner in stairs if corner[0] <= last]
        return [*kept, (last, kept[-1][1])] if stairs[-1][0] > last else kept

    def _band(self, frame: Frame) -> str:
        steps, last = (START, *self.curve.steps), self._last_week * WEEK
        ends = [*(step.day for step in steps[1:]), self.curve.longest]
        upper, lower = [], []
        for step, end in zip(steps, ends, strict=True):
            if step.day <= last:
                for day in (step.day, min(end, last)):
                    upper.append((frame.x.at(day), frame.y.at(100 * step.upper)))
                    lower.append((frame.x.at(day), frame.y.at(100 * step.lower)))
        return element("polygon", points=corners([*upper, *reversed(lower)]), fill=BAND)

    def _limit(self, frame: Frame) -> Iterator[str]:
        if self.limit_weeks is None or not self._limit_seen:
            return
        x = frame.x.at(self.limit_weeks * WEEK)
        step = self._at(self.limit_weeks * WEEK)
        yield line(x, frame.top - 20, x, frame.bottom, stroke=ORANGE, stroke_width=2, stroke_dasharray="12 3 3 3")
        words = f"{self.limit_weeks} weeks: {percent(100 * step.surviving, 0)} {self.waiting}"
        yield text(words, x + 7, frame.top - 10, font_weight="bold")
