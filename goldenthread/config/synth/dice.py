"""The one source of chance. Each part has its own dice, so that a change to one does not reshuffle another."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TypeVar

T = TypeVar("T")
Dice = random.Random


def dice(seed: int, part: str) -> Dice:
    """Text seeds are hashed by SHA-512 inside `random`, so neither the machine nor the hash seed matters."""
    return Dice(f"{seed}:{part}")


def weighted(roll: Dice, weights: Mapping[T, float]) -> T:
    return roll.choices(list(weights), list(weights.values()))[0]


def day_between(roll: Dice, first: date, last: date) -> date:
    """A day of the span, both ends included; the first day when the span is empty."""
    return first + timedelta(roll.randint(0, max((last - first).days, 0)))


def working(day: date) -> date:
    """The day itself, or the Friday before a weekend: offices date their letters on working days."""
    return day - timedelta(max(day.weekday() - 4, 0))


def stratified(roll: Dice, things: Sequence[T], share: float) -> set[int]:
    """Positions of a fixed share of `things`: chance says who, never how many."""
    return set(roll.sample(range(len(things)), round(share * len(things))))
