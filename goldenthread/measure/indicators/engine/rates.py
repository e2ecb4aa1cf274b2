"""Events of a period over the people of its school year's January census (Rated)."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.measure.indicators.counted import Rated
from goldenthread.measure.indicators.definition import Every, Level
from goldenthread.measure.indicators.engine import cube
from goldenthread.measure.indicators.engine.figure import Cell, Counted
from goldenthread.measure.indicators.engine.flows import starts
from goldenthread.measure.indicators.engine.places import columns
from goldenthread.measure.indicators.engine.scope import Asked, Scope, levels_of, only_rates, ways
from goldenthread.measure.indicators.engine.telling import quotients
from goldenthread.measure.indicators.periods import Period

JANUARY, SEPTEMBER = 1, 9
OnRoll = dict[tuple[str, int], dict[str, int]]  # people by area and year, then by place
Events = dict[tuple[str, date], dict[str, int]]  # events by area and first day of a period, then by place


def run(asked: Sequence[Asked], scope: Scope) -> Iterator[Counted]:
    """One scan of the events, one of the people, and one more of the events where they are told apart by whom they
    happened to: such counts do not add up.
    """
    only_rates(asked)
    shape: Rated = asked[0].counts
    known = cube.first_days(shape.rows, shape.rows[shape.on])
    people, events = _people(asked), _events(asked, scope)
    for level, every, positions in ways(asked):
        on_roll, happened = people(level), events(level, every)
        for position in positions:
            cells = _over(happened[position], on_roll[position], scope.periods(every), known)
            yield from quotients(asked[position].what, level, cells)


def _over(happened: Events, on_roll: OnRoll, periods: Sequence[Period], known: Mapping[str, date]) -> Iterator[Cell]:
    """For every place that has either, from an area's first event on: before it nothing is known."""
    for area, first in sorted(known.items()):
        for period in periods:
            base = on_roll.get((area, period.start.year + (period.start.month >= SEPTEMBER)))
            if base is None or period.end < first:
                continue
            found = happened.get((area, period.start), {})
            for place in sorted(base.keys() | found.keys()):
                yield Cell(area, place, period, found.get(place, 0), base.get(place, 0))


def _people(asked: Sequence[Asked]) -> Callable[[Level], list[OnRoll]]:
    """On roll at each January census, for each that asks. Of two January days of one year, the later."""
    shape: Rated = asked[0].counts
    rows, day = shape.people, shape.people[shape.census_on]
    sums = cube.Sums()
    names = [sums.add(cube.flag(one.counts.people_among)) for one in asked]
    keys = {"area": rows.area, "time": day, **columns(levels_of(asked, rows), rows, day)}
    held = cube.grouped(rows.filter(day.month() == JANUARY), keys, sums.columns)
    latest = _latest(held)

    @cache
    def at(level: Level) -> list[OnRoll]:
        found: list[OnRoll] = [{key: {} for key in latest} for _ in asked]
        table = cube.at_level(held, level, sums.names)
        for area, place, census, numbers in cube.added_up(table, sums.names, lambda day: day):
            if latest[area, census.year] == census:
                for one, position in zip(found, sums.at(names), strict=True):
                    if numbers[position]:
                        one[area, census.year][place] = numbers[position]
        return found

    return at


def _latest(held: pa.Table) -> dict[tuple[str, int], date]:
    found: dict[tuple[str, int], date] = {}
    days = held.select(["area", "time"]).group_by(["area", "time"]).aggregate([])
    for area, day in zip(days["area"].to_pylist(), days["time"].to_pylist(), strict=True):
        found[area, day.year] = max(day, found.get((area, day.year), day))
    return found


def _events(asked: Sequence[Asked], scope: Scope) -> Callable[[Level, Every], list[Events]]:
    """Of each that asks. Where it tells apart whom they happened to, they are scanned by who that is."""
    shape: Rated = asked[0].counts
    on, levels = shape.rows[shape.on], levels_of(asked, shape.rows)
    first = scope.first({every for one in asked for every in one.what.periods})
    rows = shape.rows.filter(on >= first, on <= scope.as_at)
    sums = cube.Sums()
    names = [sums.add(cube.flag(one.counts.among)) for one in asked]
    keys = {"area": rows.area, "time": cube.month_number(rows[shape.on]), **columns(levels, rows, rows[shape.on])}
    held = {
        who: cube.grouped(rows, keys | ({"who": rows[who]} if who else {}), sums.columns)
        for who in sorted({one.counts.distinct for one in asked})
    }

    plainly = cache(lambda level: cube.at_level(held[""], level, sums.names))

    def at(level: Level, every: Every) -> list[Events]:
        start_of = starts(scope, every)
        plain = list(cube.added_up(plainly(level), sums.names, start_of)) if "" in held else []
        found = []
        for one, name, position in zip(asked, names, sums.at(names), strict=True):
            who = one.counts.distinct
            if who:
                found.append(_by_period(_told_apart(held[who], name, level, start_of), 0))
            else:
                found.append(_by_period(plain, position))
        return found

    return at


def _told_apart(held: pa.Table, name: str, level: Level, start_of: Callable[[Any], date | None]) -> Iterator[cube.Row]:
    """How many different ones: who is at two places is one in the area."""
    theirs = held.filter(pc.greater(held[name], 0))
    return cube.added_up(cube.placed(theirs, level, ["who"]), ["who"], start_of, "count_distinct")


def _by_period(rows: Iterable[cube.Row], position: int) -> Events:
    found: Events = defaultdict(dict)
    for area, place, start, numbers in rows:
        if numbers[position]:
            found[area, start][place] = numbers[position]
    return found
