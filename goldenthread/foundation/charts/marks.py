"""Shapes that tell apart without colour: circle, square, triangle, diamond."""

from enum import StrEnum

from goldenthread.foundation.charts.svg import corners, element


class Shape(StrEnum):
    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"


def mark(shape: Shape, x: float, y: float, size: float, **attributes: str | float) -> str:
    """A shape of about the same weight whatever it is; `size` is a circle's radius."""
    if shape is Shape.CIRCLE:
        return element("circle", cx=x, cy=y, r=size, **attributes)
    return element("polygon", points=corners(_corners(shape, x, y, size)), **attributes)


def _corners(shape: Shape, x: float, y: float, size: float) -> list[tuple[float, float]]:
    if shape is Shape.SQUARE:
        half = size * 0.95
        return [(x - half, y - half), (x + half, y - half), (x + half, y + half), (x - half, y + half)]
    if shape is Shape.TRIANGLE:
        return [(x, y - size * 1.3), (x + size * 1.2, y + size * 0.9), (x - size * 1.2, y + size * 0.9)]
    reach = size * 1.35
    return [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]
