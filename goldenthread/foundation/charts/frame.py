"""The paper a chart is drawn on: axes, gridlines, names at the ends of lines, a key."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.foundation.charts.palette import AXIS, GRID, INK, QUIET
from goldenthread.foundation.charts.scale import Scale, nice_ticks, sparse, spread, tick_labels
from goldenthread.foundation.charts.svg import SMALL, line, text, width_of

ROW = 20.0  # px from one row of the key to the next


@dataclass(frozen=True, slots=True)
class Frame:
    """The plot's edges in px, with its two scales."""

    left: float
    right: float
    top: float
    bottom: float
    x: Scale
    y: Scale
    ticks: tuple[float, ...]
    unit: str

    @property
    def axes(self) -> list[str]:
        """The gridlines with their figures, the base line, and the unit above where it is a word."""
        parts = []
        for tick, label in zip(self.ticks, tick_labels(self.ticks, self.unit), strict=True):
            y = self.y.at(tick)
            base = tick == self.ticks[0]
            parts.append(line(self.left, y, self.right, y, stroke=AXIS if base else GRID, stroke_width=1))
            parts.append(text(label, self.left - 8, y + 4, anchor="end", fill=QUIET))
        if self.unit != "%" and self.unit:
            parts.append(text(self.unit.capitalize(), 4, self.top - 12, fill=QUIET))
        return parts

    def periods(self, labels: Sequence[str]) -> list[str]:
        """Names of the points along the foot, as many as fit."""
        spacing = abs(self.x.at(1) - self.x.at(0))
        parts = []
        for i in sparse(labels, spacing):
            x = self.x.at(i)
            parts.append(line(x, self.bottom, x, self.bottom + 5, stroke=AXIS))
            parts.append(text(labels[i], x, self.bottom + 19, anchor="middle", fill=QUIET))
        return parts


def frame_for(
    values: Sequence[float], unit: str, *, points: int, right: float, top: float = 28, height: float = 250
) -> Frame:
    """A frame that holds the values, for so many points.

    An axis begins at 0 unless the values lie far from it: a line, unlike a bar, may be read without its zero.
    """
    ticks = nice_ticks(*_reach(values))
    left = 14 + max(width_of(label) for label in tick_labels(ticks, unit))
    left = max(left, 40)  # room for half of the first period's name
    bottom = top + height
    inset = 14
    x = Scale(0, max(points - 1, 1), left + inset, right - inset)
    return Frame(left, right, top, bottom, x, Scale(ticks[0], ticks[-1], bottom, top), tuple(ticks), unit)


def _reach(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values, default=0.0), max(values, default=0.0)
    if low >= 0 and (low < (high - low) * 1.5 or low == high):
        low = 0.0
    return low, max(high, low + 1)


def end_names(frame: Frame, names: Sequence[tuple[float, str]], x: float) -> list[str]:
    """Each line's name beside its end, moved apart where lines are close, with a leader where it was moved far."""
    places = [frame.y.at(value) for value, _ in names]
    moved = spread(places, 15, frame.top, frame.bottom)
    parts = []
    for (_, name), place, label in zip(names, places, moved, strict=True):
        if abs(place - label) > 3:
            parts.append(line(x, place, x + 9, label, stroke=AXIS))
        parts.append(text(name, x + 12, label + 4))
    return parts


def key(items: Sequence[tuple[str, str]], left: float, right: float, top: float) -> tuple[list[str], float]:
    """Signs, each drawn about (0, 0), with their words, wrapped in rows. Answers the elements and the y below them."""
    parts, x, y = [], left, top
    for sign, words in items:
        wide = 20 + width_of(words) + 18
        if x > left and x + wide - 18 > right:
            x, y = left, y + ROW
        parts.append(f'<g transform="translate({x + 7:.1f} {y - 4:.1f})">{sign}</g>')
        parts.append(text(words, x + 20, y, size=SMALL, fill=INK))
        x += wide
    return parts, y + ROW
