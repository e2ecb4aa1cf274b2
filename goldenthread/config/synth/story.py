"""Marlshire's three years, as dials: how many asked, how many were answered in time, how many were left waiting.

2024: a third of plans in time. 2025: the easy ones first; the headline rises to 52 % while 410 wait past twenty weeks.
January to August 2026: agency staff clear the backlog, oldest first; twice as many plans a month, the headline falls to
29 %, 60 are left waiting, and families who ask now are answered in time more often than at any point since 2023.
Numbers are for the full size; a smaller area scales them.
"""

from datetime import date, timedelta
from itertools import pairwise

FIRST_MONTH = date(2022, 1, 1)  # a year of warming up before the story
STORY_BEGINS = date(2023, 1, 1)
AS_AT = date(2026, 10, 31)
BEGAN = date(2026, 9, 30)  # the day on which the area brought its plan for the first time
CENSUS_DAYS = {2024: date(2024, 1, 18), 2025: date(2025, 1, 16), 2026: date(2026, 1, 15)}

_ASKED_A_MONTH = {2022: 96, 2023: 101, 2024: 110, 2025: 117, 2026: 117}
_SEASON = (0.95, 1.0, 1.15, 0.85, 1.1, 1.2, 1.15, 0.55, 0.75, 1.05, 1.2, 1.05)
_DECIDED_IN_TIME = {2022: 0.92, 2023: 0.92, 2024: 0.97, 2025: 0.94, 2026: 0.975}

# Of the families who asked in these months and were given a plan, the share who had it within twenty weeks.
_IN_TIME_FROM = (
    (date(2022, 1, 1), 0.35), (date(2024, 7, 1), 0.40), (date(2025, 8, 1), 0.24), (date(2025, 9, 1), 0.18),
    (date(2025, 10, 1), 0.41), (date(2026, 1, 1), 0.41), (date(2026, 3, 1), 0.415), (date(2026, 5, 1), 0.43),
)  # fmt: skip

# Open past twenty weeks at the end of these months; a straight line between them.
_LEFT_WAITING = (
    (date(2021, 12, 31), 0), (date(2022, 12, 31), 120), (date(2023, 12, 31), 140), (date(2024, 12, 31), 150),
    (date(2025, 12, 31), 410), (date(2026, 8, 31), 70), (date(2026, 10, 31), 60),
)  # fmt: skip
CLEARING_FROM = date(2026, 1, 1)


def months(first: date = FIRST_MONTH, last: date = AS_AT) -> list[date]:
    """First days of every month from one day to another."""
    span = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    return [date(number // 12, number % 12 + 1, 1) for number in span]


def month_end(month: date) -> date:
    return (month.replace(day=28) + timedelta(4)).replace(day=1) - timedelta(1)


def asked(month: date) -> float:
    return _ASKED_A_MONTH[month.year] * _SEASON[month.month - 1]


def decided_in_time(month: date) -> float:
    return _DECIDED_IN_TIME[month.year]


def in_time(month: date) -> float:
    return [share for since, share in _IN_TIME_FROM if since <= month][-1]


def wobble(month: date) -> float:
    """How far a month may stray from its share, up or down: less once the office keeps to a timetable."""
    return 0.02 if month < date(2025, 10, 1) else 0.008


def left_waiting(on: date) -> float:
    """How many cases should stand open past twenty weeks on a day, at full size."""
    for (start, low), (end, high) in pairwise(_LEFT_WAITING):
        if start <= on <= end:
            return low + (high - low) * (on - start).days / (end - start).days
    raise ValueError(f"The story has no {on}: it runs from {_LEFT_WAITING[0][0]} to {_LEFT_WAITING[-1][0]}.")
