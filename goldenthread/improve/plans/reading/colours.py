"""A colour as people give it: a word, a letter, what it means, or only a shade."""

import colorsys
import re

from goldenthread.rules.honesty.colours import Colour

ALSO_CALLED = {
    "complete": Colour.BLUE,
    "completed": Colour.BLUE,
    "done": Colour.BLUE,
    "on track": Colour.GREEN,
    "orange": Colour.AMBER,
    "yellow": Colour.AMBER,
    "minor issue": Colour.AMBER,
    "at risk": Colour.AMBER,
    "significant issue": Colour.RED,
    "off track": Colour.RED,
    "overdue": Colour.RED,
    "not started": Colour.WHITE,
    "not yet started": Colour.WHITE,
    "grey": Colour.WHITE,
    "gray": Colour.WHITE,
}
HUES = ((20, Colour.RED), (72, Colour.AMBER), (165, Colour.GREEN), (265, Colour.BLUE), (330, None), (361, Colour.RED))
PALE = 0.15  # saturation below which a shade is paper, not a colour


def colour_in_words(words: str) -> Colour | None:
    """None where the words name no colour, or more than one."""
    plain = " ".join(re.sub(r"[^a-z ]+", " ", words.lower()).split())
    if plain in ALSO_CALLED:
        return ALSO_CALLED[plain]
    try:
        return Colour.named(plain)
    except ValueError:
        named = {Colour.named(word) for word in plain.split() if word in _WORDS}
        return named.pop() if len(named) == 1 else None


def colour_of_shade(fill: str) -> Colour | None:
    """The nearest of the four by its hue. White, grey and violet are nobody's colour."""
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", fill):
        return None
    red, green, blue = (int(fill[i : i + 2], 16) / 255 for i in (0, 2, 4))
    hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    if saturation < PALE or value < PALE:
        return None
    return next(colour for limit, colour in HUES if hue * 360 < limit)


_WORDS = {colour.word.lower() for colour in Colour}
