"""The colours of an Excel file: of its theme, tinted, of its palette, or plain."""

import colorsys
import re
from collections.abc import Sequence
from typing import Any

from openpyxl.styles.colors import COLOR_INDEX

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# Light and dark, then six accents and two links: the order in which a cell's colour counts them (ECMA-376, 20.1.6.2),
# with the first two pairs turned about, as Excel has them. What Office itself uses, where a file has no theme:
OFFICE = ("FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1",
          "954F72")  # fmt: skip
NAMES = (
    "lt1",
    "dk1",
    "lt2",
    "dk2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)


def theme_colours(root: Any) -> tuple[str, ...]:
    """The twelve of a theme's part; Office's own for whatever it leaves out. `root` None: no theme."""
    scheme = root.find(f".//{DRAWING}clrScheme") if root is not None else None
    if scheme is None:
        return OFFICE
    return tuple(_plain(scheme.find(DRAWING + name), other) for name, other in zip(NAMES, OFFICE, strict=True))


def _plain(entry: Any, other: str) -> str:
    colour = entry[0] if entry is not None and len(entry) else None
    said = (colour.get("lastClr") or colour.get("val") or "") if colour is not None else ""
    return said.upper() if _is_colour(said) else other


def colour_of(element: Any, theme: Sequence[str]) -> str:
    """Six hexadecimal digits of a `fgColor`; empty where it names no colour."""
    if element is None:
        return ""
    get = element.get
    if (index := _number(get("theme"))) is not None:
        plain = theme[index] if index < len(theme) else ""
    elif (index := _number(get("indexed"))) is not None:
        plain = COLOR_INDEX[index][-6:] if index < len(COLOR_INDEX) else ""
    else:
        plain = (get("rgb") or "")[-6:].upper()
    return tinted(plain, float(get("tint") or 0)) if _is_colour(plain) else ""


def tinted(colour: str, tint: float) -> str:
    """Lighter for a tint above 0, darker below, as Excel reckons it: on the lightness (ECMA-376, 18.8.19)."""
    if not tint:
        return colour
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "".join(
        f"{round(each * 255):02X}" for each in colorsys.hls_to_rgb(hue, min(1.0, max(0.0, light)), saturation)
    )


def _number(words: str | None) -> int | None:
    return int(words) if words and words.isdigit() else None


def _is_colour(words: str) -> bool:
    return re.fullmatch(r"[0-9A-Fa-f]{6}", words) is not None
