"""A day as people write it: a date, a month, a term, or a hope."""

import calendar
import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from goldenthread.foundation.intake import sheet
from goldenthread.improve.plans.reading.grid import Cell

MONTH = re.compile(r"(?:by |end |end of |late |before |of )*([a-z]{3,9})\.?[ \-/'’]+(\d{4}|\d{2})", re.IGNORECASE)
TERM = re.compile(r"(?:by |end |end of |the )*(autumn|spring|summer)(?: term)?[ ,]+(\d{4}|\d{2})", re.IGNORECASE)
TERMS = {"autumn": (9, 12), "spring": (1, 3), "summer": (4, 7)}  # first and last month
MONTHS = tuple(name.lower() for name in calendar.month_name)
FIRST_SERIAL, LAST_SERIAL = 30_000, 60_000  # 1982 to 2064, as Excel counts days


@dataclass(frozen=True, slots=True)
class Day:
    """`on` is the last day that the words allow, `first` the first; equal where a day was given. No `on`: no day
    was read.
    """

    on: date | None = None
    first: date | None = None
    written: str = ""

    @property
    def exact(self) -> bool:
        return self.on == self.first

    @property
    def unread(self) -> bool:
        return bool(self.written) and self.on is None

    def agrees_with(self, held: date | None) -> bool:
        """Whether a day held already says as much, or more exactly the same."""
        if self.on is None or self.first is None:
            return held is None
        return held is not None and self.first <= held <= self.on


def read_day(cell: Cell) -> Day:
    value, words = cell.value, cell.text
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, float | int) and FIRST_SERIAL <= value <= LAST_SERIAL:
        value = date(1899, 12, 30) + timedelta(days=int(value))
    if isinstance(value, date):
        return Day(value, value, "")
    return _in_words(words) if words else Day()


def _in_words(words: str) -> Day:
    try:
        day = sheet.day(words)
        return Day(day, day, words)
    except ValueError:
        pass
    if (term := TERM.fullmatch(words)) is not None:
        first, last = TERMS[term[1].lower()]
        return _span(_year(term[2]), first, last, words)
    if (month := MONTH.fullmatch(words)) is not None and (number := _month(month[1].lower())):
        return _span(_year(month[2]), number, number, words)
    return Day(written=words)


def _span(year: int, first: int, last: int, words: str) -> Day:
    return Day(date(year, last, calendar.monthrange(year, last)[1]), date(year, first, 1), words)


def _month(word: str) -> int:
    """0 for no month. “Sept” is what people write."""
    return next((number for number, name in enumerate(MONTHS) if name and name.startswith(word.removesuffix("t"))), 0)


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)
