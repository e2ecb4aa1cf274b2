import pytest

from goldenthread.improve.plans.reading.colours import colour_in_words, colour_of_shade
from goldenthread.improve.plans.reading.palette import tinted
from goldenthread.rules.honesty.colours import Colour

WORDS = {
    "Green": Colour.GREEN, "g": Colour.GREEN, "R": Colour.RED, "AMBER": Colour.AMBER, "BRAG: Blue": Colour.BLUE,
    "Complete": Colour.BLUE,
    "on track": Colour.GREEN, "Not started": Colour.WHITE, "grey": Colour.WHITE, "Purple": None,
    "Amber/Green": None, "": None, "Green – on track": Colour.GREEN, "A - at risk": Colour.AMBER, "RAG: R": Colour.RED,
    "Completed March 2026": Colour.BLUE, "not complete": None, "partially complete": None, "🟢": Colour.GREEN,
    "✔ Done": Colour.BLUE, "Amber (moving to Green)": None, "No significant concerns": None, "In progress": None,
    "Green – complete": Colour.GREEN,
}  # fmt: skip
SHADES = {
    "FF0000": Colour.RED, "C00000": Colour.RED, "E5675B": Colour.RED, "FFC000": Colour.AMBER,
    "FFFF00": Colour.AMBER, "ED7D31": Colour.AMBER,
    "92D050": Colour.GREEN, "00B050": Colour.GREEN, "85C47F": Colour.GREEN, "00B0F0": Colour.BLUE,
    "5694CA": Colour.BLUE,
    "C6EFCE": Colour.GREEN, "E2EFDA": Colour.GREEN, "FFC7CE": Colour.RED, "DDEBF7": None,
    "FFFFFF": None, "D9D9D9": None, "000000": None, "A020F0": None, "": None, "not a shade": None,
}  # fmt: skip


@pytest.mark.parametrize(("words", "colour"), WORDS.items())
def test_a_colour_in_words(words: str, colour: Colour | None) -> None:
    assert colour_in_words(words) is colour


@pytest.mark.parametrize(("fill", "colour"), SHADES.items())
def test_a_colour_that_is_only_a_shade(fill: str, colour: Colour | None) -> None:
    assert colour_of_shade(fill) is colour


@pytest.mark.parametrize(
    ("tint", "shade"),
    [(0.0, "70AD47"), (0.4, "A9D08E"), (0.6, "C6E0B4"), (0.8, "E2EFDA"), (-0.25, "548235"), (-0.5, "375623")],
)
def test_a_tint_is_reckoned_as_excel_does(tint: float, shade: str) -> None:
    """The sixth accent of Office, as Excel's own palette shows it; within 1 of 255 for each colour."""
    found = tinted("70AD47", tint)

    assert [abs(int(found[i : i + 2], 16) - int(shade[i : i + 2], 16)) <= 1 for i in (0, 2, 4)] == [True] * 3
