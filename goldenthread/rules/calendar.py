"""Counting days as the law counts them. Weeks are calendar weeks; school holidays stop nothing.

The rules' names (DC1 to DC8) are those of the specification printed in the handbook: what counts, and from which day.
"""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from goldenthread.rules import statute
from goldenthread.rules.provision import Days, Months, NthWeekday, Weeks, WorkingDays, YearDay, YearDays, in_force

DAY = timedelta(days=1)
SATURDAY = 5
YEARS = range(1900, 2101)  # beyond these a date is a slip of the hand
Span = Days | Weeks | Months | WorkingDays


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """England's bank holidays, always weekdays: where a substitute day is given, the weekend day itself is left out."""
    from holidays.countries.united_kingdom import UnitedKingdom  # slow to import: only those who count working days pay

    listed = UnitedKingdom(subdiv="ENG", years=year)  # type: ignore[no-untyped-call]
    return frozenset(day for day in listed if day.weekday() < SATURDAY)


def is_working_day(day: date) -> bool:
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year)


def next_working_day(day: date) -> date:
    """The day itself if it is a working day, else the first one after it (DC6)."""
    return next(working_days_from(day))


def working_days_from(day: date) -> Iterator[date]:
    """Working days in order, beginning with the day itself if it is one."""
    while True:
        if is_working_day(day):
            yield day
        day += DAY


def add(start: date, span: Span) -> date:
    """The last day of a limit "within" a span of an event: the event's own day is day 0 (DC1, DC4)."""
    match span:
        case Days(count):
            return start + count * DAY
        case Weeks(count):
            return start + 7 * count * DAY
        case Months(count):
            return corresponding_date(start, count)
        case WorkingDays(count):
            return nth_working_day(start + DAY, count)


def last_day_beginning_with(start: date, span: Span) -> date:
    """The last day of a period that begins with `start`, which is its day 1 (DC2, DC3, DC5)."""
    match span:
        case WorkingDays(count):
            return nth_working_day(start, count)
        case Months(count):
            end = corresponding_date(start, count)
            return end - DAY if end.day == start.day else end  # no corresponding date: the month's last day is the end
        case Days() | Weeks():
            return add(start, span) - DAY


def nth_working_day(start: date, count: int) -> date:
    """The `count`-th working day, counting `start` if it is one."""
    days = working_days_from(start)
    for _ in range(count - 1):
        next(days)
    return next(days)


def corresponding_date(start: date, months: int) -> date:
    """The same day of the month, months later (earlier, if negative); its last day if it has no such day (DC4)."""
    year, month0 = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month0 + 1, min(start.day, monthrange(year, month0 + 1)[1]))


def nth_weekday(year: int, rule: NthWeekday) -> date:
    """The third Thursday of January, the last Friday of June … of one year."""
    last = monthrange(year, rule.month)[1]
    days = [date(year, rule.month, day) for day in range(1, last + 1)]
    matching = [day for day in days if day.weekday() == rule.weekday]
    return matching[rule.nth - 1 if rule.nth > 0 else rule.nth]


def in_year(year: int, day: YearDay) -> date:
    return date(year, day.month, day.day)


def academic_year(day: date) -> int:
    """The year in which the day's academic year began: 2026 for 8 February 2027."""
    first = in_force(statute.ACADEMIC_YEAR_STARTS, day).value
    return day.year if day >= in_year(day.year, first) else day.year - 1


def sen2_census_day(year: int) -> date:
    """Raises NoLawError for a year before the return's own rule."""
    return nth_weekday(year, in_force(statute.SEN2_CENSUS, date(year, 1, 1)).value)


def tribunal_limit(day: date) -> date:
    """When a limit to act in the tribunal ends, if it would end on a non-working day (DC6)."""
    return next_working_day(day)


def appeal_limit(day: date) -> date:
    """When the time to appeal ends, if it would end at Christmas, in August or on a non-working day (DC6, DC7).

    A weekend that only leads up to Christmas or August moves to the next working day: the earlier, safer reading.
    Not for disability discrimination claims, to which the Christmas and August rule does not apply.
    """
    closed = _tribunal_closed(day)
    return next_working_day(_end_of(closed, day) + DAY) if closed else tribunal_limit(day)


def tribunal_working_days(start: date, count: int) -> date:
    """The `count`-th working day after `start` for any other act in an appeal: not Christmas, not August (DC8)."""
    counted = (day for day in working_days_from(start + DAY) if _tribunal_closed(day) is None)
    for _ in range(count - 1):
        next(counted)
    return next(counted)


def _tribunal_closed(day: date) -> YearDays | None:
    stretches = in_force(statute.TRIBUNAL_CLOSED, day).value
    return next((stretch for stretch in stretches if _contains(stretch, YearDay(day.month, day.day))), None)


def _contains(stretch: YearDays, day: YearDay) -> bool:
    if stretch.first <= stretch.last:
        return stretch.first <= day <= stretch.last
    return day >= stretch.first or day <= stretch.last


def _end_of(stretch: YearDays, day: date) -> date:
    end = in_year(day.year, stretch.last)
    return end if end >= day else in_year(day.year + 1, stretch.last)


def read_date(value: object) -> date:
    """A date written as 2027-02-08, between 1900 and 2100. Raises ValueError with a sentence."""
    try:
        day = date.fromisoformat(str(value))
    except ValueError:
        day = date.min
    if day.isoformat() != value or day.year not in YEARS:
        raise ValueError(f"“{value}” is not a date. Write it as year-month-day, for example 2027-02-08.")
    return day


def format_date(day: date) -> str:
    """8 February 2027."""
    return f"{day.day} {day:%B %Y}"


def format_day(day: date) -> str:
    """Monday 8 February 2027."""
    return f"{day:%A} {format_date(day)}"
