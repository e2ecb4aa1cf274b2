"""The tables of a measure by need, age, district, placement, service, school or wait, for the newest period."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from goldenthread.measure.indicators import bands, words
from goldenthread.measure.indicators.definition import Level
from goldenthread.measure.indicators.figures import Figure
from goldenthread.measure.indicators.lines import ALL_SEND, NO_SEN
from goldenthread.measure.indicators.published import Published
from goldenthread.record.establishments.models import Establishment
from goldenthread.rules.sen2.codes import NEEDS, SETTINGS
from goldenthread.rules.statistics.rounding import percent

TITLES = {
    Level.SEND: "By special educational need",
    Level.NEED: "By primary need",
    Level.AGE_BAND: "By age",
    Level.WAIT: "By how long they have waited",
    Level.PLACEMENT: "By kind of placement",
    Level.DISTRICT: "By district in which the school stands",
    Level.SERVICE: "By service",
    Level.ESTABLISHMENT: "By school or setting, in the order of the alphabet",
}
HEADS = {Level.SEND: "Children", Level.DISTRICT: "District", Level.ESTABLISHMENT: "School or setting"}
IN_ORDER = {
    Level.AGE_BAND: [name for _, name in bands.AGES],
    Level.WAIT: [name for _, name in bands.WAITS],
    Level.SEND: ["EHC plan", "SEN support", ALL_SEND, NO_SEN],
}
PLACEMENTS = {**SETTINGS, **{str(kind): str(label) for kind, label in Establishment.Kind.choices}}


@dataclass(frozen=True)
class Place:
    """`cells` are the figure, its counts, its interval, and what is published of England and the region."""

    name: str
    cells: tuple[str, ...]
    urn: str = ""


@dataclass(frozen=True)
class PlaceTable:
    level: Level
    title: str
    period: str
    head: tuple[str, ...]
    rows: tuple[Place, ...]
    figures: tuple[Figure, ...]
    names: Mapping[str, str] = field(default_factory=dict)


def place_tables(figures: Sequence[Figure], schools: Mapping[str, str], other: Published | None) -> list[PlaceTable]:
    """One a level that has figures; `schools` are names by URN."""
    tables = []
    for level in TITLES:
        found = [figure for figure in figures if figure.level is level]
        if found:
            names = named(level, schools)
            ordered = sorted(found, key=lambda figure: _order(level, figure.place, names))
            tables.append(_table(level, ordered, names, other))
    return tables


def named(level: Level, schools: Mapping[str, str]) -> Mapping[str, str]:
    """{place: what it is called}."""
    return {Level.ESTABLISHMENT: schools, Level.NEED: NEEDS, Level.PLACEMENT: PLACEMENTS}.get(level, {})


def _table(level: Level, figures: Sequence[Figure], names: Mapping[str, str], other: Published | None) -> PlaceTable:
    head = [HEADS.get(level, TITLES[level].removeprefix("By ").capitalize()), "Figure"]
    columns = [[words.value(figure) for figure in figures]]
    for heading, told in (("Counted", words.counts), ("95 % interval", words.around)):
        cells = [told(figure) for figure in figures]
        if any(cells):
            head.append(heading)
            columns.append(cells)
    if level is Level.NEED and other and other.by_need:
        head += ["England", "Region"]
        columns += _published(figures, other)
    is_school = level is Level.ESTABLISHMENT
    rows = tuple(
        Place(names.get(figure.place, figure.place), tuple(cells), figure.place if is_school else "")
        for figure, *cells in zip(figures, *columns, strict=True)
    )
    return PlaceTable(level, TITLES[level], words.period(figures[0]), tuple(head), rows, tuple(figures), names)


def _published(figures: Sequence[Figure], other: Published) -> list[list[str]]:
    found = [other.need(figure.place) for figure in figures]
    return [
        [_percent(one.england.value if one and one.england else None) for one in found],
        [_percent(one.region.value if one and one.region else None) for one in found],
    ]


def _percent(value: float | None) -> str:
    return "not published" if value is None else percent(value)


def _order(level: Level, place: str, names: Mapping[str, str]) -> tuple[int, str]:
    order = IN_ORDER.get(level, [])
    return (order.index(place) if place in order else len(order)), names.get(place, place).casefold()
