"""The paper's letters. Typst falls back to a serif without a word, so their absence must be said here."""

from pathlib import Path

FAMILY = "Arimo"
_NEEDED = ("Arimo_400Regular.ttf", "Arimo_400Regular_Italic.ttf", "Arimo_700Bold.ttf", "Arimo_700Bold_Italic.ttf")
PACKAGED = Path(__file__).parents[1] / "fonts"


class FontMissingError(RuntimeError):
    """The paper cannot be set; the message says which files are wanted and how to get them."""


def font_folder(folder: Path) -> Path:
    """The folder, once it is sure to hold the four faces that papers use, at any depth."""
    there = {path.name for path in folder.rglob("*.ttf")}
    if missing := [name for name in _NEEDED if name not in there]:
        lacking = ", ".join(missing)
        raise FontMissingError(f"The font {FAMILY} is not whole in {folder}: {lacking} missing. Run “make setup”.")
    return folder
