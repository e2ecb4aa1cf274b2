"""A need and its lines: what every part of the first page is made of."""

from dataclasses import dataclass

MOST = 5  # lines of a list on the first page; the list itself is one step away


@dataclass(frozen=True)
class Line:
    text: str
    href: str
    note: str = ""


@dataclass(frozen=True)
class Need:
    """`total` counts all that there are; `lines` are the first few. `empty` is said where there is none."""

    title: str
    total: int
    lines: tuple[Line, ...]
    empty: str
    more: Line | None = None
