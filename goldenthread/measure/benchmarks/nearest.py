"""Statistical neighbours by the version of the list: the package's, and those that were loaded."""

import csv
from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from . import packaged, shelf

SHAPE = "neighbours"
Row = Mapping[str, str]


def versions() -> tuple[str, ...]:
    """Year and month of each list, oldest first."""
    found = {one.version for one in shelf.index() if one.shape == SHAPE}
    return tuple(sorted(found | {packaged.neighbour_rows()[0]["version"]}))


def version_on(day: date | None) -> str:
    """The list in use on a day: the last made by then, or the oldest there is; without a day, the newest."""
    every = versions()
    if day is None:
        return every[-1]
    return max((one for one in every if one <= f"{day:%Y-%m}"), default=every[0])


def rows(area_code: str) -> Iterator[Row]:
    """An area's neighbours by every list, nearest first."""
    for table in (_packaged(), *(_loaded(one.listed, one.sha256) for one in _lists())):
        yield from table.get(area_code, ())


def _lists() -> tuple[shelf.Loaded, ...]:
    return tuple(one for one in shelf.index() if one.shape == SHAPE)


@lru_cache(maxsize=1)
def _packaged() -> Mapping[str, tuple[Row, ...]]:
    return _by_area(packaged.neighbour_rows())


@lru_cache(maxsize=16)
def _loaded(path: Path, _sha256: str) -> Mapping[str, tuple[Row, ...]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return _by_area(tuple(csv.DictReader(stream)))


def _by_area(every: tuple[Row, ...]) -> Mapping[str, tuple[Row, ...]]:
    found: dict[str, list[Row]] = {}
    for row in every:
        found.setdefault(row["area"], []).append(row)
    return {area: tuple(those) for area, those in found.items()}
