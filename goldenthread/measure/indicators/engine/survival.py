"""How long it took, those still waiting counted too (Survived): the whole curve, one for each place and period."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

import ibis

from goldenthread.measure.indicators.counted import Survived
from goldenthread.measure.indicators.definition import Level
from goldenthread.measure.indicators.engine import cube
from goldenthread.measure.indicators.engine.figure import Counted
from goldenthread.measure.indicators.engine.flows import starts
from goldenthread.measure.indicators.engine.places import columns
from goldenthread.measure.indicators.engine.scope import Asked, Scope, levels_of
from goldenthread.measure.indicators.periods import Period
from goldenthread.rules.statistics.survival import kaplan_meier

Weighted = list[tuple[int, bool, int]]  # days, reached the event, how many


def run(asked: Sequence[Asked], scope: Scope) -> Iterator[Counted]:
    """Counted by days first, so that an engine sends no row of a child."""
    shape: Survived = asked[0].counts
    rows, began = shape.rows, shape.rows[shape.since]
    ended = ibis.coalesce(rows[shape.event], rows[shape.left], ibis.literal(scope.as_at).cast("date"))
    keys = {
        "area": rows.area,
        "time": cube.month_number(began),
        "days": ended.delta(began, unit="day").cast("int64"),
        "done": rows[shape.event].notnull(),
        **columns(levels_of(asked, rows), rows, began),
    }
    first = scope.first({every for one in asked for every in one.what.periods})
    timed = rows.filter(began >= first, began <= scope.as_at, ended >= began)
    found = cube.grouped(timed, keys, {"n": cube.flag()}).to_pylist()
    for one in asked:
        for level in one.what.levels:
            yield from _curves(one, level, found, scope)


def _curves(one: Asked, level: Level, found: Sequence[dict[str, Any]], scope: Scope) -> Iterator[Counted]:
    for every in one.what.periods:
        start_of = starts(scope, every)
        groups: dict[tuple[Any, ...], Weighted] = defaultdict(list)
        for row in found:
            place, start = "" if level is Level.AREA else row[level.value], start_of(row["time"])
            if place is not None and start is not None:
                groups[row["area"], place, start].append((row["days"], row["done"], row["n"]))
        for (area, place, start), weighted in sorted(groups.items()):
            yield _chance(one, level, area, place, scope.period(start, every), sorted(weighted))


def _chance(one: Asked, level: Level, area: str, place: str, period: Period, weighted: Weighted) -> Counted:
    within = one.counts.within_days
    times = [days for days, _done, n in weighted for _ in range(n)]
    events = [done for _days, done, n in weighted for _ in range(n)]
    curve = kaplan_meier(times, events)
    done = sum(n for days, event, n in weighted if event and days <= within)
    detail: dict[str, Any] = {
        "curve": [[step.day, step.surviving, step.lower, step.upper] for step in curve.steps],
        "longest": curve.longest,
        "finished": curve.finished,
    }
    value = None  # nobody has been followed for so long yet
    if curve.longest >= within:
        reached = curve.surviving_at(within)
        detail |= {"lower": 100 * (1 - reached.upper), "upper": 100 * (1 - reached.lower)}
        value = 100 * (1 - reached.surviving)
    return Counted(one.what.code, level, place, period, done, len(times), value, detail, area)
