"""Area SEND inspections of the nation: what had been published of each area by a day, and how many of each outcome.

Ofsted and the Care Quality Commission. Until 2022 an inspection ended with a written statement of action or none, and a
revisit; since 2023 with one of three outcomes. Nothing is known before the day of its publication.
"""

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from . import packaged, shelf
from .areas import PublishedArea
from .changes import areas_on, predecessors

SHAPE = "inspections"
OLD, NEW = "2016", "2023"
STATEMENT = "written statement"
GRADES = {
    "positive": "Typically positive experiences and outcomes",
    "inconsistent": "Inconsistent experiences and outcomes",
    "systemic failings": "Widespread and/or systemic failings",
    "": "Outcome not read from the report",
}


@dataclass(frozen=True, slots=True)
class NationalInspection:
    """`cycle` is the year in which its framework began, `outcome` a word of GRADES or a written statement or none.

    `weaknesses` are those that the written statement was to answer, or the areas for priority action. `progress`: all,
    some or none of them sufficient at the revisit; empty where there was none yet.
    """

    area: str
    cycle: str
    started_on: date | None
    ended_on: date | None
    published_on: date
    outcome: str
    weaknesses: int | None
    revisited_on: date | None
    revisit_published_on: date | None
    progress: str
    progress_made: int | None
    progress_not_made: int | None
    next_by: date | None
    source: str

    def known_on(self, day: date) -> "NationalInspection":
        """Without the revisit, where that was not yet published."""
        if self.revisit_published_on is None or self.revisit_published_on <= day:
            return self
        return replace(
            self, revisited_on=None, revisit_published_on=None, progress="", progress_made=None, progress_not_made=None
        )


@dataclass(frozen=True, slots=True)
class AreaInspections:
    """`earlier` is of the framework of 2016 to 2022, `later` of the one since 2023; None where none was published.

    Each says of which area it was: Cumberland's earlier one was Cumbria's (909).
    """

    area: PublishedArea
    earlier: NationalInspection | None
    later: NationalInspection | None


@dataclass(frozen=True, slots=True)
class InspectionCounts:
    """By a day: `inspected` of `areas` under the framework of 2016, and what came of it; `grades` since 2023."""

    until: date
    areas: int
    inspected: int
    statements: int
    revisited: int
    progress: Mapping[str, int]
    inspected_since_2023: int
    grades: Mapping[str, int]


def of_area(place: PublishedArea, until: date) -> AreaInspections:
    """Of an area that is new, what was published of the one that it was part of."""
    codes = (*(change.old_code for change in predecessors(place.code)), place.code)
    known = [one.known_on(until) for one in _every() if one.area in codes and one.published_on <= until]
    last = {one.cycle: one for one in sorted(known, key=lambda one: (codes.index(one.area), one.published_on))}
    return AreaInspections(place, last.get(OLD), last.get(NEW))


def counts(until: date, within: Iterable[PublishedArea] | None = None) -> InspectionCounts:
    """All of England without `within`, former areas among them."""
    standing = sum(place.kind == "area" for place in packaged.areas().values())
    chosen = None if within is None else {place.code for place in within}
    known = [
        one.known_on(until) for one in _every() if one.published_on <= until and (chosen is None or one.area in chosen)
    ]
    old = {one.area: one for one in known if one.cycle == OLD}.values()
    new = {one.area: one for one in known if one.cycle == NEW}.values()
    return InspectionCounts(
        until=until,
        areas=areas_on(until, standing) if chosen is None else len(chosen),
        inspected=len(old),
        statements=sum(one.outcome == STATEMENT for one in old),
        revisited=sum(bool(one.progress) for one in old),
        progress=Counter(one.progress for one in old if one.progress),
        inspected_since_2023=len(new),
        grades=Counter(one.outcome for one in new),
    )


def _every() -> tuple[NationalInspection, ...]:
    """By day of publication. Of one that two lists have, the one loaded last."""
    tables = [packaged.FOLDER / "inspections.csv"]
    tables += [one.listed for one in shelf.index() if one.shape == SHAPE]
    return _merged(tuple(tables))


@lru_cache(maxsize=8)
def _merged(tables: tuple[Path, ...]) -> tuple[NationalInspection, ...]:
    found = {}
    for table in tables:
        with table.open(encoding="utf-8", newline="") as stream:
            for row in csv.DictReader(stream):
                found[row["area"], row["cycle"], row["published_on"]] = _read(row)
    return tuple(sorted(found.values(), key=lambda one: (one.published_on, one.area)))


def _read(row: Mapping[str, str]) -> NationalInspection:
    return NationalInspection(
        area=row["area"],
        cycle=row["cycle"],
        started_on=_day(row["started_on"]),
        ended_on=_day(row["ended_on"]),
        published_on=date.fromisoformat(row["published_on"]),
        outcome=row["outcome"],
        weaknesses=_whole(row["weaknesses"]),
        revisited_on=_day(row["revisited_on"]),
        revisit_published_on=_day(row["revisit_published_on"]),
        progress=row["progress"],
        progress_made=_whole(row["progress_made"]),
        progress_not_made=_whole(row["progress_not_made"]),
        next_by=_day(row["next_by"]),
        source=row["source"],
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _whole(text: str) -> int | None:
    return int(text) if text else None
