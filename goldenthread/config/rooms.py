"""The rooms of the house, found by folder, so that a new room needs no line here."""

from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
WINGS = ("foundation", "record", "measure", "improve", "publish")  # from the ground up


def rooms(holding: str) -> Iterator[str]:
    """Dotted names of the rooms that hold a file, from the ground up: rooms("apps.py")."""
    for wing in WINGS:
        for path in sorted((HOUSE / wing).glob(f"*/{holding}")):
            yield f"{HOUSE.name}.{wing}.{path.parent.name}"


def intake_sources() -> Iterator[str]:
    """Dotted paths of the `source` in each `<room>/intake/<name>.py`."""
    for wing in WINGS:
        for path in sorted((HOUSE / wing).glob("*/intake/*.py")):
            if path.stem != "__init__" and (path.parent.parent / "apps.py").exists():
                yield f"{HOUSE.name}.{wing}.{path.parent.parent.name}.intake.{path.stem}.source"
