"""How a plan's actions stand, as one bar of colours that also have a letter, a word, a shape and a pattern."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from goldenthread.foundation.charts.chart import WIDTH, Chart, ChartTable, Drawing
from goldenthread.foundation.charts.frame import key
from goldenthread.foundation.charts.marks import Shape, mark
from goldenthread.foundation.charts.palette import INK, QUIET
from goldenthread.foundation.charts.scale import spread
from goldenthread.foundation.charts.svg import element, line, rect, text, width_of
from goldenthread.rules.statistics.rounding import percent

LEFT, RIGHT, TOP, HIGH = 8.0, 632.0, 8.0, 52.0


class Look(NamedTuple):
    word: str
    meaning: str
    ground: str
    sign: str
    shape: Shape
    pattern: str  # strokes in a tile of 10 px


_LOOKS = {
    "blue": Look("Blue", "complete", "#c5d9f0", "#1d4f8f", Shape.SQUARE, "M0 5H10M5 0V10"),
    "green": Look("Green", "on track", "#cfe8d4", "#00592f", Shape.CIRCLE, ""),
    "amber": Look("Amber", "minor issue", "#fde3b0", "#8a5300", Shape.TRIANGLE, "M0 10L10 0"),
    "red": Look("Red", "significant issue", "#f3c9c5", "#a11c12", Shape.DIAMOND, "M0 10L10 0M0 0L10 10"),
    "white": Look("White", "not started", "#ffffff", "#484949", Shape.CIRCLE, ""),
}


@dataclass(frozen=True, kw_only=True)
class BragBar(Chart):
    """Counts by colour (blue, green, amber, red, white). All are in the key and the table, 0 too: it adds up."""

    counts: Mapping[str, int]
    counted: str = "actions"

    def drawing(self) -> Drawing:
        parts = [element("defs", *(self._pattern(name) for name, look in _LOOKS.items() if look.pattern))]
        x, edges = LEFT, []
        for name, count in self._shown():
            wide = (RIGHT - LEFT) * count / max(self._total, 1)
            parts += self._segment(name, x, wide)
            edges.append((name, count, x + wide / 2, wide))
            x += wide
        if not self._total:
            parts.append(rect(LEFT, TOP, RIGHT - LEFT, HIGH, fill="none", stroke=QUIET, stroke_dasharray="4 4"))
            parts.append(text(f"No {self.counted} yet", WIDTH / 2, TOP + HIGH / 2 + 4, anchor="middle"))
        parts += _labels(edges)
        below, height = key(list(self._key()), LEFT, RIGHT, TOP + HIGH + 52)
        return Drawing(height, [*parts, *below])

    def table(self) -> ChartTable:
        rows = [
            (f"{look.word} ({look.meaning})", str(self.counts.get(name, 0)), self._share(name))
            for name, look in _LOOKS.items()
        ]
        rows.append(("Total", str(self._total), percent(100, 0) if self._total else "–"))
        return ChartTable(self.title, ("Colour", self.counted.capitalize(), "Share"), tuple(rows))

    @property
    def _total(self) -> int:
        return sum(self.counts.get(name, 0) for name in _LOOKS)

    def _share(self, name: str) -> str:
        return percent(100 * self.counts.get(name, 0) / self._total) if self._total else "–"

    def _shown(self) -> Iterator[tuple[str, int]]:
        return ((name, self.counts[name]) for name in _LOOKS if self.counts.get(name, 0) > 0)

    def _pattern(self, name: str) -> str:
        look = _LOOKS[name]
        strokes = element("path", d=look.pattern, stroke=look.sign, stroke_width=0.75, stroke_opacity=0.45, fill="none")
        tile = (rect(0, 0, 10, 10, fill=look.ground), strokes)
        return element("pattern", *tile, id=self._id(name), width=10, height=10, patternUnits="userSpaceOnUse")

    def _id(self, name: str) -> str:
        return f"{self.identity}-{name}"

    def _fill(self, name: str) -> str:
        look = _LOOKS[name]
        return f"url(#{self._id(name)})" if look.pattern else look.ground

    def _segment(self, name: str, x: float, wide: float) -> Iterator[str]:
        look = _LOOKS[name]
        inner = max(wide - 2, 1.5)  # white between neighbours
        yield rect(x + 1, TOP, inner, HIGH, fill=self._fill(name), stroke=look.sign, stroke_width=1.5)
        if wide >= 22:
            y = TOP + HIGH / 2
            yield rect(x + wide / 2 - 9, y - 11, 18, 22, fill="#ffffff", rx=3)
            yield text(look.word[0], x + wide / 2, y + 6, anchor="middle", size=16, font_weight="bold", fill=look.sign)

    def _key(self) -> Iterator[tuple[str, str]]:
        for name, look in _LOOKS.items():
            filled = "#ffffff" if name == "white" else look.sign
            sign = mark(look.shape, 0, 0, 5, fill=filled, stroke=look.sign, stroke_width=1.5)
            yield sign, f"{look.word} ({look.word[0]}): {look.meaning}, {self.counts.get(name, 0)}"


def _labels(edges: list[tuple[str, int, float, float]]) -> Iterator[str]:
    """“49 Green” under each segment, moved aside where segments are narrow."""
    words = [f"{count} {_LOOKS[name].word}" for name, count, _, _ in edges]
    middles = [middle for _, _, middle, _ in edges]
    apart = max((width_of(each, 13) for each in words), default=0) + 8
    y = TOP + HIGH
    for each, middle, place in zip(words, middles, spread(middles, apart, LEFT + 26, RIGHT - 26), strict=True):
        yield line(middle, y, place, y + 9, stroke=INK)
        yield text(each, place, y + 22, anchor="middle", size=13)
