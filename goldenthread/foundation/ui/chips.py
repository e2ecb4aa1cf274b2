"""A colour on a page: its letter, its word and its shape stand beside it, since colour is never the only sign."""

from functools import cache

from django.utils.html import format_html
from django.utils.safestring import SafeString

from goldenthread.rules.honesty.colours import Colour

SHAPES = {"diamond": "◆", "triangle": "▲", "ring": "○", "circle": "●", "square": "■"}
CHIP = '<span class="gt-chip gt-chip--{}"><span aria-hidden="true">{} {}</span> {}</span>'


@cache
def chip(colour: Colour | str | None) -> SafeString:
    """`colour` as the rules have it, or by name ("amber"); None or empty: nothing has been reported."""
    if not colour:
        return format_html(CHIP, "grey", "–", "–", "Not reported")
    known = colour if isinstance(colour, Colour) else Colour[colour.upper()]
    words = f"{known.word}: {known.meaning}"
    return format_html(CHIP, known.word.lower(), SHAPES[known.shape], known.letter, words)
