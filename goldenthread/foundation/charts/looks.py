"""How each colour of a plan looks: ground, pattern, shape and letter, so that it is known without its colour too."""

from typing import NamedTuple

from goldenthread.foundation.charts.marks import Shape, mark
from goldenthread.foundation.charts.svg import element, rect


class Look(NamedTuple):
    word: str
    meaning: str
    ground: str
    sign: str
    shape: Shape
    pattern: str  # strokes in a tile of 10 px


LOOKS = {
    "blue": Look("Blue", "complete", "#c5d9f0", "#1d4f8f", Shape.SQUARE, "M0 5H10M5 0V10"),
    "green": Look("Green", "on track", "#cfe8d4", "#00592f", Shape.CIRCLE, ""),
    "amber": Look("Amber", "minor issue", "#fde3b0", "#8a5300", Shape.TRIANGLE, "M0 10L10 0"),
    "red": Look("Red", "significant issue", "#f3c9c5", "#a11c12", Shape.DIAMOND, "M0 10L10 0M0 0L10 10"),
    "white": Look("White", "not started", "#ffffff", "#484949", Shape.CIRCLE, ""),
}


def patterns(identity: str) -> str:
    """The definitions that `ground` refers to: once in a drawing, whose id is `identity`."""
    tiles = (_tile(identity, name, look) for name, look in LOOKS.items() if look.pattern)
    return element("defs", *tiles)


def ground(identity: str, name: str) -> str:
    """What a part of this colour is filled with."""
    look = LOOKS[name]
    return f"url(#{identity}-{name})" if look.pattern else look.ground


def sign(name: str) -> str:
    """Its shape, about (0, 0), for a key."""
    look = LOOKS[name]
    filled = "#ffffff" if name == "white" else look.sign
    return mark(look.shape, 0, 0, 5, fill=filled, stroke=look.sign, stroke_width=1.5)


def _tile(identity: str, name: str, look: Look) -> str:
    strokes = element("path", d=look.pattern, stroke=look.sign, stroke_width=0.75, stroke_opacity=0.45, fill="none")
    tile = (rect(0, 0, 10, 10, fill=look.ground), strokes)
    return element("pattern", *tile, id=f"{identity}-{name}", width=10, height=10, patternUnits="userSpaceOnUse")
