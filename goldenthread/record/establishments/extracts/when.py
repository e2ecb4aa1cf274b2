"""Which census day, or which term, a file tells of: by its own columns, else by its name."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from goldenthread.rules.calendar import nth_weekday
from goldenthread.rules.provision import NthWeekday

from .cells import day

# School census days. Source: DfE, School census guide: first Thursday of October, third of January, third of May.
CENSUS = {"autumn": NthWeekday(1, 3, 10), "spring": NthWeekday(3, 3, 1), "summer": NthWeekday(3, 3, 5)}
BEGINS = {"autumn": 9, "spring": 1, "summer": 4}  # the month in which a term begins
HOLIDAY_WEEKS = 2  # a late Easter carries the spring term so far into April
_TERM = re.compile(r"autumn|spring|summer", re.IGNORECASE)
_PAIR = re.compile(r"(?<!\d)(20\d\d)\s*[/_-]?\s*(?:20)?(\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_DAY = re.compile(r"(?<!\d)20\d\d-\d\d-\d\d(?!\d)")


def term_of(on: date) -> date:
    """The first day of the term in which a day lies."""
    return date(on.year, max(month for month in (1, 4, 9) if month <= on.month), 1)


def next_term(term_on: date) -> date:
    return {1: date(term_on.year, 4, 1), 4: date(term_on.year, 9, 1), 9: date(term_on.year + 1, 1, 1)}[term_on.month]


def term_before(term_on: date) -> date:
    return term_of(term_on - timedelta(1))


def named_term(words: str) -> date | None:
    """“Autumn 2025”, “2025/26 spring term”, “202526 summer”: the term's first day. None without a term, a year, or
    two years that follow each other.
    """
    if found := _DAY.search(words):
        said = day(found.group())
        return term_of(said) if said else None
    term = _TERM.search(words)
    if term is None:
        return None
    begins = BEGINS[term.group().lower()]
    if pair := _PAIR.search(words):
        first, second = int(pair.group(1)), int(pair.group(2))
        if (first + 1) % 100 != second:
            return None
        return date(first if begins == 9 else first + 1, begins, 1)
    year = _YEAR.search(words)
    return date(int(year.group()), begins, 1) if year else None


def named_census(words: str) -> date | None:
    """The day in words such as “16 January 2025”, “spring 2025” or “census 2025”, which is January's."""
    if found := day(words):
        return found
    if found_day := _DAY.search(words):
        return day(found_day.group())
    if term_on := named_term(words):
        return census_day(term_on)
    year = _YEAR.search(words)
    return nth_weekday(int(year.group()), CENSUS["spring"]) if year and "census" in words.lower() else None


def census_day(term_on: date) -> date:
    """The day of the school census that is taken in a term."""
    season = next(name for name, month in BEGINS.items() if month == term_on.month)
    return nth_weekday(term_on.year, CENSUS[season])


def most_sessions(term_on: date) -> int:
    """Two on each weekday, holidays and all: no pupil can have been asked to attend more."""
    last = next_term(term_on) + timedelta(weeks=HOLIDAY_WEEKS)
    return 2 * sum(1 for each in _days(term_on, last) if each.weekday() < 5)


def _days(first: date, until: date) -> Iterator[date]:
    while first < until:
        yield first
        first += timedelta(1)


def term_in_words(term_on: date) -> str:
    return f"{next(name for name, month in BEGINS.items() if month == term_on.month).capitalize()} {term_on.year}"
