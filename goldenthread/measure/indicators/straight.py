"""Tables frozen from SEN2 files → figures, with no row in the database: for a region, the nation, or a question asked
once.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from goldenthread.measure.benchmarks import reads as benchmarks
from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.embedded import embedded
from goldenthread.measure.indicators.engine import Counted, measure
from goldenthread.measure.indicators.engine.wider import widened
from goldenthread.measure.indicators.intervals import interval


def figures(folder: Path, as_at: date, since: date, areas: Iterable[str] = ()) -> Iterator[dict[str, Any]]:
    """Unrounded and unsuppressed, one dict a figure: of each area in the tables, and of the regions and England where
    `areas`, those that were read, make them up.
    """
    found = measure(catalogue.codes(), embedded(folder, as_at), since.replace(month=1, day=1))
    for one in widened(widened(found, regions(areas)), england(areas)):
        yield _told(one)


def regions(areas: Iterable[str]) -> dict[str, str]:
    """The region of each area, where all the areas that it has today are here: a part is not told as the whole."""
    here = set(areas)
    known = {code: region for code in here if (region := _region(code))}
    whole = {region for region in set(known.values()) if _all_here(region, here)}
    return {code: region for code, region in known.items() if region in whole}


def england(areas: Iterable[str]) -> dict[str, str]:
    here = set(areas)
    return dict.fromkeys(here, benchmarks.ENGLAND) if _all_here(benchmarks.ENGLAND, here) else {}


def _all_here(wider: str, here: set[str]) -> bool:
    return {area.code for area in benchmarks.areas_in(wider)} <= here


def _region(code: str) -> str:
    try:
        return benchmarks.area(code).region
    except benchmarks.UnknownArea:
        return ""


def standing(code: str) -> str:
    """A sentence on an area's code that no area has today; empty where one has."""
    if not code:
        return "The header says no area. Its figures are told under none."
    try:
        if benchmarks.area(code).kind != "former area":
            return ""
    except benchmarks.UnknownArea:
        if not benchmarks.successors(code):
            return f"No area has the code {code}. Check the header; its figures are told under that code."
    become = " ".join(change.sentence for change in benchmarks.successors(code))
    return f"{become or f'{code} is the code of a former area.'} Its figures are told under {code}, and not joined."


def _told(one: Counted) -> dict[str, Any]:
    lower, upper = interval(catalogue.definition(one.indicator).unit, one.numerator, one.denominator)
    if one.detail and "lower" in one.detail:
        lower, upper = one.detail["lower"], one.detail["upper"]
    return {
        "indicator": one.indicator,
        "area": one.area,
        "level": one.level.value,
        "place": one.place,
        "every": one.period.every.value,
        "period_start": one.period.start.isoformat(),
        "period_end": one.period.end.isoformat(),
        "numerator": one.numerator,
        "denominator": one.denominator,
        "value": one.value,
        "lower": lower,
        "upper": upper,
        "areas": one.detail.get("areas") if one.detail else None,
        "definition_version": catalogue.version(one.indicator),
    }
