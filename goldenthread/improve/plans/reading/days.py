"""A day as people write it: a date, a month, a term, a quarter, or a hope. What is doubtful says so."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from goldenthread.improve.plans.reading.grid import Cell
from goldenthread.improve.plans.reading.months import (
    NAMES,
    Span,
    date_or_none,
    feast,
    month_named,
    months,
    quarter,
    term,
    the_year,
)

FIRST_SERIAL, LAST_SERIAL = 30_000, 60_000  # 1982 to 2064, as Excel counts days
NEAR = timedelta(days=183)  # how far beyond a plan's other dates one may stand and still be of the plan
YEAR = r"(\d{4}|\d{2})"
NUMBERS = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*" + YEAR)
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
DAY_MONTH_YEAR = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ .\-/]*(?:of )?([a-z]{3,9})\.?,?[ .\-/'’]*" + YEAR)
MONTH_DAY_YEAR = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[ .\-/]*(?:of )?([a-z]{3,9})\.?")
MONTH_YEAR = re.compile(r"([a-z]{3,9})\.?,?([ \-/'’]+)" + YEAR)
TERM = re.compile(r"(autumn|spring|summer)(?: term)?(?:[ ,]+" + YEAR + r"(?:\s*[/–-]\s*(\d{2,4}))?)?")
QUARTER = re.compile(r"(?:q|quarter )([1-4])[ ,]*(?:of )?" + YEAR + r"(?:\s*[/–-]\s*(\d{2,4}))?")
NUMBERED_MONTH = re.compile(r"(0?[1-9]|1[0-2])[/.](20\d\d)")
FEAST = re.compile(r"(easter|christmas)(?:[ ,]+" + YEAR + ")?")
PREFIX = re.compile(
    r"^(?:(?:by|before|end|the|of|late|mid|early|during|in|from|until|till|due|no later than|w/c"
    r"|week (?:commencing|ending)|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?),?[ -]+)+"
)
CLOCK = re.compile(r"[ t]\d{1,2}:\d{2}(?::\d{2})?$")
BETWEEN = re.compile(r"\s+to\s+|\s*[–—]\s*|\s+-\s+|(?<=[a-z])-(?=[a-z])")


@dataclass(frozen=True, slots=True)
class Day:
    """`on` is the last day that the words allow, `first` the first; equal where a day was given. No `on`: no day was
    read. `doubt` says what is doubtful, to follow the words themselves: “Sept 18” *may be …*.
    """

    on: date | None = None
    first: date | None = None
    written: str = ""
    doubt: str = ""

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


@dataclass(frozen=True, slots=True)
class Around:
    """The plan's other dates: between which days they stand, and whether they are written month first."""

    first: date | None = None
    last: date | None = None
    month_first: bool = False

    def near(self, span: Span) -> bool:
        return self._reaches(span, NEAR)

    def within(self, day: date) -> bool:
        return self._reaches((day, day), timedelta(0))

    def _reaches(self, span: Span, beyond: timedelta) -> bool:
        return bool(self.first and self.last and self.first - beyond <= span[1] and span[0] <= self.last + beyond)


NOTHING_AROUND = Around()


def around(cells: Iterable[Cell]) -> Around:
    """What the cells that hold dates tell about those that nearly do."""
    days, month_first, day_first = [], 0, 0
    for cell in cells:
        numbers = NUMBERS.fullmatch(cell.text) if isinstance(cell.value, str) else None
        if numbers is not None:
            month_first += int(numbers[2]) > 12 >= int(numbers[1])
            day_first += int(numbers[1]) > 12 >= int(numbers[2])
        day = read_day(cell)
        if day.on and day.exact and not day.doubt:
            days.append(day.on)
    return Around(min(days, default=None), max(days, default=None), bool(month_first) and not day_first)


def read_day(cell: Cell, about: Around = NOTHING_AROUND) -> Day:
    value, words = cell.value, cell.text
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, str) and value.strip().isdigit():
        value = int(value)
    if isinstance(value, float | int) and FIRST_SERIAL <= value <= LAST_SERIAL:
        value = date(1899, 12, 30) + timedelta(days=int(value))
    if isinstance(value, date):
        return Day(value, value, "")
    return _in_words(words, about) if words else Day()


def _in_words(words: str, about: Around) -> Day:
    plain = CLOCK.sub("", " ".join(words.lower().split()).rstrip(".,;"))
    found = _one(plain, about) or _between(plain, about) or ((PREFIX.match(plain) or None) and _bare(plain, about))
    if not found:
        return Day(written=words)
    return Day(found.on, found.first, words, found.doubt)


def _bare(plain: str, about: Around) -> Day | None:
    bare = PREFIX.sub("", plain)
    return _one(bare, about) or _between(bare, about)


def _one(plain: str, about: Around) -> Day | None:
    if re.fullmatch(r"20\d\d", plain):
        return _day(months(int(plain), 1, 12))
    for pattern, read in READERS:
        if (found := pattern.fullmatch(plain)) is not None and (day := read(found, about)) is not None:
            return day
    if month_named(plain):
        return Day(doubt="does not say of which year.")
    return None


def _between(plain: str, about: Around) -> Day | None:
    """“Jan–Mar 2026”: from the first day of the one to the last day of the other."""
    first, *more = BETWEEN.split(plain)
    last = _bare(more[0], about) if len(more) == 1 else None
    if last is None or last.on is None:
        return None
    begun = _bare(first, about)
    if begun is not None and begun.first:
        return Day(last.on, begun.first, doubt=last.doubt or begun.doubt) if begun.first <= last.on else None
    number = month_named(PREFIX.sub("", first))
    if not number:
        return None
    year = last.on.year - (number > last.on.month)
    return Day(last.on, date(year, number, 1), doubt=last.doubt)


def _iso(found: re.Match[str], _: Around) -> Day | None:
    return _exact(date_or_none(int(found[1]), int(found[2]), int(found[3])))


def _numbers(found: re.Match[str], about: Around) -> Day:
    """Days come before months, as in England, unless that cannot be, or the file's other dates are the other way."""
    one, other, year = int(found[1]), int(found[2]), the_year(found[3])
    english, american = date_or_none(year, other, one), date_or_none(year, one, other)
    if american and (english is None or (about.month_first and english != american)):
        return Day(american, american, doubt="gives the month before the day.")
    if english is None and 1 <= other <= 12:
        return Day(doubt=f"is no day: there is no {one} {NAMES[other].capitalize()} {year}.")
    return _exact(english) or Day()


def _day_month_year(found: re.Match[str], _: Around) -> Day | None:
    return _named(int(found[1]), found[2], the_year(found[3]))


def _month_day_year(found: re.Match[str], _: Around) -> Day | None:
    return _named(int(found[2]), found[1], int(found[3]))


def _named(day: int, word: str, year: int) -> Day | None:
    month = month_named(word)
    if not month:
        return None
    return _exact(date_or_none(year, month, day)) or Day(
        doubt=f"is no day: there is no {day} {NAMES[month].capitalize()} {year}."
    )


def _month_year(found: re.Match[str], about: Around) -> Day | None:
    month = month_named(found[1])
    if not month:
        return None
    as_month = months(the_year(found[3]), month, month)
    if len(found[3]) == 4 or found[2].strip() or int(found[3]) > 31:
        return _day(as_month)
    return _month_or_day(as_month, int(found[3]), about)


def _month_or_day(as_month: Span, number: int, about: Around) -> Day:
    """“Sept 18” is September 2018, or 18 September of a year in which the plan runs: whichever fits its other dates."""
    month, may_be = as_month[0].month, f"may be {as_month[0]:%B %Y} or {number} {as_month[0]:%B}"
    days = _in_plan(number, month, about)
    elsewhere = [day for day in days if not as_month[0] <= day <= as_month[1]]
    if about.near(as_month) and not elsewhere:
        return Day(as_month[1], as_month[0], doubt=f"{may_be}; the plan’s other dates fit the first.")
    if len(elsewhere) == 1 and not about.near(as_month):
        return Day(elsewhere[0], elsewhere[0], doubt=f"{may_be}; the plan’s other dates fit the second.")
    return Day(doubt=f"{may_be}, and the plan’s other dates do not tell which.")


def _day_month(found: re.Match[str], about: Around) -> Day | None:
    month = month_named(found[2])
    if not month:
        return None
    days = _in_plan(int(found[1]), month, about)
    if len(days) == 1:
        return Day(days[0], days[0], doubt="does not say of which year; the plan’s other dates fit one only.")
    return Day(doubt="does not say of which year.")


def _in_plan(number: int, month: int, about: Around) -> list[date]:
    if about.first is None or about.last is None:
        return []
    years = range(about.first.year, about.last.year + 1)
    return [day for year in years if (day := date_or_none(year, month, number)) and about.within(day)]


def _numbered_month(found: re.Match[str], _: Around) -> Day:
    return _day(months(int(found[2]), int(found[1]), int(found[1])))


def _term(found: re.Match[str], _: Around) -> Day:
    if found[2] is None:
        return Day(doubt="does not say of which year.")
    return _day(term(found[1], the_year(found[2]), bool(found[3])))


def _quarter(found: re.Match[str], _: Around) -> Day:
    if found[3] is None:
        return Day(doubt="does not say whether the quarter is of the calendar year or of the financial year.")
    return _day(quarter(int(found[1]), the_year(found[2])))


def _feast(found: re.Match[str], _: Around) -> Day:
    if found[2] is None:
        return Day(doubt="does not say of which year.")
    span = feast(found[1], the_year(found[2]))
    return Day(span[1], span[0], doubt="is the name of a feast.")


def _exact(day: date | None) -> Day | None:
    return Day(day, day) if day else None


def _day(span: Span) -> Day:
    return Day(span[1], span[0])


READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], Around], Day | None]], ...] = (
    (ISO, _iso),
    (NUMBERS, _numbers),
    (NUMBERED_MONTH, _numbered_month),
    (TERM, _term),
    (QUARTER, _quarter),
    (FEAST, _feast),
    (DAY_MONTH_YEAR, _day_month_year),
    (MONTH_DAY_YEAR, _month_day_year),
    (MONTH_YEAR, _month_year),
    (DAY_MONTH, _day_month),
)
