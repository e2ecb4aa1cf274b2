"""The tables of a measure by need, age, school or wait, for the newest period."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.indicators import bands, words
from goldenthread.measure.indicators.definition import Definition, Every, Level
from goldenthread.measure.indicators.figures import Figure
from goldenthread.measure.indicators.published import Published
from goldenthread.record.establishments import reads as establishments
from goldenthread.rules.sen2.codes import NEEDS
from goldenthread.rules.statistics.rounding import percent

TITLES = {
    Level.NEED: "By primary need",
    Level.AGE_BAND: "By age",
    Level.ESTABLISHMENT: "By school or setting",
    Level.WAIT: "By how long they have waited",
}
IN_ORDER = {Level.AGE_BAND: bands.AGES, Level.WAIT: bands.WAITS}


@dataclass(frozen=True)
class PlaceTable:
    """`rows` are name, value, counts, interval, and what is published of England and the region, where it is."""

    title: str
    period: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: tuple[Figure, ...]
    names: Mapping[str, str]


def finest_period(definition: Definition) -> Every:
    """The period that places are shown for: the year, else the snapshot's day, else the month."""
    return next(every for every in (Every.YEAR, Every.DAY, Every.MONTH) if every in definition.periods)


def place_tables(
    area: LocalArea, definition: Definition, figures: Sequence[Figure], other: Published | None
) -> list[PlaceTable]:
    tables = []
    for level in definition.levels:
        found = [figure for figure in figures if figure.level is level]
        if found:
            names = _names(area, level, found)
            tables.append(_table(level, sorted(found, key=lambda f: _order(level, f.place, names)), names, other))
    return tables


def _table(level: Level, figures: Sequence[Figure], names: Mapping[str, str], other: Published | None) -> PlaceTable:
    head: tuple[str, ...] = (TITLES[level].removeprefix("By ").capitalize(), "Figure")
    columns = [[words.value(figure) for figure in figures]]
    for heading, told in (("Counted", words.counts), ("95 % interval", words.around)):
        cells = [told(figure) for figure in figures]
        if any(cells):
            head, columns = (*head, heading), [*columns, cells]
    if level is Level.NEED and other and other.by_need:
        head, columns = (*head, "England", "Region"), [*columns, *_published(figures, other)]
    named = [names.get(figure.place, figure.place) for figure in figures]
    rows = tuple(zip(named, *columns, strict=True))
    return PlaceTable(TITLES[level], words.period(figures[0]), head, rows, tuple(figures), names)


def _published(figures: Sequence[Figure], other: Published) -> list[list[str]]:
    found = [other.need(figure.place) for figure in figures]
    return [
        [_percent(one.england.value if one and one.england else None) for one in found],
        [_percent(one.region.value if one and one.region else None) for one in found],
    ]


def _percent(value: float | None) -> str:
    return "not published" if value is None else percent(value)


def _names(area: LocalArea, level: Level, figures: Sequence[Figure]) -> Mapping[str, str]:
    if level is Level.ESTABLISHMENT:
        return establishments.names(area, [figure.place for figure in figures])
    return NEEDS if level is Level.NEED else {}


def _order(level: Level, place: str, names: Mapping[str, str]) -> tuple[int, str]:
    order = [name for _, name in IN_ORDER.get(level, ())]
    return (order.index(place) if place in order else len(order)), names.get(place, place)
