"""How each action's colour moved, month by month, so that the story of a colour can be told and not only its end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goldenthread.config.synth.dice import Dice, day_between, dice, working
from goldenthread.config.synth.story import AS_AT, month_end, months

from .script import Action, actions

_SAID = {
    ("Green", "Amber"): "Slipping: see the progress update.",
    ("Amber", "Green"): "Back on track.",
    ("Amber", "Red"): "Stopped: remedial action asked for.",
    ("Green", "Red"): "Stopped: remedial action asked for.",
    ("Green", "Blue"): "Complete.",
    ("Amber", "Blue"): "Complete, late.",
}


@dataclass(frozen=True, slots=True)
class Told:
    ref: str
    on: date
    colour: str
    by: str
    said: str


def history() -> Iterator[Told]:
    """One line a month for each action that has begun, oldest first; the last of each is its colour today."""
    for action in actions():
        yield from _of(action, dice(2026, f"history {action.ref}"))


def _of(action: Action, roll: Dice) -> Iterator[Told]:
    if action.updated is None:
        return
    begun = months(action.start, action.updated)
    colours = _path(action.colour, len(begun), roll)
    before = ""
    for month, colour in zip(begun, colours, strict=True):
        last = month == begun[-1]
        on = action.updated if last else working(day_between(roll, max(month, action.start), month_end(month)))
        said = action.progress if last else _SAID.get((before, colour), "Begun." if not before else "")
        yield Told(action.ref, min(max(on, action.start), AS_AT), colour, action.lead, said)
        before = colour


def _path(end: str, length: int, roll: Dice) -> list[str]:
    """Green at first; a spell of Amber for some; the last months as they are now."""
    path = ["Green"] * length
    if roll.random() < 0.4 and length > 4:
        start = roll.randint(1, length - 3)
        path[start : start + 2] = ["Amber", "Amber"]
    now = 1 if end == "Blue" else min(length, roll.randint(1, 5))
    return path[: length - now] + [end] * now
