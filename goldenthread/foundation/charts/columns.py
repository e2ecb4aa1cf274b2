"""How a plan stood at the end of each month: columns of colours that also have a letter, a pattern and a place."""

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.foundation.charts.chart import WIDTH, Chart, ChartTable, Drawing
from goldenthread.foundation.charts.frame import Frame, key
from goldenthread.foundation.charts.looks import LOOKS, ground, patterns, sign
from goldenthread.foundation.charts.palette import QUIET
from goldenthread.foundation.charts.scale import Scale, nice_ticks
from goldenthread.foundation.charts.svg import rect, text

LEFT, RIGHT, TOP, HIGH, WIDEST = 40.0, 600.0, 28.0, 260.0, 46.0  # right of it, half of the last period's name


@dataclass(frozen=True, slots=True)
class Layer:
    """One colour over the months, from the foot upwards. `look`: blue, green, amber, red or white."""

    look: str
    word: str
    meaning: str
    values: tuple[int, ...]

    @property
    def letter(self) -> str:
        """Grey, which is white to readers of red, amber and green, has Green's first letter: it stands without one."""
        return "–" if self.word == "Grey" else self.word[0]


@dataclass(frozen=True, kw_only=True)
class ColourColumns(Chart):
    """Every layer has a value for every period, 0 too: each column is the whole plan at that day."""

    periods: tuple[str, ...]
    layers: tuple[Layer, ...]
    counted: str = "actions"

    def drawing(self) -> Drawing:
        frame = self._frame()
        parts = [patterns(self.identity), *frame.axes, *frame.periods(self.periods)]
        for place in range(len(self.periods)):
            parts += self._column(frame, place)
        if not any(self._totals):
            parts.append(text(f"No {self.counted} yet", WIDTH / 2, TOP + HIGH / 2, anchor="middle", fill=QUIET))
        below, height = key([(sign(one.look), _named(one)) for one in self.layers], LEFT, WIDTH - 8, frame.bottom + 46)
        return Drawing(height, [*parts, *below])

    def table(self) -> ChartTable:
        rows = tuple(
            (period, *(str(one.values[place]) for one in self.layers), str(self._totals[place]))
            for place, period in enumerate(self.periods)
        )
        head = ("At the end of", *(one.word for one in self.layers), "Total")
        meanings = " ".join(f"{one.word}: {one.meaning}." for one in self.layers)
        return ChartTable(self.title, head, rows, meanings)

    @property
    def _totals(self) -> list[int]:
        return [sum(one.values[place] for one in self.layers) for place in range(len(self.periods))]

    def _frame(self) -> Frame:
        ticks = nice_ticks(0, max(self._totals, default=0) or 1)
        half = (RIGHT - LEFT) / max(len(self.periods), 1) / 2
        x = Scale(0, max(len(self.periods) - 1, 1), LEFT + half, RIGHT - half)
        y = Scale(0, ticks[-1], TOP + HIGH, TOP)
        return Frame(LEFT, RIGHT, TOP, TOP + HIGH, x, y, tuple(ticks), self.counted)

    def _column(self, frame: Frame, place: int) -> Iterator[str]:
        wide = min((RIGHT - LEFT) / len(self.periods) - 2, WIDEST)
        middle, under = frame.x.at(place), 0
        for one in self.layers:
            count = one.values[place]
            top, foot = frame.y.at(under + count), frame.y.at(under)
            under += count
            if not count:
                continue
            look = LOOKS[one.look]
            filled = ground(self.identity, one.look)
            yield rect(middle - wide / 2, top, wide, foot - top, fill=filled, stroke=look.sign, stroke_width=1)
            if foot - top >= 16 and wide >= 12:
                at = (top + foot) / 2
                yield rect(middle - 6, at - 8, 12, 16, fill="#ffffff", rx=2)
                yield text(one.letter, middle, at + 4, anchor="middle", font_weight="bold", fill=look.sign)


def _named(one: Layer) -> str:
    return f"{one.word} ({one.letter}): {one.meaning}"
