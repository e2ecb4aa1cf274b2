"""One area's figure beside the same period elsewhere: the shapes of the answers that `reads` gives."""

from collections.abc import Mapping
from dataclasses import dataclass

from .areas import PublishedArea
from .figures import Figure
from .measures import Polarity


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A statistical neighbour: `place` 1 is the nearest; `version` is the year and month of the list."""

    area: PublishedArea
    place: int
    closeness: str
    version: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """One area's figure for one period beside the same period elsewhere. Missing is None, never zero.

    `neighbours_mean` is the plain mean of the neighbours that have a value; `rank` is of `ranked` areas; `change` is
    from the period published just before, and None unless both have a value.
    """

    area: Figure
    previous: Figure | None
    region: Figure | None
    england: Figure | None
    neighbours: tuple[Figure, ...]
    neighbours_mean: float | None
    rank: int | None
    ranked: int
    quartile: str | None
    polarity: Polarity

    @property
    def change(self) -> float | None:
        if self.previous is None or self.previous.value is None or self.area.value is None:
            return None
        return self.area.value - self.previous.value

    @property
    def improved(self) -> bool | None:
        """Whether the change is the right way; None without a change or where neither way is better."""
        if not self.change or self.polarity is Polarity.NEUTRAL:
            return None
        return (self.change > 0) == (self.polarity is Polarity.HIGH)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """An area of a region, and how it stands in each measure asked for; None where it has no figure of that period."""

    area: PublishedArea
    standings: Mapping[str, Comparison | None]


@dataclass(frozen=True, slots=True)
class Residents:
    """How many people of an age live in an area. `as_listed` is the list's year: the estimate's is not told."""

    area: PublishedArea
    ages: str
    people: int
    as_listed: int
    source: str
