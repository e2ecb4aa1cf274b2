"""The periods of an observation: from a day of the tables to a school year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.measure.indicators.definition import Every

STARTS = {  # the months in which each kind of period begins
    Every.MONTH: tuple(range(1, 13)),
    Every.QUARTER: (1, 4, 7, 10),
    Every.TERM: (1, 4, 9),
    Every.YEAR: (1,),
    Every.ACADEMIC: (9,),
    Every.FINANCIAL: (4,),
}
TERMS = {9: "autumn term", 1: "spring term", 4: "summer term"}
YEARS = (Every.YEAR, Every.ACADEMIC, Every.FINANCIAL)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """`end` is the last day counted. A period cut short by the snapshot's day ends on it, and its label says so."""

    start: date
    end: date
    every: Every

    @property
    def whole(self) -> bool:
        return self.end == last_day(self.start, self.every)

    @property
    def label(self) -> str:
        if self.every is Every.DAY:
            return f"{self.end.day} {self.end:%B %Y}"
        if self.every is Every.MONTH:
            return f"{self.start:%B %Y}" if self.whole else f"1 to {self.end.day} {self.end:%B %Y}"
        if self.every is Every.TERM and self.whole:
            return f"{TERMS[self.start.month]} {self.start.year}"
        if self.every in (Every.ACADEMIC, Every.FINANCIAL) and self.whole:
            kind = "school year" if self.every is Every.ACADEMIC else "financial year"
            return f"{kind} {self.start.year}/{self.end.year % 100:02}"
        if self.every is Every.YEAR and self.whole and self.start.month == 1:
            return f"{self.start.year}"
        if (self.start.year, self.start.month) == (self.end.year, self.end.month):
            return f"1 to {self.end.day} {self.end:%B %Y}"
        first = f"{self.start:%B}" if self.start.year == self.end.year else f"{self.start:%B %Y}"
        return f"{first} to {self.end:%B %Y}"


def period_of(day: date, every: Every, as_at: date) -> Period:
    """The one of its kind that a day lies in, cut short by `as_at`."""
    if every is Every.DAY:
        return Period(day, day, every)
    start = _start(day, every)
    return Period(start, min(last_day(start, every), as_at), every)


def month_of(day: date, as_at: date) -> Period:
    return period_of(day, Every.MONTH, as_at)


def year_of(day: date, as_at: date) -> Period:
    return period_of(day, Every.YEAR, as_at)


def periods_for(every: Iterable[Every], since: date, as_at: date) -> list[Period]:
    """Every period of these kinds that has a day from the month of `since` to `as_at`, oldest first; a day is `as_at`
    itself.
    """
    found: set[Period] = set()
    for kind in set(every):
        day = as_at if kind is Every.DAY else since.replace(day=1)
        while day <= as_at:
            found.add(period_of(day, kind, as_at))
            day = (as_at if kind is Every.DAY else last_day(_start(day, kind), kind)) + timedelta(days=1)
    return sorted(found)


def last_ripe_month(as_at: date, days: int) -> date:
    """The end of the last month whose every day is `days` past: half a month would be judged by its first days."""
    return (as_at - timedelta(days=days - 1)).replace(day=1) - timedelta(days=1)


def _start(day: date, every: Every) -> date:
    months = [month for month in STARTS[every] if month <= day.month]
    return date(day.year, max(months), 1) if months else date(day.year - 1, max(STARTS[every]), 1)


def last_day(start: date, every: Every) -> date:
    """Of the period of this kind that begins on `start`; also of a year that a partner begins on another day."""
    if every is Every.DAY:
        return start
    if every in YEARS:
        return start.replace(year=start.year + 1) - timedelta(days=1)
    months = sorted(STARTS[every])
    later = [month for month in months if month > start.month]
    following = date(start.year, later[0], 1) if later else date(start.year + 1, months[0], 1)
    return following - timedelta(days=1)
