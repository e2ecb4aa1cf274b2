"""How great a risk is: likelihood times impact, each from 1 to 5, and the level that the number stands for.

The bands are those of the National Patient Safety Agency's matrix (A risk matrix for risk managers, January 2008),
which health bodies and most councils share.
"""

from enum import Enum

SCALE = ("Very low", "Low", "Medium", "High", "Very high")  # 1 to 5, of likelihood and of impact
FIVE = range(1, 6)


class Level(Enum):
    """In order; each has a shape too, so that colour is never the only sign. Its least score, word, shape, ground."""

    LOW = (1, "Low", "○", "white")
    MODERATE = (4, "Moderate", "■", "grey")
    HIGH = (8, "High", "▲", "amber")
    EXTREME = (15, "Extreme", "◆", "red")

    def __init__(self, least: int, word: str, shape: str, ground: str) -> None:
        self.least = least
        self.word = word
        self.shape = shape
        self.ground = ground


def level(likelihood: int, impact: int) -> Level:
    """Raises ValueError beyond 1 to 5."""
    if likelihood not in FIVE or impact not in FIVE:
        raise ValueError(f"Likelihood and impact go from 1 to 5, not {likelihood} and {impact}.")
    return next(each for each in reversed(Level) if likelihood * impact >= each.least)
