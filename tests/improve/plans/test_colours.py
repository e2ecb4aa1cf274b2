import pytest

from goldenthread.improve.plans.reading.colours import colour_in_words, colour_of_shade
from goldenthread.rules.honesty.colours import Colour

WORDS = {
    "Green": Colour.GREEN, "g": Colour.GREEN, "R": Colour.RED, "AMBER": Colour.AMBER, "BRAG: Blue": Colour.BLUE,
    "Complete": Colour.BLUE,
    "on track": Colour.GREEN, "Not started": Colour.WHITE, "grey": Colour.WHITE, "Purple": None,
    "Amber/Green": None, "": None,
}  # fmt: skip
SHADES = {
    "FF0000": Colour.RED, "C00000": Colour.RED, "E5675B": Colour.RED, "FFC000": Colour.AMBER,
    "FFFF00": Colour.AMBER, "ED7D31": Colour.AMBER,
    "92D050": Colour.GREEN, "00B050": Colour.GREEN, "85C47F": Colour.GREEN, "00B0F0": Colour.BLUE,
    "5694CA": Colour.BLUE,
    "FFFFFF": None, "D9D9D9": None, "000000": None, "A020F0": None, "": None, "not a shade": None,
}  # fmt: skip


@pytest.mark.parametrize(("words", "colour"), WORDS.items())
def test_a_colour_in_words(words: str, colour: Colour | None) -> None:
    assert colour_in_words(words) is colour


@pytest.mark.parametrize(("fill", "colour"), SHADES.items())
def test_a_colour_that_is_only_a_shade(fill: str, colour: Colour | None) -> None:
    assert colour_of_shade(fill) is colour
