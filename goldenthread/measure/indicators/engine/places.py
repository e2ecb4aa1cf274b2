"""Levels as columns: which place a row is at."""

from collections.abc import Iterable

import ibis

from goldenthread.measure.indicators import bands
from goldenthread.measure.indicators.definition import Expr, Level

COLUMN = {
    Level.NEED: "need",
    Level.AGE_BAND: "age_band",
    Level.ESTABLISHMENT: "urn",
    Level.SEND: "send",
    Level.PLACEMENT: "placed",
    Level.DISTRICT: "district",
}
WHERE = (Level.ESTABLISHMENT, Level.PLACEMENT, Level.DISTRICT)  # where a child is taught
SUPPORTED = ("EHC plan", "SEN support")
ALL_SEND = "all SEND"


def lacking(levels: Iterable[Level], columns: Iterable[str], *, waits: bool = False) -> list[Level]:
    """The levels that rows with these columns cannot be counted by. `waits`: the rows have a beginning."""
    held = set(columns)
    ways = {level: {column} for level, column in COLUMN.items()} | {
        Level.AREA: {"area"},
        Level.AGE_BAND: {"age_band", "born_month"},
        Level.WAIT: held if waits else set(),
    }
    return [level for level in levels if not held & ways.get(level, set())]


def columns(levels: Iterable[Level], rows: Expr, on: Expr, since: Expr = None) -> dict[str, Expr]:
    """A column for each level but the area's own. `on` is the day at which ages and waits (from `since`) are taken."""
    return {level.value: place(level, rows, on, since) for level in levels if level is not Level.AREA}


def place(level: Level, rows: Expr, on: Expr, since: Expr = None) -> Expr:
    if level is Level.WAIT:
        return wait_band(on.delta(since, unit="day"))
    if level is Level.AGE_BAND and "age_band" not in rows.columns:
        return age_band(rows.born_month, on)
    return rows[COLUMN[level]]


def at_each(rows: Expr, levels: Iterable[Level], keep: Iterable[str]) -> Expr:
    """For what does not add up: each row once for every level at which its place is known, as `level` and `place`; at
    SEND also for all SEND, so that one who changed support is told once there.
    """
    kept = {name: rows[name] for name in keep}
    return ibis.union(
        *(
            rows.filter(at.notnull()).select(level=ibis.literal(level.value), place=at, **kept)
            for level in levels
            for at in _places(level, rows)
        ),
        distinct=False,
    )


def _places(level: Level, rows: Expr) -> tuple[Expr, ...]:
    if level is Level.AREA:
        return (ibis.literal(""),)
    own = rows[level.value]
    if level is not Level.SEND:
        return (own,)
    return own, own.isin(SUPPORTED).ifelse(ALL_SEND, ibis.null("string"))


def age_band(born_month: Expr, on: Expr) -> Expr:
    """Age at the last 31 August, in the bands of the national release. Months are enough: the day falls on a month's
    end.
    """
    last_august = on.year() - (on.month() <= 8).ifelse(1, 0)
    age = last_august - born_month.year() - (born_month.month() > 8).ifelse(1, 0)
    *young, (_, oldest) = bands.AGES
    return ibis.cases((age.isnull(), None), *((age <= top, name) for top, name in young), else_=oldest)


def wait_band(days: Expr) -> Expr:
    *short, (_, longest) = bands.WAITS
    return ibis.cases(*((days <= top, name) for top, name in short), else_=longest)
