"""Where a number stands on an axis, and which numbers and periods are named there."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from goldenthread.foundation.charts.svg import SMALL, width_of
from goldenthread.rules.statistics.rounding import number

_STEPS = (1, 2, 2.5, 5, 10)
_EVERY = (1, 2, 3, 4, 6, 12, 24, 36, 60)


@dataclass(frozen=True, slots=True)
class Scale:
    """Values low … high laid on pixels start … end; a y-axis has its start below its end."""

    low: float
    high: float
    start: float
    end: float

    def at(self, value: float) -> float:
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def nice_ticks(low: float, high: float, about: int = 5) -> list[float]:
    """Round numbers that enclose low … high, about so many: 0, 20, 40 … for 3 … 97."""
    if high <= low:
        high = low + (abs(low) or 1)
    rough = (high - low) / about
    power = 10.0 ** floor(log10(rough))
    step = next(each * power for each in _STEPS if each * power >= rough * 0.999)
    first, last = floor(low / step + 1e-9), ceil(high / step - 1e-9)
    return [round(i * step, 10) for i in range(first, last + 1)]


def tick_labels(ticks: Sequence[float], unit: str) -> list[str]:
    """All with the decimals that the finest needs; a per cent sign stands at every tick, a word only in the title."""
    places = max((_places(tick) for tick in ticks), default=0)
    sign = " %" if unit == "%" else ""
    return [f"{number(tick, places)}{sign}" for tick in ticks]


def sparse(labels: Sequence[str], spacing: float, size: int = SMALL, gap: float = 12) -> list[int]:
    """Which labels fit under points so many px apart without touching: every one, every 2nd, 3rd, 4th, 6th, 12th …"""
    widest = max((width_of(label, size) for label in labels), default=0) + gap
    longest = max(len(labels), 1)
    every = next((n for n in (*_EVERY, longest) if n * spacing >= widest), longest)
    return list(range(0, len(labels), every))


def spread(places: Sequence[float], apart: float, lowest: float, highest: float) -> list[float]:
    """Places moved as little as needed to stand `apart`, in their order, between lowest and highest."""
    order = sorted(range(len(places)), key=lambda i: places[i])
    moved = list(places)
    floor_ = lowest
    for i in order:
        moved[i] = floor_ = max(places[i], floor_)
        floor_ += apart
    ceiling = highest
    for i in reversed(order):
        moved[i] = min(moved[i], ceiling)
        ceiling = moved[i] - apart
    return moved


def _places(value: float) -> int:
    text = f"{value:.6f}".rstrip("0")
    return len(text.split(".")[1])
