"""Runs definitions over frozen tables: one grouped query a definition, rolled up here to every level and period.

Counts add up, so the finest groups (month × need × age band × establishment) are counted once and summed to the rest.
Middles and
survival do not add up and are asked for each group by itself. Expressions are Ibis: DuckDB by default, another engine
by handing
in its tables.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis

from goldenthread.measure.indicators import bands
from goldenthread.measure.indicators.catalogue import counts_of, definition
from goldenthread.measure.indicators.definition import (
    Counts,
    Definition,
    Every,
    Expr,
    Happened,
    Level,
    Standing,
    Survived,
    Tables,
    Waited,
)
from goldenthread.measure.indicators.periods import Period, month_of, periods_for, year_of
from goldenthread.rules.statistics.survival import kaplan_meier

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Counted:
    """One figure as counted: unrounded, unsuppressed. `denominator` is None for a count, `value` None where there is
    nothing to divide.
    """

    indicator: str
    level: Level
    place: str
    period: Period
    numerator: int | None
    denominator: int | None
    value: float | None
    detail: Mapping[str, Any] | None = None


def measure(codes: Iterable[str], tables: Tables, since: date) -> Iterator[Counted]:
    """Every figure of the computed indicators named, from the month of `since` to the tables' day."""
    for code in codes:
        function = counts_of(code)
        if function is not None:
            yield from count(definition(code), function(tables), since, tables.as_at)


def count(what: Definition, counts: Counts, since: date, as_at: date) -> Iterator[Counted]:
    match counts:
        case Happened():
            return _happened(what, counts, since, as_at)
        case Standing():
            return _standing(what, counts, since, as_at)
        case Waited():
            return _waited(what, counts, since, as_at)
        case Survived():
            return _survived(what, counts, since, as_at)
        case _:
            raise NotImplementedError(type(counts))


# ---------------------------------------------------------------- what happened


def _happened(what: Definition, counts: Happened, since: date, as_at: date) -> Iterator[Counted]:
    rows = counts.rows.mutate(event_on=counts.rows[counts.on], met=_flag(counts.met))
    rows = rows.filter(rows.event_on >= since, rows.event_on <= as_at)
    rows = _places(rows.mutate(month=rows.event_on.truncate("M")), what.levels, rows.event_on)
    cube = _cube(rows, what.levels, ["month"])
    sums: dict[tuple[Level, str, Period], list[int]] = defaultdict(lambda: [0, 0])
    for row in cube:
        for period in (month_of(row["month"], as_at), year_of(row["month"], as_at)):
            if period.every in what.periods:
                _add(sums, what.levels, row, period)
    if counts.share:
        yield from _shares(what, sums)
        return
    periods = periods_for(what.periods, since, as_at)
    for level, place, period in _with_empty_months(sums, periods):
        met, total = sums[level, place, period]
        yield _figure(what, level, place, period, met, total, counted_only=counts.met is None)


def _shares(what: Definition, sums: Mapping[tuple[Level, str, Period], list[int]]) -> Iterator[Counted]:
    totals: dict[tuple[Level, Period], int] = defaultdict(int)
    for (level, _place, period), (_met, total) in sums.items():
        totals[level, period] += total
    for (level, place, period), (_met, total) in sums.items():
        yield _figure(what, level, place, period, total, totals[level, period], counted_only=False)


def _with_empty_months(
    sums: Mapping[tuple[Level, str, Period], Any], periods: Iterable[Period]
) -> list[tuple[Level, str, Period]]:
    """For the area, a month in which nothing happened is a figure too: a count of 0, or a share with nothing to
    divide.
    """
    wanted = {(Level.AREA, "", period) for period in periods}
    return sorted(wanted | set(sums), key=lambda key: (key[0], key[1], key[2].start, key[2].every))


# ---------------------------------------------------------------- what stood


def _standing(what: Definition, counts: Standing, since: date, as_at: date) -> Iterator[Counted]:
    """Kind of period by kind of period: schools are counted on the tables' own day only (see `_levels`)."""
    for every in what.periods:
        yield from _stood(what, counts, _levels(what, every), periods_for((every,), since, as_at))


def _levels(what: Definition, every: Every) -> tuple[Level, ...]:
    """Which school a child attends is known on the tables' day; to count schools at earlier months' ends would put
    children where they are now."""
    return tuple(level for level in what.levels if level is not Level.ESTABLISHMENT or every is Every.DAY)


def _stood(
    what: Definition, counts: Standing, levels: tuple[Level, ...], periods: Sequence[Period]
) -> Iterator[Counted]:
    by_end = {period.end: period for period in periods}
    crossed = _crossed(counts.rows, counts.since, counts.until, periods)
    met = counts.met(crossed) if counts.met else None
    rows = _places(crossed.mutate(met=_flag(met)), levels, crossed.period_end, counts.since)
    sums: dict[tuple[Level, str, Period], list[int]] = defaultdict(lambda: [0, 0])
    for period in periods:
        sums[Level.AREA, "", period] = [0, 0]
    for row in _cube(rows, levels, ["period_end"]):
        _add(sums, levels, row, by_end[row["period_end"]])
    for (level, place, period), (met_count, total) in sums.items():
        yield _figure(what, level, place, period, met_count, total, counted_only=counts.met is None)


def _waited(what: Definition, counts: Waited, since: date, as_at: date) -> Iterator[Counted]:
    periods = {period.end: period for period in periods_for(what.periods, since, as_at)}
    crossed = _crossed(counts.rows, counts.since, counts.until, periods.values())
    days = crossed.period_end.delta(crossed[counts.since], unit="day").cast("float64")
    taken = days.quantile(0.5) if counts.take == "median" else days.max()
    grouped = crossed.group_by("period_end").aggregate(n=crossed.count().cast("int64"), days=taken.cast("float64"))
    found = {row["period_end"]: row for row in _rows(grouped)}
    for end, period in periods.items():
        row = found.get(end, {"n": 0, "days": None})
        value = None if row["days"] is None else row["days"] / 7
        yield Counted(what.code, Level.AREA, "", period, None, row["n"], value)


def _crossed(rows: Expr, since: str, until: str, periods: Iterable[Period]) -> Expr:
    """Each row once for every period at whose end it stood."""
    ends = ibis.memtable({"period_end": sorted({period.end for period in periods})}, schema={"period_end": "date"})
    stood = [
        rows[since] <= ends.period_end,
        rows[until].isnull() | (rows[until] > ends.period_end),
    ]
    return rows.join(ends, stood)


# ---------------------------------------------------------------- how long it took


def _survived(what: Definition, counts: Survived, since: date, as_at: date) -> Iterator[Counted]:
    rows = counts.rows
    began, event, left = rows[counts.since], rows[counts.event], rows[counts.left]
    ended = ibis.coalesce(event, left, ibis.literal(as_at).cast("date"))
    timed = rows.mutate(
        year=began.year().cast("int64"), days=ended.delta(began, unit="day").cast("int64"), done=event.notnull()
    ).filter(began >= since, began <= as_at, ended >= began)
    groups: dict[int, list[tuple[int, bool, int]]] = defaultdict(list)
    for row in _rows(timed.group_by("year", "days", "done").aggregate(n=timed.count().cast("int64"))):
        groups[row["year"]].append((row["days"], row["done"], row["n"]))
    for year, weighted in sorted(groups.items()):
        yield _chance(what, year_of(date(year, 1, 1), as_at), sorted(weighted), counts.within_days)


def _chance(what: Definition, period: Period, weighted: list[tuple[int, bool, int]], within: int) -> Counted:
    times = [days for days, _done, n in weighted for _ in range(n)]
    events = [done for _days, done, n in weighted for _ in range(n)]
    curve = kaplan_meier(times, events)
    done = sum(1 for days, event in zip(times, events, strict=True) if event and days <= within)
    detail: dict[str, Any] = {
        "curve": [[step.day, step.surviving, step.lower, step.upper] for step in curve.steps],
        "longest": curve.longest,
        "finished": curve.finished,
    }
    if curve.longest < within:  # nobody has been followed for so long yet
        return Counted(what.code, Level.AREA, "", period, done, len(times), None, detail)
    reached = curve.surviving_at(within)
    detail |= {"lower": 100 * (1 - reached.upper), "upper": 100 * (1 - reached.lower)}
    return Counted(what.code, Level.AREA, "", period, done, len(times), 100 * (1 - reached.surviving), detail)


# ---------------------------------------------------------------- the pieces


def _flag(met: Expr | None) -> Expr:
    return ibis.literal(0).cast("int64") if met is None else met.fill_null(False).cast("int64")


def _places(rows: Expr, levels: Iterable[Level], on: Expr, since: str = "") -> Expr:
    """Add the columns of the levels that the rows do not carry themselves. `on` is the day at which ages and waits
    are taken.
    """
    if Level.AGE_BAND in levels and "age_band" not in rows.columns:
        rows = rows.mutate(age_band=age_band(rows.born_month, on))
    if Level.WAIT in levels:
        rows = rows.mutate(wait=wait_band(on.delta(rows[since], unit="day")))
    return rows


def age_band(born_month: Expr, on: Expr) -> Expr:
    """Age at the last 31 August, in the bands of the national release. Months are enough: the day falls on a month's
    end.
    """
    last_august = on.year() - (on.month() <= 8).cast("int64")
    age = last_august - born_month.year() - (born_month.month() > 8).cast("int64")
    *young, (_, oldest) = bands.AGES
    return ibis.cases((age.isnull(), None), *((age <= top, name) for top, name in young), else_=oldest)


def wait_band(days: Expr) -> Expr:
    *short, (_, longest) = bands.WAITS
    return ibis.cases(*((days <= top, name) for top, name in short), else_=longest)


COLUMN = {Level.NEED: "need", Level.AGE_BAND: "age_band", Level.ESTABLISHMENT: "urn", Level.WAIT: "wait"}


def _cube(rows: Expr, levels: Iterable[Level], by: list[str]) -> list[Row]:
    keys = by + [COLUMN[level] for level in levels if level is not Level.AREA]
    return _rows(rows.group_by(keys).aggregate(n=rows.count().cast("int64"), met=rows.met.sum().cast("int64")))


def _rows(expression: Expr) -> list[Row]:
    rows: list[Row] = expression.to_pyarrow().to_pylist()
    return rows


def _add(sums: dict[tuple[Level, str, Period], list[int]], levels: Iterable[Level], row: Row, period: Period) -> None:
    for level in levels:
        place = "" if level is Level.AREA else row[COLUMN[level]]
        if place is not None:
            cell = sums[level, place, period]
            cell[0] += row["met"]
            cell[1] += row["n"]


def _figure(
    what: Definition, level: Level, place: str, period: Period, met: int, total: int, *, counted_only: bool
) -> Counted:
    if counted_only:
        return Counted(what.code, level, place, period, total, None, float(total))
    value = 100 * met / total if total else None
    return Counted(what.code, level, place, period, met, total, value)
