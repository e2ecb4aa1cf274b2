"""Every number in the law that the rules hold, from rules/statute.py."""

import calendar
from collections.abc import Iterator, Mapping, Sequence

from goldenthread.rules import statute
from goldenthread.rules.provision import (
    ClosureWindow,
    Ground,
    LeavingDay,
    NthWeekday,
    Provision,
    YearDay,
    YearDays,
)
from tools.markdown import day, heading, table

TITLE = "The law as held"
NTH = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}


def blocks() -> Iterator[str]:
    rows = list(_provisions())
    unread = sum(not provision.verified for _, provision in rows)
    yield (
        f"{len(rows)} provisions, each with the days it is in force. A case keeps the law in force on the day its "
        f"clock started. {unread} are **not verified**: read the note, and the law's own text, before quoting them."
    )
    yield table(
        ["name", "value", "in force", "citation", "verified", "note"],
        [
            [f"`{name}`", said(one.value), _in_force(one), one.citation, "yes" if one.verified else "**no**", one.note]
            for name, one in rows
        ],
    )
    yield heading("An exception disapplies; it never adds a day")
    yield (
        "The names that begin with EX- are grounds on which a limit may be disapplied. The limit's date stays the "
        "family's date; what the exception does is to explain why it was missed."
    )


def _provisions() -> Iterator[tuple[str, Provision[object]]]:
    for name, value in vars(statute).items():
        if name.isupper():
            yield from _of(name, value)


def _of(name: str, value: object) -> Iterator[tuple[str, Provision[object]]]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _of(key, inner)
    elif isinstance(value, Sequence) and value and all(isinstance(one, Provision) for one in value):
        yield from ((name, one) for one in value)


def _in_force(one: Provision[object]) -> str:
    return f"from {day(one.from_)}" + (f" until {day(one.until)}" if one.until else "")


def said(value: object) -> str:
    """A value in words; one of a kind not known here, as it writes itself."""
    match value:
        case tuple():
            return "; ".join(said(one) for one in value)
        case YearDay(month, of_month):
            return f"{of_month} {calendar.month_name[month]}"
        case YearDays(first, last):
            return f"{said(first)} to {said(last)}"
        case NthWeekday(nth, weekday, month):
            return f"the {NTH.get(nth, nth)} {calendar.day_name[weekday]} of {calendar.month_name[month]}"
        case LeavingDay(age, on):
            return f"{said(on)} in the academic year of the {age}th birthday"
        case ClosureWindow():
            return (
                f"closed for {value.closed_for.words} or more: from {value.opens_before.words} before it closes "
                f"to {value.ends_before.words} before it opens again"
            )
        case Ground(title, limits):
            return f"{title}; reaches the limits to {'; '.join(sorted(limit.value for limit in limits))}"
        case _:
            return str(getattr(value, "words", value))
