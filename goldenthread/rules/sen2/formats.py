"""Whether one value can stand in its field at all: readable, in its code set, well formed, not in the future."""

import re
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from goldenthread.rules.problems import Problem, Severity
from goldenthread.rules.sen2 import numbers
from goldenthread.rules.sen2.codes import code_set
from goldenthread.rules.sen2.collection import as_date
from goldenthread.rules.sen2.fields import FREE_TEXT, Field

_MAY_LIE_AHEAD = frozenset({"phasetransferduedate", "leavingdate", "referencedate"})
_EARLIEST = "1900"


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a value cannot stand; `unreadable` keeps the rules off it."""

    code: str
    message: str
    what_to_do: str
    severity: Severity = "error"
    unreadable: bool = True

    def at(self, field: Field, row: int, value: str) -> Problem:
        shown = "" if field.column in FREE_TEXT else value
        return Problem(self.code, self.severity, self.message, field.table, row, field.column, shown, self.what_to_do)


BEFORE_BIRTH = Fault(
    "V02", "This date is before the person was born", "Correct this date or the birth date.", unreadable=False
)
Judge = Callable[[str], Fault | None]


def well_formed(field: Field) -> Callable[[str], bool]:
    """Whether a number or other text has its field's shape; dates and codes need their judge."""
    return _SHAPES[field.type][0] if field.type in _SHAPES else _anything


def judge_of(field: Field, year: int, census: str) -> Judge:
    """The judge of a field's values in a collection year; `census` is the last day, as ISO text, that may be past."""
    if field.type == "date":
        ahead = field.column in _MAY_LIE_AHEAD
        return lambda value: _date_fault(value, "9999" if ahead else census)
    if field.type == "code":
        return _code_judge(field, year)
    is_well_formed, fault = _SHAPES.get(field.type, (_anything, None))
    return lambda value: None if is_well_formed(value) else fault


def judged_as(field: Field) -> Hashable:
    """Fields of which this is the same have the same judge, but for the codes."""
    return field.type, field.codes, field.column in _MAY_LIE_AHEAD


def _anything(_: str) -> bool:
    return True


def _date_fault(value: str, latest: str) -> Fault | None:
    if as_date(value) is None:
        return Fault(
            "F04", f"“{value}” is not a date", "Give a day of the calendar as year-month-day, such as 2025-03-31."
        )
    if value[:10] > latest:
        return Fault("V02", f"This date is after {latest}, the reference date", "Correct the date.", unreadable=False)
    if value < _EARLIEST:
        return Fault("F04", f"“{value}” is too long ago to be right", "Correct the year.")
    return None


def _code_judge(field: Field, year: int) -> Judge:
    known = code_set(field.codes, year)
    codes = ", ".join(known.codes)
    fault = Fault(
        "F05",
        f"This is not one of the codes of {field.element} in {year}",
        f"Give one of {codes}.",
        "error" if known.verified else "query",
    )
    return lambda value: None if not known.codes or value in known.codes else fault


def _matches(pattern: str) -> Callable[[str], bool]:
    full = re.compile(pattern).fullmatch
    return lambda value: full(value) is not None


_SHAPES: dict[str, tuple[Callable[[str], bool], Fault]] = {
    "boolean": (_matches("0|1|true|false"), Fault("F06", "This is neither 0 (no) nor 1 (yes)", "Give 0 or 1.")),
    "int": (_matches(r"\d{1,9}"), Fault("F07", "This is not a whole number", "Give digits only.")),
    "moment": (
        _matches(r"\d{4}-\d\d-\d\d.*"),
        Fault("F04", "This is not a date and time", "Write it as 2026-01-15T09:30:00."),
    ),
    "upn": (
        numbers.is_upn,
        Fault(
            "F08",
            "This UPN is not well formed, or its check letter does not fit",
            "Copy it again from the school's record.",
            unreadable=False,
        ),
    ),
    "uln": (
        numbers.is_uln,
        Fault(
            "F09",
            "This unique learner number does not pass its own check",
            "Copy it again from the record.",
            unreadable=False,
        ),
    ),
    "ukprn": (numbers.is_ukprn, Fault("F10", "A UKPRN has eight digits and begins with 1", "Check the UKPRN.")),
    "urn": (numbers.is_urn, Fault("F11", "A URN has six digits", "Check the URN.")),
    "postcode": (
        numbers.is_postcode,
        Fault("F12", "This is not a full postcode", "Give the whole postcode of the home.", "query", unreadable=False),
    ),
    "la": (
        _matches(r"\d{3}"),
        Fault("F13", "A local authority's code has three digits", "Give its three-digit code, such as 885."),
    ),
}
