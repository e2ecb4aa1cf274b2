"""What a run is over: the tables, the days, and what is asked of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any

from goldenthread.measure.indicators.counted import Expr, Tables
from goldenthread.measure.indicators.definition import Definition, Every, Level, Unit
from goldenthread.measure.indicators.engine.figure import CannotCount
from goldenthread.measure.indicators.engine.places import lacking
from goldenthread.measure.indicators.periods import YEARS, Period, period_of, periods_for

SCHOOLS_BY = (*YEARS, Every.DAY)
_period, _periods = cache(period_of), cache(periods_for)  # few, and asked for with every figure


@dataclass(frozen=True)
class Asked:
    """One definition and the shape of its count."""

    what: Definition
    counts: Any


@dataclass(frozen=True)
class Scope:
    """Periods are whole from the first on: one that `since` cuts into is counted from its own first day."""

    tables: Tables
    since: date

    @property
    def as_at(self) -> date:
        return self.tables.as_at

    def periods(self, every: Every) -> list[Period]:
        return _periods((every,), self.since, self.as_at)

    def period(self, start: date, every: Every) -> Period:
        return _period(start, every, self.as_at)

    def first(self, kinds: Iterable[Every]) -> date:
        """The first day that any of these kinds of period needs."""
        return min((self.since if every is Every.DAY else self.periods(every)[0].start) for every in kinds)

    @cached_property
    def nobody(self) -> Mapping[str, date]:
        """Of tables that hold no area's rows at all, one area without a name, of which nothing is known yet."""
        held = [table for table in vars(self.tables).values() if "area" in getattr(table, "columns", ())]
        return {} if any(len(table.limit(1).to_pyarrow()) for table in held) else {"": date.max}

    @cached_property
    def _residents(self) -> dict[tuple[str, str], dict[int, int]]:
        found: dict[tuple[str, str], dict[int, int]] = defaultdict(dict)
        for row in self.tables.residents.to_pyarrow().to_pylist():
            found[row["area"], row["ages"]][row["year"]] = row["people"]
        return found

    def residents(self, area: str, ages: str, year: int) -> int | None:
        """Of that year, or of the newest one before it."""
        years = self._residents.get((area, ages), {})
        newest = max((one for one in years if one <= year), default=None)
        return None if newest is None else years[newest]


def levels_of(asked: Sequence[Asked], rows: Expr, *, waits: bool = False) -> list[Level]:
    """All that are asked for. Raises CannotCount where the rows do not know such a place."""
    for one in asked:
        for level in lacking((Level.AREA, *one.what.levels), rows.columns, waits=waits):
            raise CannotCount(f"{one.what.code} is to be counted by {level}, which its rows do not say.")
    return sorted({level for one in asked for level in one.what.levels})


def told_by(level: Level, every: Every) -> bool:
    """A school is told by the year, or on a day: of a month or a term nearly all that it has is too small to show."""
    return level is not Level.ESTABLISHMENT or every in SCHOOLS_BY


def ways(asked: Sequence[Asked]) -> Iterator[tuple[Level, Every, list[int]]]:
    """Each level and kind of period, with the positions of those that ask for it."""
    wanted: dict[tuple[Level, Every], list[int]] = defaultdict(list)
    for position, one in enumerate(asked):
        for level in one.what.levels:
            for every in one.what.periods:
                if told_by(level, every):
                    wanted[level, every].append(position)
    for (level, every), positions in sorted(wanted.items()):
        yield level, every, positions


def only_days(asked: Sequence[Asked]) -> None:
    for one in asked:
        if one.what.periods != (Every.DAY,):
            raise CannotCount(f"{one.what.code} is counted on census days: its periods must be (Every.DAY,).")


def only_rates(asked: Sequence[Asked]) -> None:
    for one in asked:
        if one.what.unit is Unit.PERCENT:
            raise CannotCount(
                f"{one.what.code} divides one thing by another, of which it may be more than all: its unit is a rate, "
                "not a percentage."
            )
