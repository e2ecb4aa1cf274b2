"""SVG as text: elements with presentation attributes only. No style, no script: the page's policy forbids both."""

from html import escape

from goldenthread.foundation.charts.palette import INK

FONT = "Arimo, Arial, sans-serif"
SMALL, NORMAL = 12, 13  # px at a width of 640: nothing smaller is legible in print

# Widths of Arial and Arimo (they are the same by design) in thousandths of the size; others are taken as a digit's.
_WIDTHS = {
    **dict.fromkeys("ijl'|", 222),
    **dict.fromkeys(" ft.,:;!/()[]I-", 300),
    **dict.fromkeys("rs·", 420),
    **dict.fromkeys("ckvxyzJ", 500),
    **dict.fromkeys("ABEKPSVXY", 667),
    **dict.fromkeys("CDGHNOQRUTZF&", 735),
    **dict.fromkeys("mwMW%", 880),
}


def element(name: str, *children: str, **attributes: str | float) -> str:
    """One element; children are SVG already. `stroke_width` is written stroke-width, and `class_` class."""
    written = "".join(f' {key.strip("_").replace("_", "-")}="{_value(value)}"' for key, value in attributes.items())
    return f"<{name}{written}>{''.join(children)}</{name}>" if children else f"<{name}{written}/>"


def text(words: str, x: float, y: float, *, anchor: str = "start", size: int = SMALL, **attributes: str | float) -> str:
    """Words at a baseline; anchor is start, middle or end."""
    placed = {"x": x, "y": y, "text_anchor": anchor, "font_size": size, "fill": INK, **attributes}
    return element("text", escape(words), **placed)


def line(x1: float, y1: float, x2: float, y2: float, **attributes: str | float) -> str:
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, **attributes)


def rect(x: float, y: float, width: float, height: float, **attributes: str | float) -> str:
    return element("rect", x=x, y=y, width=max(width, 0.0), height=max(height, 0.0), **attributes)


def polyline(points: list[tuple[float, float]], **attributes: str | float) -> str:
    return element("polyline", points=corners(points), fill="none", **attributes)


def corners(points: list[tuple[float, float]]) -> str:
    return " ".join(f"{_value(x)},{_value(y)}" for x, y in points)


def width_of(words: str, size: int = SMALL) -> float:
    """About how wide the words will stand, in px."""
    return sum(_WIDTHS.get(letter, 560) for letter in words) * size / 1000


def wrapped(words: str, width: float, size: int = SMALL, most: int = 2) -> list[str]:
    """The words in at most so many lines; what does not fit ends in an ellipsis (the table has it in full)."""
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and width_of(longer, size) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    kept = lines[:most]
    if len(lines) > most:
        kept[-1] += "…"
    return [shortened(each, width, size) for each in kept]


def shortened(words: str, width: float, size: int = SMALL) -> str:
    if width_of(words, size) <= width:
        return words
    words = words.rstrip("…")
    while words and width_of(words + "…", size) > width:
        words = words[:-1]
    return words.rstrip() + "…"


def document(identity: str, title: str, description: str, width: float, height: float, body: list[str]) -> str:
    """The whole picture. Ids are made from `identity`, which must be unique on the page."""
    title_id, description_id = f"{identity}-title", f"{identity}-description"
    return element(
        "svg",
        element("title", escape(title), id=title_id),
        element("desc", escape(description), id=description_id),
        rect(0, 0, width, height, fill="#ffffff"),
        *body,
        xmlns="http://www.w3.org/2000/svg",
        id=identity,
        class_="chart",
        role="img",
        aria_labelledby=f"{title_id} {description_id}",
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        width=width,
        height=height,
        font_family=FONT,
    )


def _value(value: str | float) -> str:
    if isinstance(value, str):
        return escape(value)
    return f"{value:.2f}".rstrip("0").rstrip(".")
