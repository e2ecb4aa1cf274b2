"""The periods of an observation: months, calendar years, and the day of the snapshot."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.measure.indicators.definition import Every


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """`end` is the last day counted. A period cut short by the snapshot's day ends on it, and its label says so."""

    start: date
    end: date
    every: Every

    @property
    def whole(self) -> bool:
        return self.end == _last_day(self.start, self.every)

    @property
    def label(self) -> str:
        if self.every is Every.DAY:
            return f"{self.end.day} {self.end:%B %Y}"
        if self.every is Every.MONTH:
            return f"{self.start:%B %Y}" if self.whole else f"1 to {self.end.day} {self.end:%B %Y}"
        if self.whole and self.start.month == 1:
            return f"{self.start.year}"
        first = f"{self.start:%B}" if self.start.year == self.end.year else f"{self.start:%B %Y}"
        return f"{first} to {self.end:%B %Y}"


def month_of(day: date, as_at: date) -> Period:
    start = day.replace(day=1)
    return Period(start, min(_last_day(start, Every.MONTH), as_at), Every.MONTH)


def year_of(day: date, as_at: date) -> Period:
    start = date(day.year, 1, 1)
    return Period(start, min(_last_day(start, Every.YEAR), as_at), Every.YEAR)


def periods_for(every: Iterable[Every], since: date, as_at: date) -> list[Period]:
    """Every period of these kinds from the month of `since` to `as_at`, oldest first."""
    wanted = set(every)
    periods = []
    month = since.replace(day=1)
    while month <= as_at:
        if Every.MONTH in wanted:
            periods.append(month_of(month, as_at))
        if Every.YEAR in wanted and (month.month == 1 or month == since.replace(day=1)):
            periods.append(year_of(month, as_at))
        month = _last_day(month, Every.MONTH) + timedelta(days=1)
    if Every.DAY in wanted:
        periods.append(Period(as_at, as_at, Every.DAY))
    return periods


def last_ripe_month(as_at: date, days: int) -> date:
    """The end of the last month whose every day is `days` past: half a month would be judged by its first days."""
    return (as_at - timedelta(days=days - 1)).replace(day=1) - timedelta(days=1)


def _last_day(start: date, every: Every) -> date:
    if every is Every.DAY:
        return start
    if every is Every.YEAR:
        return start.replace(year=start.year + 1) - timedelta(days=1)
    return (start.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
