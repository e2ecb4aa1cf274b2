"""How a plan's actions stand, as one bar of colours that also have a letter, a word, a shape and a pattern."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from goldenthread.foundation.charts.chart import WIDTH, Chart, ChartTable, Drawing
from goldenthread.foundation.charts.frame import key
from goldenthread.foundation.charts.looks import LOOKS, ground, patterns, sign
from goldenthread.foundation.charts.palette import INK, QUIET
from goldenthread.foundation.charts.scale import spread
from goldenthread.foundation.charts.svg import line, rect, text, width_of
from goldenthread.rules.statistics.rounding import percent

LEFT, RIGHT, TOP, HIGH = 8.0, 632.0, 8.0, 52.0


@dataclass(frozen=True, kw_only=True)
class BragBar(Chart):
    """Counts by colour (blue, green, amber, red, white). All are in the key and the table, 0 too: it adds up."""

    counts: Mapping[str, int]
    counted: str = "actions"

    def drawing(self) -> Drawing:
        parts = [patterns(self.identity)]
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
            for name, look in LOOKS.items()
        ]
        rows.append(("Total", str(self._total), percent(100, 0) if self._total else "–"))
        return ChartTable(self.title, ("Colour", self.counted.capitalize(), "Share"), tuple(rows))

    @property
    def _total(self) -> int:
        return sum(self.counts.get(name, 0) for name in LOOKS)

    def _share(self, name: str) -> str:
        return percent(100 * self.counts.get(name, 0) / self._total) if self._total else "–"

    def _shown(self) -> Iterator[tuple[str, int]]:
        return ((name, self.counts[name]) for name in LOOKS if self.counts.get(name, 0) > 0)

    def _segment(self, name: str, x: float, wide: float) -> Iterator[str]:
        look = LOOKS[name]
        inner = max(wide - 2, 1.5)  # white between neighbours
        yield rect(x + 1, TOP, inner, HIGH, fill=ground(self.identity, name), stroke=look.sign, stroke_width=1.5)
        if wide >= 22:
            y = TOP + HIGH / 2
            yield rect(x + wide / 2 - 9, y - 11, 18, 22, fill="#ffffff", rx=3)
            yield text(look.word[0], x + wide / 2, y + 6, anchor="middle", size=16, font_weight="bold", fill=look.sign)

    def _key(self) -> Iterator[tuple[str, str]]:
        for name, look in LOOKS.items():
            yield sign(name), f"{look.word} ({look.word[0]}): {look.meaning}, {self.counts.get(name, 0)}"


def _labels(edges: list[tuple[str, int, float, float]]) -> Iterator[str]:
    """“49 Green” under each segment, moved aside where segments are narrow."""
    words = [f"{count} {LOOKS[name].word}" for name, count, _, _ in edges]
    middles = [middle for _, _, middle, _ in edges]
    apart = max((width_of(each, 13) for each in words), default=0) + 8
    y = TOP + HIGH
    for each, middle, place in zip(words, middles, spread(middles, apart, LEFT + 26, RIGHT - 26), strict=True):
        yield line(middle, y, place, y + 9, stroke=INK)
        yield text(each, place, y + 22, anchor="middle", size=13)
