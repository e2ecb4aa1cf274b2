"""DOOR. Published figures, and how an area stands beside its region, England and its statistical neighbours.

`measure` is one of our indicator codes (measures.HEADLINES) or a LAIT short code; an unknown one raises UnknownMeasure.
`area` is a DfE number ("885") or, for a region or England, its ONS code. No database: the tables are in the package.
"""

from dataclasses import dataclass
from math import fsum

from . import packaged
from .areas import ENGLAND, LONDON, PublishedArea
from .comparing import quartile, rank
from .figures import Figure
from .measures import HEADLINES, Measure, Polarity
from .packaged import UnknownMeasure
from .periods import Period

__all__ = [
    "ENGLAND",
    "Comparison",
    "Figure",
    "Measure",
    "Neighbour",
    "Period",
    "PublishedArea",
    "UnknownArea",
    "UnknownMeasure",
    "area",
    "beside",
    "beside_all",
    "latest",
    "measures",
    "neighbours",
    "published",
]


class UnknownArea(LookupError):
    """No figures are published under this area code; the text says how to find one."""


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


def measures() -> tuple[Measure, ...]:
    """Every measure carried: our headlines first, then LAIT's on SEN, absence and exclusion."""
    return tuple(packaged.measures().values())


def area(code: str) -> PublishedArea:
    """Raises UnknownArea."""
    if (found := packaged.areas().get(code)) is None:
        raise UnknownArea(
            f"No figures are published for area “{code}”. Give the DfE number, such as 885 for Worcestershire."
        )
    return found


def published(measure: str, area_code: str, category: str = "") -> list[Figure]:
    """All of an area's figures for one measure (and one primary need, of a measure by need), earliest first."""
    area(area_code)
    figures = packaged.figures(measure, area_code)
    return [figure for figure in figures if not category or figure.category == category]


def latest(measure: str, area_code: str, category: str = "") -> Figure | None:
    """The last figure that has a value."""
    return next((f for f in reversed(published(measure, area_code, category)) if f.value is not None), None)


def neighbours(area_code: str) -> tuple[Neighbour, ...]:
    """The ten statistical neighbours, nearest first; none for a region or England."""
    area(area_code)
    return tuple(
        Neighbour(area(row["neighbour"]), int(row["place"]), row["closeness"], row["version"])
        for row in packaged.neighbour_rows()
        if row["area"] == area_code
    )


def beside(measure: str, area_code: str, period: str = "", category: str = "") -> Comparison | None:
    """The comparison for a period's label, by default the last published; None where the area has no such period.

    Change, rank, quartile and neighbours' mean follow the rules of DfE's interactive tool (LAIT). A measure by need has
    to be told which: else ValueError.
    """
    own = published(measure, area_code, category)
    if packaged.measures()[measure].by_need and not category:
        raise ValueError(f"“{measure}” is published by primary need. Say which one, such as ASD.")
    wanted = period or packaged.last_label(measure)
    place = next((index for index, figure in enumerate(own) if figure.period.label == wanted), None)
    if place is None:
        return None
    figure, definition = own[place], packaged.measures()[measure]
    near = tuple(
        found for n in neighbours(area_code) if (found := _figure(measure, n.area.code, wanted, category)) is not None
    )
    present = [n.value for n in near if n.value is not None]
    values = packaged.values(measure, wanted, category)
    better = definition.polarity if area(area_code).kind in packaged.RANKED else Polarity.NEUTRAL
    return Comparison(
        area=figure,
        previous=own[place - 1] if place else None,
        region=_region(measure, area_code, wanted, category),
        england=_figure(measure, ENGLAND, wanted, category),
        neighbours=near,
        neighbours_mean=fsum(present) / len(present) if present else None,
        rank=rank(figure.value, values, better),
        ranked=len(values),
        quartile=quartile(figure.value, values, better) if definition.banded else None,
        polarity=definition.polarity,
    )


def beside_all(area_code: str) -> tuple[Comparison, ...]:
    """The latest comparison of every LAIT measure that has figures for the area; ask for headlines by name."""
    found = (beside(code, area_code) for code in packaged.measures() if code not in HEADLINES)
    return tuple(comparison for comparison in found if comparison is not None)


def _figure(measure: str, area_code: str, label: str, category: str) -> Figure | None:
    figures = packaged.figures(measure, area_code)
    return next((f for f in figures if f.period.label == label and (not category or f.category == category)), None)


def _region(measure: str, area_code: str, label: str, category: str) -> Figure | None:
    """The region; in London its Inner or Outer part where that has a value, else all London."""
    place = area(area_code)
    part = _figure(measure, place.part, label, category) if place.part else None
    if part is not None and part.value is not None:
        return part
    return _figure(measure, LONDON if place.part else place.region, label, category)
