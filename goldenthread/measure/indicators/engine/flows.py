"""What happened in a period (Happened), was added up over it (Summed), or was found on a census day (Count)."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from typing import Any

from goldenthread.measure.indicators.counted import Count, Happened, Summed
from goldenthread.measure.indicators.definition import Every
from goldenthread.measure.indicators.engine import cube
from goldenthread.measure.indicators.engine.figure import Cell, Counted
from goldenthread.measure.indicators.engine.places import columns
from goldenthread.measure.indicators.engine.scope import Asked, Scope, levels_of, only_days, ways
from goldenthread.measure.indicators.engine.telling import plainly, quotients, told

Flow = Happened | Summed | Count


def run(asked: Sequence[Asked], scope: Scope) -> Iterator[Counted]:
    """Of the same rows by the same day: one scan does for all."""
    rows, on = asked[0].counts.rows, asked[0].counts.on
    first = scope.first({every for one in asked for every in one.what.periods})
    dated = rows.filter(rows[on] >= first, rows[on] <= scope.as_at)
    sums = cube.Sums()
    pairs = [_pair(one.counts, sums) for one in asked]
    keys = {"area": rows.area, "time": cube.month_number(rows[on])}
    found = cube.grouped(dated, keys | columns(levels_of(asked, rows), rows, rows[on]), sums.columns)
    known = cube.first_days(rows, rows[on]) if any(isinstance(one.counts, Happened) for one in asked) else {}
    at = cache(lambda level: cube.at_level(found, level, sums.names))
    for level, every, positions in ways(asked):
        added = list(cube.added_up(at(level), sums.names, starts(scope, every)))
        for position in positions:
            cells = _cells(added, sums.at(pairs[position]), scope, every)
            if isinstance(asked[position].counts, Summed):
                yield from quotients(asked[position].what, level, cells)
            else:
                yield from told(asked[position], level, every, cells, scope, known)


def on_days(asked: Sequence[Asked], scope: Scope) -> Iterator[Counted]:
    """Of census days: a day that the tables do not hold has no figure."""
    rows, on = asked[0].counts.rows, asked[0].counts.on
    only_days(asked)
    sums = cube.Sums()
    pairs = [_pair(one.counts, sums) for one in asked]
    keys = {"area": rows.area, "time": rows[on], **columns(levels_of(asked, rows), rows, rows[on])}
    found = cube.grouped(rows.filter(rows[on] >= scope.since, rows[on] <= scope.as_at), keys, sums.columns)
    for level, every, positions in ways(asked):
        added = list(cube.added_up(cube.at_level(found, level, sums.names), sums.names, lambda day: day))
        for position in positions:
            one = asked[position]
            cells = _cells(added, sums.at(pairs[position]), scope, every)
            yield from (plainly if one.counts.met is None else quotients)(one.what, level, cells)


def starts(scope: Scope, every: Every) -> Callable[[int], date | None]:
    """From the number of a month to the first day of its period; None before the first whole one."""
    first = scope.periods(every)[0].start

    def start(number: int) -> date | None:
        day = scope.period(cube.month_of_number(number), every).start
        return day if day >= first else None

    return start


def _pair(counts: Any, sums: cube.Sums) -> tuple[str, str]:
    """The names of the columns of what is above and what is below."""
    if isinstance(counts, Summed):
        return sums.add(cube.within(counts.among, counts.top)), sums.add(cube.within(counts.among, counts.under))
    under = sums.add(cube.flag(counts.among))
    return under if counts.met is None else sums.add(cube.flag(counts.among, counts.met)), under


def _cells(added: Sequence[cube.Row], pair: Sequence[int], scope: Scope, every: Every) -> list[Cell]:
    """Of those places where there was anything."""
    top, under = pair
    return [
        Cell(area, place, scope.period(start, every), values[top], values[under])
        for area, place, start, values in added
        if values[under] or values[top]
    ]
