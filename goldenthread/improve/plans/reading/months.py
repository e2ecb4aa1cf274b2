"""Names of months, terms, quarters and feasts, and the days that they span."""

import calendar
from datetime import date, timedelta

from goldenthread.rules.calendar import YEARS, bank_holidays

TERMS = {"autumn": (9, 12), "spring": (1, 3), "summer": (4, 7)}  # first and last month
QUARTERS = {1: (0, 4), 2: (0, 7), 3: (0, 10), 4: (1, 1)}  # of the financial year: years after its first, first month
NAMES = tuple(name.lower() for name in calendar.month_name)
Span = tuple[date, date]


def month_named(word: str) -> int:
    """0 for no month. “Sept” is what people write."""
    plain = word.lower().rstrip(".").removesuffix("t") if word.lower().startswith("sept") else word.lower().rstrip(".")
    return next((number for number, name in enumerate(NAMES) if len(plain) > 2 and name.startswith(plain)), 0)


def months(year: int, first: int, last: int) -> Span:
    return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])


def term(name: str, year: int, school_year: bool) -> Span:
    """`school_year`: `year` is the one in which the school year began."""
    return months(year + (school_year and name != "autumn"), *TERMS[name])


def quarter(number: int, year: int) -> Span:
    """Of the financial year that began in April of `year`."""
    later, first = QUARTERS[number]
    return months(year + later, first, first + 2)


def easter(year: int) -> date:
    """Easter Sunday: it stands between two bank holidays."""
    holidays = bank_holidays(year)
    friday = (day for day in sorted(holidays) if day.month in (3, 4) and day.weekday() == calendar.FRIDAY)
    return next(day for day in friday if day + timedelta(3) in holidays) + timedelta(2)


def feast(name: str, year: int) -> Span:
    day = easter(year) if name == "easter" else date(year, 12, 25)
    return day, day


def the_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def date_or_none(year: int, month: int, day: int) -> date | None:
    """None where there is no such day, or where it is a slip of the hand."""
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:
        return None
