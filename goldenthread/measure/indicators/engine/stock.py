"""What stood at a period's end (Standing), and how long it had stood (Waited)."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

import ibis

from goldenthread.measure.indicators.counted import Expr, Waited
from goldenthread.measure.indicators.definition import Every, Level
from goldenthread.measure.indicators.engine import cube
from goldenthread.measure.indicators.engine.figure import Cell, Counted
from goldenthread.measure.indicators.engine.places import WHERE, at_each, columns
from goldenthread.measure.indicators.engine.scope import Asked, Scope, levels_of, ways
from goldenthread.measure.indicators.engine.telling import Known, told
from goldenthread.measure.indicators.periods import Period


def run(asked: Sequence[Asked], scope: Scope) -> Iterator[Counted]:
    """Each row is counted once for every period at whose end it stood: one scan for all that ask of the same rows."""
    shape = asked[0].counts
    levels = levels_of(asked, shape.rows, waits=True)
    among = {
        f"among_{position}": one.counts.among for position, one in enumerate(asked) if one.counts.among is not None
    }
    crossed = _crossed(shape.rows.mutate(**among), shape, _ends(asked, scope))
    sums = cube.Sums()
    pairs = [_pair(one, position, crossed, sums) for position, one in enumerate(asked)]
    keys = {"area": crossed.area, "time": crossed.period_end, **_columns(levels, crossed, shape.since, scope.as_at)}
    found = cube.grouped(crossed, keys, sums.columns)
    known = cube.first_days(shape.rows, shape.rows[shape.since])
    at = cache(lambda level: cube.at_level(found, level, sums.names))
    for level, every, positions in ways(asked):
        if level in WHERE and every is not Every.DAY:
            continue
        by_end = {period.end: period for period in scope.periods(every)}
        added = list(cube.added_up(at(level), sums.names, _starts(by_end)))
        for position in positions:
            top, under = sums.at(pairs[position])
            cells = [
                Cell(area, place, scope.period(start, every), values[top], values[under])
                for area, place, start, values in added
                if values[under]
            ]
            yield from told(asked[position], level, every, cells, scope, known)


def _pair(one: Asked, position: int, crossed: Expr, sums: cube.Sums) -> tuple[str, str]:
    among = None if one.counts.among is None else crossed[f"among_{position}"]
    under = sums.add(cube.flag(among))
    return (under if one.counts.met is None else sums.add(cube.flag(among, one.counts.met(crossed)))), under


def _columns(levels: Sequence[Level], crossed: Expr, since: str, as_at: date) -> dict[str, Expr]:
    """Where a child is taught is known on the tables' day; to count schools at earlier months' ends would put children
    where they are now.
    """
    found = columns(levels, crossed, crossed.period_end, crossed[since])
    today = crossed.period_end == as_at
    return {
        name: today.ifelse(column, ibis.null(column.type())) if name in WHERE else column
        for name, column in found.items()
    }


def _starts(by_end: Mapping[date, Period]) -> Any:
    return lambda end: by_end[end].start if end in by_end else None


def _ends(asked: Sequence[Asked], scope: Scope) -> list[date]:
    kinds = {every for one in asked for every in one.what.periods}
    return sorted({period.end for every in kinds for period in scope.periods(every)})


def _crossed(rows: Expr, shape: Any, ends: Sequence[date]) -> Expr:
    """Each row once for every day at whose end it stood."""
    days = ibis.memtable({"period_end": list(ends)}, schema={"period_end": "date"})
    still = rows[shape.until].isnull() | (rows[shape.until] > days.period_end)
    return rows.join(days, [rows[shape.since] <= days.period_end, still])


# ---------------------------------------------------------------- how long it had stood


def waited(asked: Sequence[Asked], scope: Scope) -> Iterator[Counted]:
    """A middle does not add up: it is asked for of every level."""
    shape: Waited = asked[0].counts
    levels = levels_of(asked, shape.rows)
    crossed = _crossed(shape.rows, shape, _ends(asked, scope))
    days = crossed.period_end.delta(crossed[shape.since], unit="day").cast("float64")
    keep = {"area": crossed.area, "end": crossed.period_end, "days": days}
    each = at_each(
        crossed.select(**keep, **columns(levels, crossed, crossed.period_end, crossed[shape.since])), levels, keep
    )
    found = each.group_by("level", "area", "place", "end").aggregate(
        n=each.count().cast("int64"),
        median=each.days.quantile(0.5).cast("float64"),
        max=each.days.max().cast("float64"),
    )
    rows = found.to_pyarrow().to_pylist()
    known = cube.first_days(shape.rows, shape.rows[shape.since])
    for one in asked:
        for level in one.what.levels:
            yield from _weeks(one, level, [row for row in rows if row["level"] == level.value], scope, known)


def _weeks(
    one: Asked, level: Level, found: Sequence[Mapping[str, Any]], scope: Scope, known: Known
) -> Iterator[Counted]:
    held = {(row["area"], row["place"], row["end"]): row for row in found}
    spots = {(row["area"], row["place"]) for row in found}
    if level is Level.AREA:
        spots |= {(area, "") for area in known or scope.nobody}
    for every in one.what.periods:
        for area, place in sorted(spots):
            for period in scope.periods(every):
                row = held.get((area, place, period.end))
                if row is None and level is not Level.AREA:
                    continue
                value = row[one.counts.take] / 7 if row else None
                yield Counted(one.what.code, level, place, period, None, row["n"] if row else 0, value, None, area)
