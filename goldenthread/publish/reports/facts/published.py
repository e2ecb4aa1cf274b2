"""The nation's published figures: the area's own by year, and the region, England and neighbours beside them."""

from collections.abc import Iterator
from dataclasses import dataclass

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.benchmarks import reads as benchmarks
from goldenthread.measure.benchmarks.reads import Comparison, Figure
from goldenthread.measure.benchmarks.reads import Measure as PublishedMeasure

REGIONS = tuple(f"E1200000{digit}" for digit in range(1, 10))


@dataclass(frozen=True)
class Published:
    """One measure. `years` is empty for an area without published figures: then only the wider ones stand here."""

    measure: PublishedMeasure
    years: tuple[Figure, ...]
    england: tuple[Figure, ...]
    region: Figure | None  # for the last period
    region_name: str
    latest_england: Figure | None
    neighbours_mean: float | None
    neighbours: int
    comparison: Comparison | None


def published(area: LocalArea) -> dict[str, Published]:
    """Every headline that is not by need, by code. A fictional area has England's alone."""
    known = _is_published(area.code)
    headlines = [one for one in benchmarks.measures() if one.counted and not one.by_need]
    return {one.code: found for one in headlines if (found := _one(one, area, known)) is not None}


def neighbour_names(area: LocalArea) -> tuple[str, ...]:
    return tuple(one.area.name for one in benchmarks.neighbours(area.code)) if _is_published(area.code) else ()


def _is_published(code: str) -> bool:
    try:
        benchmarks.area(code)
    except benchmarks.UnknownArea:
        return False
    return True


def _one(measure: PublishedMeasure, area: LocalArea, known: bool) -> Published | None:
    england = tuple(benchmarks.published(measure.code, benchmarks.ENGLAND))
    years = tuple(benchmarks.published(measure.code, area.code)) if known else ()
    if not years and not england:
        return None
    last = next((one for one in reversed(years) if one.value is not None), None)
    beside = benchmarks.beside(measure.code, area.code, last.period.label) if last else None
    wider = benchmarks.latest(measure.code, benchmarks.ENGLAND) if beside is None else beside.england
    region = _region_of(measure, area, wider) if beside is None else beside.region
    return Published(
        measure=measure,
        years=years,
        england=england,
        region=region,
        region_name=area.region,
        latest_england=wider,
        neighbours_mean=beside.neighbours_mean if beside else None,
        neighbours=sum(one.value is not None for one in beside.neighbours) if beside else 0,
        comparison=beside,
    )


def _region_of(measure: PublishedMeasure, area: LocalArea, beside: Figure | None) -> Figure | None:
    """The region's figure for the same period, found by its name, for an area that has no published figure itself."""
    return next((one for one in _in_region(measure, area.region) if beside and one.period == beside.period), None)


def _in_region(measure: PublishedMeasure, name: str) -> Iterator[Figure]:
    for code in REGIONS:
        if benchmarks.area(code).name == name:
            yield from benchmarks.published(measure.code, code)
