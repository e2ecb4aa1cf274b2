"""How a module's dotted name is read: goldenthread.<wing>.<room>.<door>."""

from collections.abc import Sequence

WINGS = ("rules", "foundation", "record", "measure", "improve", "publish", "config")  # from the ground up


def _parts(module: str) -> Sequence[str]:
    return [*module.split("."), "", "", ""]


def wing(module: str) -> str:
    return _parts(module)[1]


def room(module: str) -> str:
    """The rules are one room."""
    return "rules" if wing(module) == "rules" else _parts(module)[2]


def door(module: str) -> str:
    return _parts(module)[3]


def floor(module: str) -> int:
    """Below the house stand the framework and its packages."""
    return WINGS.index(wing(module)) if module.startswith("goldenthread.") else -1
