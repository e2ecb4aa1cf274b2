"""How long open cases have been open, by band of weeks: the side of timeliness that a percentage hides."""

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.foundation.charts.chart import WIDTH, Chart, ChartTable, Drawing
from goldenthread.foundation.charts.frame import frame_for, key
from goldenthread.foundation.charts.palette import INK, ORANGE, SERIES
from goldenthread.foundation.charts.scale import Scale
from goldenthread.foundation.charts.svg import element, line, rect, text, wrapped
from goldenthread.rules.statistics.rounding import number, share


@dataclass(frozen=True, slots=True)
class AgeBand:
    """So many open cases of this age; `late` when the whole band is past the law's limit."""

    name: str
    count: int
    late: bool = False


@dataclass(frozen=True, kw_only=True)
class AgesChart(Chart):
    """Bands in order of age, the late ones last. `limit` names the line between them: “20 weeks”."""

    bands: tuple[AgeBand, ...]
    limit: str = "20 weeks"
    counted: str = "open cases"

    def drawing(self) -> Drawing:
        frame = frame_for(
            [0.0, *(float(band.count) for band in self.bands)], self.counted, points=2, right=WIDTH - 16, top=44
        )
        slots = Scale(0, max(len(self.bands), 1), frame.left, frame.right)
        parts = [self._hatch(), *frame.axes]
        for i, band in enumerate(self.bands):
            left, right, top = slots.at(i + 0.18), slots.at(i + 0.82), frame.y.at(band.count)
            parts.append(self._column(band, left, right, top, frame.bottom))
            middle = (left + right) / 2
            parts.append(text(number(band.count), middle, top - 6, anchor="middle", size=13, font_weight="bold"))
            for n, words in enumerate(wrapped(band.name, slots.at(1) - slots.at(0) - 6)):
                parts.append(text(words, middle, frame.bottom + 18 + 14 * n, anchor="middle"))
        parts += self._limit(slots, frame.top, frame.bottom)
        below, height = key(self._key(), frame.left, WIDTH - 8, frame.bottom + 58)
        return Drawing(height, [*parts, *below])

    def table(self) -> ChartTable:
        total = sum(band.count for band in self.bands)
        late = sum(band.count for band in self.bands if band.late)
        rows = tuple((band.name, number(band.count), "yes" if band.late else "no") for band in self.bands)
        head = ("Open for", self.counted.capitalize(), f"Past {self.limit}")
        return ChartTable(self.title, head, rows, f"Past {self.limit}: {share(late, total, self.counted)}.")

    def _hatch(self) -> str:
        """Late columns are hatched: seen without colour."""
        stripe = line(0, 0, 0, 8, stroke=ORANGE, stroke_width=5)
        ground = rect(0, 0, 8, 8, fill="#f3d3c1")
        return element(
            "defs",
            element(
                "pattern",
                ground,
                stripe,
                id=f"{self.identity}-late",
                width=8,
                height=8,
                patternUnits="userSpaceOnUse",
                patternTransform="rotate(45)",
            ),
        )

    def _column(self, band: AgeBand, left: float, right: float, top: float, bottom: float) -> str:
        return rect(left, top, right - left, bottom - top, fill=self._fill(band.late), stroke=INK, stroke_width=0.75)

    def _fill(self, late: bool) -> str:
        return f"url(#{self.identity}-late)" if late else SERIES[1]

    def _limit(self, slots: Scale, top: float, bottom: float) -> Iterator[str]:
        first = next((i for i, band in enumerate(self.bands) if band.late), None)
        if first is None:
            return
        x = slots.at(first)
        yield line(x, top - 30, x, bottom, stroke=INK, stroke_width=1.5, stroke_dasharray="12 3 3 3")
        yield text(f"Past {self.limit} →", x + 6, top - 22, font_weight="bold")

    def _key(self) -> list[tuple[str, str]]:
        looks = ((False, f"Within {self.limit}"), (True, f"Past {self.limit}"))
        return [(rect(-7, -6, 14, 12, fill=self._fill(late), stroke=INK), words) for late, words in looks]
