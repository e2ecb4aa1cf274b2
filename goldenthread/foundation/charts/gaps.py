"""The gap chart: children with SEN beside those without, and how far apart they are in each period."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from goldenthread.foundation.charts.chart import ChartTable, Drawing
from goldenthread.foundation.charts.lines import LineChart
from goldenthread.foundation.charts.palette import AXIS
from goldenthread.foundation.charts.svg import line
from goldenthread.rules.statistics.gap import Gap
from goldenthread.rules.statistics.rounding import number, span


@dataclass(frozen=True, kw_only=True)
class GapChart(LineChart):
    """Two lines, the first that of children with SEN; the table has the gap of each period with its interval."""

    gaps: Sequence[Gap | None] = field(default=())

    def drawing(self) -> Drawing:
        drawn = super().drawing()
        frame, (first, second) = self._frame(), self.lines[:2]
        between = [
            line(frame.x.at(i), frame.y.at(one), frame.x.at(i), frame.y.at(other), stroke=AXIS, stroke_dasharray="2 3")
            for i, (one, other) in enumerate(zip(first.values, second.values, strict=True))
            if one is not None and other is not None
        ]
        return Drawing(drawn.height, [*between, *drawn.body])

    def table(self) -> ChartTable:
        plain = super().table()
        rows = tuple((*row, self._gap(i)) for i, row in enumerate(plain.rows))
        note = f"{plain.note} A gap is positive where children with SEN fare worse; in brackets its 95 % interval."
        return ChartTable(plain.caption, (*plain.head, "Gap"), rows, note)

    def _gap(self, i: int) -> str:
        found = self.gaps[i] if i < len(self.gaps) else None
        if found is None:
            return "–"
        ends = span(found.interval.lower, found.interval.upper, places=self.places)
        return f"{number(found.interval.value, self.places)} {found.unit} ({ends})"
