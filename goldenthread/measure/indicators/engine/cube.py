"""The cube: sums at the finest places asked for, made by one grouped scan and rolled up here.

Its columns are `area`, `time`, one for each level, and one for each sum. Times are numbers of months (year × 12 + month
− 1, the same on every engine) or days.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import ibis
import pyarrow as pa
import pyarrow.compute as pc

from goldenthread.measure.indicators.counted import Expr
from goldenthread.measure.indicators.definition import Every, Level
from goldenthread.measure.indicators.engine.places import ALL_SEND, SUPPORTED
from goldenthread.measure.indicators.periods import STARTS

Row = tuple[str, str, date, tuple[Any, ...]]  # area, place, first day of the period, sums


class Sums:
    """The columns to add up, each once however many definitions ask for it."""

    def __init__(self, called: str = "sum") -> None:
        self.columns: dict[str, Expr] = {}
        self._names: dict[Any, str] = {}
        self._called = called

    def add(self, expression: Expr) -> str:
        """The name of its column. Whole numbers stay whole."""
        kind = "int64" if expression.type().is_integer() else "float64"
        name = self._names.setdefault(expression.op(), f"{self._called}{len(self._names)}")
        self.columns[name] = expression.cast(kind)
        return name

    @property
    def names(self) -> list[str]:
        return list(self.columns)

    def at(self, names: Iterable[str]) -> list[int]:
        """Where these stand among the sums of a row."""
        order = {name: position for position, name in enumerate(self.columns)}
        return [order[name] for name in names]


def flag(*conditions: Expr | None) -> Expr:
    """1 where all hold, else 0: what is not known does not hold."""
    one, none = ibis.literal(1, "int64"), ibis.literal(0, "int64")
    held = [condition for condition in conditions if condition is not None]
    return ibis.and_(*held).ifelse(one, none) if held else one


def within(among: Expr | None, amount: Expr) -> Expr:
    """The amount, where it counts."""
    zero = ibis.literal(0, amount.type())
    return ibis.coalesce(amount if among is None else among.ifelse(amount, zero), zero)


def month_number(day: Expr) -> Expr:
    return (day.year().cast("int64") * 12 + day.month().cast("int64") - 1).cast("int64")


def month_of_number(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


def start_number(day: Expr, every: Every) -> Expr:
    """The number of the month in which the period of this kind begins that a day lies in."""
    number = month_number(day)
    month = number % 12 + 1
    starts = sorted(STARTS[every])
    back = ibis.cases(  # before the year's first start, the period began with last year's last
        *((month >= start, month - start) for start in reversed(starts)), else_=month + 12 - starts[-1]
    )
    return (number - back).cast("int64")


def grouped(rows: Expr, keys: Mapping[str, Expr], sums: Mapping[str, Expr]) -> pa.Table:
    """One grouped scan. Sums are cast, since PostgreSQL would answer a sum of whole numbers with decimals."""
    fine = rows.select(**keys, **sums)
    total = {name: fine[name].sum().cast(fine[name].type()) for name in sums}
    return fine.group_by(list(keys)).aggregate(**total).to_pyarrow()


def at_level(cube: pa.Table, level: Level, sums: Sequence[str]) -> pa.Table:
    """Added up to one level, time by time."""
    return _added(placed(cube, level, sums), "time", sums)


def added_up(
    table: pa.Table, columns: Sequence[str], start_of: Callable[[Any], date | None], how: str = "sum"
) -> Iterator[Row]:
    """Added up to one kind of period, in order of area, place and day. `start_of` gives a time's period its first day,
    or None where it is none of the period's. `how` is an aggregation of Arrow.
    """
    added = _added(table.append_column("start", _starts(table["time"], start_of)), "start", columns, how)
    added = added.filter(pc.is_valid(added["start"])).sort_by(
        [(key, "ascending") for key in ("area", "place", "start")]
    )
    named = [added[name].to_pylist() for name in ("area", "place", "start", *columns)]
    for area, place, start, *values in zip(*named, strict=True):
        yield area, place, start, tuple(values)


def _added(table: pa.Table, when: str, columns: Sequence[str], how: str = "sum") -> pa.Table:
    keys = ["area", "place", when]
    added = table.group_by(keys).aggregate([(name, how) for name in columns])
    return added.select([*keys, *(f"{name}_{how}" for name in columns)]).rename_columns([*keys, *columns])


def placed(cube: pa.Table, level: Level, keep: Sequence[str]) -> pa.Table:
    """`area`, `time`, these columns, and the level's `place`: a row whose place is not known is in none."""
    table = cube.select(["area", "time", *keep])
    if level is Level.AREA:
        return table.append_column("place", pa.repeat("", len(table)))
    table = table.append_column("place", cube[level.value])
    if table["place"].null_count:
        table = table.filter(pc.is_valid(table["place"]))
    if level is not Level.SEND:
        return table
    both = table.filter(pc.is_in(table["place"], pa.array(SUPPORTED)))
    both = both.set_column(both.column_names.index("place"), "place", pa.repeat(ALL_SEND, len(both)))
    return pa.concat_tables([table, both])


def _starts(times: pa.ChunkedArray, start_of: Callable[[Any], date | None]) -> pa.Array:
    known = times.combine_chunks().dictionary_encode()
    starts = pa.array([start_of(time) for time in known.dictionary.to_pylist()], pa.date32())
    return starts.take(known.indices)


def first_days(rows: Expr, on: Expr) -> dict[str, date]:
    """The earliest day that each area's rows tell of: of what was before it, nothing is known."""
    told = rows.select(area=rows.area, on=on)
    found = told.filter(told.on.notnull()).group_by("area").aggregate(first=told.on.min()).to_pyarrow()
    return dict(zip(found["area"].to_pylist(), found["first"].to_pylist(), strict=True))
