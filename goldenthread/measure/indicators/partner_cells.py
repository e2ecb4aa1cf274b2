"""One cell of a partner's file: a day, a number, a status. What cannot be read is said, and what to write instead."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.intake import sheet
from goldenthread.measure.indicators.definition import Unit

MOST = 1e12  # pounds of a nation; more is a slip, and no page could show it
EARLIEST = 1980
SUPPRESSED = {"c", "suppressed", "low"}
MISSING = {"not supplied", "missing", "x", "z", "u", ":"}
RELEASES = {"provisional": "provisional", "p": "provisional", "revised": "revised", "r": "revised"}
PLAIN = {"", "ok", "final", "f"}
UNITS = {
    Unit.PERCENT: {"%", "percent", "per cent", "percentage", "share"},
    Unit.COUNT: {"count", "number", "children", "people"},
    Unit.WEEKS: {"weeks", "week"},
    Unit.RATE: {"rate", "per 100", "%"},
    Unit.PER_1000: {"per 1000", "rate"},
    Unit.PER_100_000: {"per 100000", "rate"},
    Unit.PER_MILLION: {"per million", "per 1000000", "rate"},
    Unit.POINTS: {"points", "score", "mean"},
    Unit.POUNDS: {"pounds", "£", "gbp", "mean"},
    Unit.HOURS: {"hours", "mean"},
    Unit.CASES: {"cases", "cases per fte", "mean"},
}
LABELS = (  # what is often written where a day belongs
    (r"20\d\d", "is a year"),
    (r"(?i)q[1-4].*", "is a quarter"),
    (r"(?i)(autumn|spring|summer).*", "is a term"),
    (r"20\d\d-\d\d?|\w+ 20\d\d", "is a month"),
    (r"\d{5}", "is the number by which Excel holds a day, not a day"),
)


class Unreadable(ValueError):
    """Why a row cannot be taken, at which column, and what to do."""

    def __init__(self, column: str, why: str, what_to_do: str) -> None:
        super().__init__(why)
        self.column = column
        self.what_to_do = what_to_do


@dataclass(frozen=True, slots=True)
class Doubt:
    """What somebody should look at in a row that is taken all the same."""

    column: str
    why: str
    what_to_do: str

    def __str__(self) -> str:
        return self.why


def day(said: Mapping[str, str], column: str) -> date:
    """Raises Unreadable; the label of a year is told from a day, since no label says which days it means."""
    text = said.get(column, "")
    if kind := _label(text):
        raise Unreadable(
            column,
            f"{text} {kind}.",
            "Give the first and the last day of the period, such as 01/09/2024 and 31/08/2025.",
        )
    try:
        found = sheet.day(text)
    except ValueError as fault:
        raise Unreadable(column, str(fault), "Write the day as 31/08/2026.") from fault
    if found is None:
        raise Unreadable(column, "The day is missing.", "Write the first and the last day of the period.")
    if found.year < EARLIEST:
        raise Unreadable(column, f"{text} lies before {EARLIEST}.", "Write the year in full, such as 31/08/2026.")
    return found


def amount(said: Mapping[str, str], column: str) -> float | None:
    """None for an empty cell; never below nought. Raises Unreadable."""
    text = said.get(column, "").replace(",", "").removeprefix("£").strip()
    if not text:
        return None
    if text.endswith("%") and column != "value":
        raise Unreadable(column, f"{text} is a percentage, and a number is asked for.", "Give the count behind it.")
    try:
        found = float(text.removesuffix("%"))
    except ValueError:
        raise Unreadable(
            column, f"“{text}” is not a number.", "Give a number, or a symbol in the status column."
        ) from None
    if not 0 <= found < MOST:
        raise Unreadable(column, f"{text} cannot be a count.", f"Give a number from 0 to {MOST:,.0f}.")
    return found


def status(text: str) -> tuple[str, str, list[Doubt]]:
    """What is not there (suppressed, missing, or empty), which release it is of (empty: final), and doubts."""
    word = text.lower().strip()
    if word in SUPPRESSED:
        return "suppressed", "", []
    if word in MISSING:
        return "missing", "", []
    if word in PLAIN or word in RELEASES:
        return "", RELEASES.get(word, ""), []
    what_to_do = "Use final, provisional or revised; c where it is suppressed, x where there is none."
    return "", "", [Doubt("status", f"“{text}” is no status that we know: the figure is taken as final.", what_to_do)]


def check_unit(said: Mapping[str, str], unit: Unit) -> None:
    """Raises Unreadable where the file says another unit than the measure has."""
    text = said.get("unit", "")
    if text and text.lower().replace(",", "") not in UNITS[unit] | {unit.value}:
        wanted = sorted(UNITS[unit], key=lambda word: (word != unit.value, word))[0]
        raise Unreadable(
            "unit", f"The file says “{text}”, and this measure is in {wanted}.", "Send it in that unit, or not at all."
        )


def _label(text: str) -> str:
    years = re.fullmatch(r"(20\d\d)[/-]?(?:20)?(\d\d)", text)
    if years and (int(years[1]) + 1) % 100 == int(years[2]):  # the Department for Education writes 202425
        return "is an academic year" if text.isdigit() else "is a school or financial year"
    return next((kind for pattern, kind in LABELS if re.fullmatch(pattern, text)), "")
