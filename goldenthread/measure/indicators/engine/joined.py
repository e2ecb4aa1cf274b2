"""People on roll over the places there are for them (Joined)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from goldenthread.measure.indicators.counted import Joined
from goldenthread.measure.indicators.definition import Every, Level
from goldenthread.measure.indicators.engine import cube
from goldenthread.measure.indicators.engine.figure import CannotCount, Cell, Counted
from goldenthread.measure.indicators.engine.places import WHERE, columns
from goldenthread.measure.indicators.engine.scope import Asked, Scope, levels_of, only_days, only_rates, ways
from goldenthread.measure.indicators.engine.telling import quotients


def run(asked: Sequence[Asked], scope: Scope) -> Iterator[Counted]:
    """Only schools whose places are known count, on either side. One scan, joined to the few schools there are."""
    only_days(asked)
    only_rates(asked)
    _only_where(asked)
    shape: Joined = asked[0].counts
    sums = cube.Sums()
    names = [sums.add(cube.flag(one.counts.among)) for one in asked]
    rows, day = shape.rows, shape.rows[shape.on]
    keys = {"area": rows.area, "time": day, "school": rows.urn, **columns(levels_of(asked, rows), rows, day)}
    held = rows.filter(day >= scope.since, day <= scope.as_at).select(**keys, **sums.columns)
    schools = shape.schools.select(school="urn", places=shape.schools[shape.places]).drop_null("places")
    full = held.join(schools, "school")
    kept = {name: full[name] for name in (*keys, "places")}
    found = cube.grouped(full, kept, {name: full[name] for name in sums.names}).to_pylist()
    for level, every, positions in ways(asked):
        for position in positions:
            cells = _filled(found, level, names[position], scope, every)
            yield from quotients(asked[position].what, level, cells)


def _only_where(asked: Sequence[Asked]) -> None:
    for one in asked:
        for level in set(one.what.levels) - {Level.AREA, *WHERE}:
            raise CannotCount(f"{one.what.code} divides by the places of schools, which nobody divides by {level}.")


def _filled(rows: Sequence[Mapping[str, Any]], level: Level, people: str, scope: Scope, every: Every) -> Iterator[Cell]:
    """A school's places are counted once, and only where someone is on its roll."""
    tops: dict[tuple[str, str, date], int] = defaultdict(int)
    unders: dict[tuple[str, str, date], dict[str, int]] = defaultdict(dict)
    for row in rows:
        place = "" if level is Level.AREA else row[level.value]
        if row[people] and place is not None:
            where = row["area"], place, row["time"]
            tops[where] += row[people]
            unders[where][row["school"]] = row["places"]
    for (area, place, day), top in sorted(tops.items()):
        yield Cell(area, place, scope.period(day, every), top, sum(unders[area, place, day].values()))
