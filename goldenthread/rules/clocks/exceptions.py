"""Exceptions disapply a limit that became impractical to keep. They never move a date: the law gives no days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.rules import statute
from goldenthread.rules.calendar import DAY, format_date
from goldenthread.rules.provision import Ground, Limit, Provision, in_force


@dataclass(frozen=True)
class RecordedException:
    """A ground by its code in `statute.EXCEPTIONS`, and the days it affected (no end: it still does)."""

    code: str
    from_on: date
    until_on: date | None = None


@dataclass(frozen=True)
class Availability:
    available: bool
    because: str


def grounds_for(limit: Limit, started_on: date, due_on: date, recorded: Sequence[RecordedException]) -> tuple[str, ...]:
    """The titles of the grounds that reach this limit while its clock ran. Raises ValueError for an unknown code."""
    return tuple(
        provision.value.title
        for exception in recorded
        for provision in _provisions(exception.code)
        if limit in provision.value.limits and _overlap(provision, exception, started_on, due_on)
    )


def _provisions(code: str) -> Sequence[Provision[Ground]]:
    if code not in statute.EXCEPTIONS:
        known = ", ".join(statute.EXCEPTIONS)
        raise ValueError(f"“{code}” is not an exception that the law knows. It knows {known}.")
    return statute.EXCEPTIONS[code]


def _overlap(provision: Provision[Ground], exception: RecordedException, started_on: date, due_on: date) -> bool:
    first = max(provision.from_, exception.from_on, started_on)
    last = min(provision.until or date.max, exception.until_on or date.max, due_on)
    return first <= last


def school_closure(closes_on: date, reopens_on: date, asked_on: date) -> Availability:
    """Whether advice asked of a school on a day meets the closure ground, EX-SCH. EX-EY reads the same for its setting.

    `closes_on` is the first day closed. Raises ValueError if the school re-opens before it closes.
    """
    if reopens_on <= closes_on:
        raise ValueError("The school re-opens before it closes. Check the two dates.")
    provision = in_force(statute.SCHOOL_CLOSURE, asked_on)
    rule, closed_days = provision.value, (reopens_on - closes_on).days
    if closed_days < 7 * rule.closed_for.count:
        return Availability(
            False,
            f"The school was closed for {closed_days} days; the exception needs {rule.closed_for.words} without a break"
            f" ({provision.citation}).",
        )
    opens = closes_on - 7 * rule.opens_before.count * DAY
    ends = reopens_on - 7 * rule.ends_before.count * DAY
    available = opens <= asked_on <= ends
    return Availability(
        available,
        f"Advice was asked for on {format_date(asked_on)}, {'within' if available else 'outside'} the days"
        f" {format_date(opens)} to {format_date(ends)} ({provision.citation}).",
    )
