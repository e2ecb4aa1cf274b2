"""DOOR. Published figures, and how an area stands beside its region, England and its statistical neighbours.

`measure` is one of our headlines (headlines.HEADLINES), a LAIT short code or a code of a loaded file; an unknown one
raises UnknownMeasure. `area` is a DfE number ("885") or, for a region or England, its ONS code. No database: the tables
are in the package, and beside the data where files were loaded; of a period published twice the newest release counts.
"""

from collections.abc import Sequence
from datetime import date
from math import fsum

from . import inspected, merged, nearest, packaged, shelf
from .areas import ENGLAND, LONDON, PublishedArea
from .changes import Change, predecessors, successors
from .comparing import band, rank
from .figures import Figure
from .inspected import AreaInspections, InspectionCounts
from .measures import Measure, Polarity
from .merged import earlier
from .packaged import UnknownMeasure
from .periods import Period
from .shelf import Loaded
from .sources import RESIDENTS
from .standing import Comparison, Neighbour, Residents, SideBySide

__all__ = [
    "ENGLAND",
    "AreaInspections",
    "Change",
    "Comparison",
    "Figure",
    "InspectionCounts",
    "Loaded",
    "Measure",
    "Neighbour",
    "Period",
    "PublishedArea",
    "Residents",
    "SideBySide",
    "UnknownArea",
    "UnknownMeasure",
    "area",
    "areas_in",
    "beside",
    "beside_all",
    "earlier",
    "every_measure",
    "inspection_counts",
    "inspections",
    "latest",
    "loaded",
    "measure",
    "measures",
    "neighbours",
    "predecessors",
    "published",
    "residents",
    "series",
    "side_by_side",
    "successors",
]
LISTED_WITH_RESIDENTS = 2023


class UnknownArea(LookupError):
    """No figures are published under this area code; the text says how to find one."""


def measures() -> tuple[Measure, ...]:
    """The headlines that papers print, then LAIT's measures of SEN, absence and exclusion."""
    return tuple(one for one in packaged.measures().values() if one.core or one.compared)


def every_measure() -> tuple[Measure, ...]:
    """All that the package carries, and all that was loaded."""
    return tuple(merged.measures().values())


def measure(code: str) -> Measure:
    """Raises UnknownMeasure."""
    return merged.measure(code)


def loaded() -> tuple[Loaded, ...]:
    """The files that were loaded beside the package, oldest first."""
    return shelf.index()


def area(code: str) -> PublishedArea:
    """Raises UnknownArea."""
    if (found := packaged.areas().get(code)) is None:
        raise UnknownArea(
            f"No figures are published for area “{code}”. Give the DfE number, such as 885 for Worcestershire."
        )
    return found


def areas_in(region_code: str) -> tuple[PublishedArea, ...]:
    """The areas of a region that stand today, by name; all of England's for England's code. Raises UnknownArea."""
    wider = area(region_code)
    standing = (place for place in packaged.areas().values() if place.kind == "area")
    found = (place for place in standing if wider.code in (ENGLAND, place.region, place.part))
    return tuple(sorted(found, key=lambda place: place.name))


def published(measure: str, area_code: str, category: str = "") -> list[Figure]:
    """All of an area's figures for one measure, earliest first; of a measure by need or service, all or one of them."""
    area(area_code)
    figures = merged.figures(measure, area_code)
    every = not category and merged.measure(measure).by
    return [figure for figure in figures if every or figure.category == category]


def series(measure: str, area_code: str, category: str = "") -> dict[str, float | None]:
    """An area's values by the labels of their periods, earliest first; None where one is missing."""
    return {figure.period.label: figure.value for figure in published(measure, area_code, category)}


def latest(measure: str, area_code: str, category: str = "") -> Figure | None:
    """The last figure that has a value."""
    return next((f for f in reversed(published(measure, area_code, category)) if f.value is not None), None)


def neighbours(area_code: str, on: date | None = None, version: str = "") -> tuple[Neighbour, ...]:
    """The ten statistical neighbours, nearest first; none for a region or England.

    By the newest list; by the one in use on a day (the oldest known, for a day before it); or by the `version` named.
    """
    area(area_code)
    wanted = version or nearest.version_on(on)
    return tuple(
        Neighbour(area(row["neighbour"]), int(row["place"]), row["closeness"], row["version"])
        for row in nearest.rows(area_code)
        if row["version"] == wanted and row["neighbour"] in packaged.areas()
    )


def beside(measure: str, area_code: str, period: str = "", category: str = "") -> Comparison | None:
    """The comparison for a period's label, by default the last published; None where the area has no such period.

    Change, rank, quartile and neighbours' mean follow the rules of DfE's interactive tool (LAIT); there is no quartile
    among fewer than 30 areas. A measure by need or service has to be told which: else ValueError.
    """
    definition = merged.measure(measure)
    own = published(measure, area_code, category)
    if definition.by and not category:
        raise ValueError(f"“{measure}” is published by {definition.by}. Say which one.")
    wanted = period or merged.last_label(measure)
    place = next((index for index, figure in enumerate(own) if figure.period.label == wanted), None)
    if place is None:
        return None
    figure, here = own[place], area(area_code)
    near = tuple(
        found
        for n in neighbours(area_code)
        if (found := merged.figure(measure, n.area.code, wanted, category)) is not None
    )
    present = [n.value for n in near if n.value is not None]
    values = merged.values(measure, wanted, category)
    better = definition.polarity if here.kind in packaged.RANKED else Polarity.NEUTRAL
    return Comparison(
        area=figure,
        previous=own[place - 1] if place else None,
        region=_region(measure, here, wanted, category),
        england=merged.figure(measure, ENGLAND, wanted, category),
        neighbours=near,
        neighbours_mean=fsum(present) / len(present) if present else None,
        rank=rank(figure.value, values, better),
        ranked=len(values),
        quartile=band(figure.value, values, better) if definition.banded else None,
        polarity=definition.polarity,
    )


def beside_all(area_code: str) -> tuple[Comparison, ...]:
    """The latest comparison of LAIT's measures of SEN, absence and exclusion; ask for any other by name."""
    found = (beside(code, area_code) for code, one in packaged.measures().items() if one.compared)
    return tuple(comparison for comparison in found if comparison is not None)


def side_by_side(region_code: str, measures: Sequence[str]) -> tuple[SideBySide, ...]:
    """The areas of a region, by name, each with how it stands in the last published period of each measure.

    Rank and quartile are among all of England's areas. A measure by need or service is asked for as "code|category".
    """

    def standing(asked: str, code: str) -> Comparison | None:
        name, _, category = asked.partition("|")
        return beside(name, code, category=category)

    return tuple(
        SideBySide(place, {asked: standing(asked, place.code) for asked in measures}) for place in areas_in(region_code)
    )


def residents(area_code: str) -> Residents | None:
    """People aged 0 to 25; None where the list has none, or one number for two areas. Raises UnknownArea."""
    place = area(area_code)
    if place.residents_0_25 is None:
        return None
    return Residents(place, "0 to 25", place.residents_0_25, LISTED_WITH_RESIDENTS, RESIDENTS.citation)


def inspections(until: date, region: str | None = None) -> tuple[AreaInspections, ...]:
    """Every area of England or of a region, by name, with what was published of its inspections by a day."""
    return tuple(inspected.of_area(place, until) for place in areas_in(region or ENGLAND))


def inspection_counts(until: date, region: str | None = None) -> InspectionCounts:
    """How many areas had been inspected by a day, and with what outcomes, of those that there were on that day."""
    return inspected.counts(until, areas_in(region) if region else None)


def _region(measure: str, place: PublishedArea, label: str, category: str) -> Figure | None:
    """The region; in London its Inner or Outer part where that has a value, else all London."""
    part = merged.figure(measure, place.part, label, category) if place.part else None
    if part is not None and part.value is not None:
        return part
    return merged.figure(measure, LONDON if place.part else place.region, label, category)
