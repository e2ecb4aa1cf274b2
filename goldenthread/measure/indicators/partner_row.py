"""One row of a partner's file, read. Suppressed and missing are said with a symbol; neither is ever nought."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.foundation.intake import sheet

SUPPRESSED = {"c", "suppressed", "low"}
MISSING = {"not supplied", "missing", "x", "z", "u", ":"}


class Unreadable(ValueError):
    """Why a row cannot be taken, at which column, and what to do."""

    def __init__(self, column: str, why: str, what_to_do: str) -> None:
        super().__init__(why)
        self.column = column
        self.what_to_do = what_to_do


@dataclass(frozen=True, slots=True)
class Row:
    indicator: str
    every: str
    start: date
    end: date
    place: str  # a URN, or empty for the whole area
    numerator: float | None
    denominator: float | None
    source: str
    status: str  # empty where there is a figure
    note: str


def read_row(said: Mapping[str, str], area_code: str, known: frozenset[str]) -> Row:
    """Raises Unreadable."""
    indicator = said.get("indicator", "")
    if indicator not in known:
        raise Unreadable(
            "indicator",
            f"“{indicator}” is not an indicator that partners supply.",
            f"Use one of: {', '.join(sorted(known))}.",
        )
    start, end = _day(said, "period_start"), _day(said, "period_end")
    if end < start:
        raise Unreadable("period_end", "The period ends before it starts.", "Put the earlier day first.")
    place = said.get("place", "")
    status = _status(said.get("status", "").lower())
    numerator, denominator = _count(said, "numerator"), _count(said, "denominator")
    if not status and numerator is None:
        raise Unreadable(
            "numerator",
            "There is no figure and no symbol that says why.",
            "Give the figure, or c (suppressed) or x (not available).",
        )
    if denominator is not None and denominator <= 0:
        raise Unreadable(
            "denominator",
            "Nothing can be divided by 0.",
            "Give the number that the figure is out of, or x in the status.",
        )
    return Row(
        indicator,
        _every(start, end),
        start,
        end,
        "" if place == area_code else place,
        None if status else numerator,
        denominator,
        said.get("source", "")[:200] or "Partner's file",
        status,
        said.get("note", "")[:300],
    )


def _day(said: Mapping[str, str], column: str) -> date:
    try:
        found = sheet.day(said.get(column, ""))
    except ValueError as fault:
        raise Unreadable(column, str(fault), "Write the day as 31/08/2026.") from fault
    if found is None:
        raise Unreadable(column, "The day is missing.", "Write the first and the last day of the period.")
    return found


def _count(said: Mapping[str, str], column: str) -> float | None:
    text = said.get(column, "").replace(",", "")
    if not text:
        return None
    try:
        found = float(text)
    except ValueError:
        raise Unreadable(
            column, f"“{text}” is not a number.", "Give a number, or a symbol in the status column."
        ) from None
    if not 0 <= found < float("inf"):
        raise Unreadable(column, f"{text} cannot be a count.", "Give a number of 0 or more.")
    return found


def _status(word: str) -> str:
    if word in SUPPRESSED:
        return "suppressed"
    return "missing" if word in MISSING else ""


def _every(start: date, end: date) -> str:
    """A period of about a month is a month; anything longer is a year (calendar or academic), told apart by its
    start.
    """
    return "month" if end - start <= timedelta(days=31) else "year"
