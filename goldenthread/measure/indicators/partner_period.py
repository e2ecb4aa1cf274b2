"""Which kind of period two days are, for a measure that is given for some kinds only."""

from datetime import date, timedelta

from goldenthread.foundation.ui.words import day
from goldenthread.measure.indicators.definition import Definition, Every
from goldenthread.measure.indicators.partner_cells import Doubt, Unreadable
from goldenthread.measure.indicators.periods import STARTS, YEARS, last_day

KINDS = {
    Every.DAY: "one day",
    Every.MONTH: "a month",
    Every.QUARTER: "a quarter",
    Every.TERM: "a term",
    Every.YEAR: "a calendar year",
    Every.ACADEMIC: "a school year",
    Every.FINANCIAL: "a financial year",
}
ASKED = {
    Every.DAY: "on a day",
    Every.MONTH: "by month",
    Every.QUARTER: "by quarter",
    Every.TERM: "by term (from 1 September, 1 January or 1 April)",
    Every.YEAR: "by year",
    Every.ACADEMIC: "by school year (from 1 September)",
    Every.FINANCIAL: "by financial year (from 1 April)",
}


def kind_of(start: date, end: date, definition: Definition) -> tuple[Every, list[Doubt]]:
    """A whole period of a kind that the measure has; or any twelve months, where it has years; or one cut short, with
    a doubt. Raises Unreadable.
    """
    if end < start:
        raise Unreadable("period_end", "The period ends before it starts.", "Put the earlier day first.")
    for every in definition.periods:
        if is_whole(start, end, every):
            return every, []
    if Every.YEAR in definition.periods and start.day == 1 and end == last_day(start, Every.YEAR):
        return Every.YEAR, []
    another = next((KINDS[every] for every in KINDS if is_whole(start, end, every)), "")
    short = None if another else _cut_short(start, end, definition)
    if short is None:
        raise Unreadable("period_end", f"{_said(start, end)} {_is(another)}.", _ask_for(definition))
    what_to_do = f"If it is whole, give its last day. {_ask_for(definition)}"
    return short, [Doubt("period_end", f"{_said(start, end)} is taken as {KINDS[short]} so far.", what_to_do)]


def is_whole(start: date, end: date, every: Every) -> bool:
    if every is Every.DAY:
        return start == end
    return start.day == 1 and start.month in STARTS[every] and end == last_day(start, every)


def _cut_short(start: date, end: date, definition: Definition) -> Every | None:
    """A month up to a day of it, or a year up to the end of one of its months."""
    if start.day != 1:
        return None
    if Every.MONTH in definition.periods and (start.year, start.month) == (end.year, end.month):
        return Every.MONTH
    if (end + timedelta(days=1)).day != 1:
        return None
    years = [every for every in YEARS if every in definition.periods]
    begun = [every for every in years if (every is Every.YEAR or start.month in STARTS[every])]
    return next((every for every in begun if end < last_day(start, every)), None)


def _said(start: date, end: date) -> str:
    return day(start) if start == end else f"{day(start)} to {day(end)}"


def _is(another: str) -> str:
    return f"is {another}, and this measure is not given for one" if another else "is no whole period"


def _ask_for(definition: Definition) -> str:
    return f"This measure is given {' or '.join(ASKED[every] for every in definition.periods)}."
