"""From what was added up to figures: a count, a part of a whole, a share, a rate of residents."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from goldenthread.measure.indicators.definition import Definition, Every, Level, Unit
from goldenthread.measure.indicators.engine.figure import CannotCount, Cell, Counted
from goldenthread.measure.indicators.engine.places import ALL_SEND
from goldenthread.measure.indicators.engine.scope import Asked, Scope
from goldenthread.measure.indicators.periods import Period

Known = Mapping[str, date]  # the first day that each area's rows tell of


def told(one: Asked, level: Level, every: Every, cells: list[Cell], scope: Scope, known: Known) -> Iterator[Counted]:
    """Of things that happened or stood. For the area, a period in which there was nothing is a figure too."""
    counts: Any = one.counts
    plain = counts.met is None
    if counts.share:
        return shares(one.what, level, cells)
    if level is Level.AREA:
        cells = sorted([*cells, *_empty(cells, every, scope, known, counted=plain)], key=_by_area)
    if plain:
        cells = [Cell(cell.area, cell.place, cell.period, cell.under, cell.under) for cell in cells]
    if counts.per:
        return per_resident(one.what, level, cells, scope, counts.per)
    return plainly(one.what, level, cells) if plain else quotients(one.what, level, cells)


def plainly(what: Definition, level: Level, cells: Iterable[Cell]) -> Iterator[Counted]:
    for cell in cells:
        yield _figure(what, level, cell, cell.top, None, float(cell.top))


def quotients(what: Definition, level: Level, cells: Iterable[Cell]) -> Iterator[Counted]:
    """Raises CannotCount where a percentage would pass 100: its numerator is not a part of its denominator."""
    multiplier = what.unit.multiplier
    for cell in cells:
        top, under = cell.top, cell.under
        if what.unit is Unit.PERCENT and top > under > 0:
            raise CannotCount(
                f"{what.code}: {top:,} out of {under:,} ({cell.place or 'the area'}, {cell.period.label}) is more than "
                "all. Either its rows are at fault, or it is a rate of one thing to another: declare its unit so."
            )
        yield _figure(what, level, cell, top, under, multiplier * top / under if under else None)


def shares(what: Definition, level: Level, cells: list[Cell]) -> Iterator[Counted]:
    """Each place among all places together. A whole area is no share of anything."""
    if level is Level.AREA:
        return
    totals: dict[tuple[str, Period], float] = defaultdict(int)
    for cell in cells:
        if cell.place != ALL_SEND:
            totals[cell.area, cell.period] += cell.under
    parts = (Cell(one.area, one.place, one.period, one.under, totals[one.area, one.period]) for one in cells)
    yield from quotients(what, level, parts)


def per_resident(what: Definition, level: Level, cells: Iterable[Cell], scope: Scope, ages: str) -> Iterator[Counted]:
    """Over those who live in the area. Where nobody knows how many do, there is nothing to divide by."""
    for cell in cells:
        people = scope.residents(cell.area, ages, cell.period.start.year)
        value = what.unit.multiplier * cell.top / people if people else None
        yield _figure(what, level, cell, cell.top, people, value)


def _figure(
    what: Definition, level: Level, cell: Cell, top: float, under: float | None, value: float | None
) -> Counted:
    return Counted(what.code, level, cell.place, cell.period, top, under, value, None, cell.area)


def _empty(cells: Iterable[Cell], every: Every, scope: Scope, known: Known, *, counted: bool) -> Iterator[Cell]:
    """A count is not 0 before the area's first row: nothing is known of then. An area without a row sent nothing."""
    found = {(cell.area, cell.period) for cell in cells}
    for area, first in (known or scope.nobody).items():
        for period in scope.periods(every):
            if (area, period) not in found and not (counted and period.end < first):
                yield Cell(area, "", period, 0, 0)


def _by_area(cell: Cell) -> tuple[str, date]:
    return cell.area, cell.period.start
