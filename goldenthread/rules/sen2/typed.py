"""A person's raw text as days, yes and no, and numbers; what cannot be read becomes None and is said."""

from collections.abc import Callable
from datetime import date
from typing import Any

from goldenthread.rules.problems import Problem
from goldenthread.rules.sen2.collection import as_date
from goldenthread.rules.sen2.fields import COLUMNS, TABLES, Field
from goldenthread.rules.sen2.persons import Row

_RANKS = frozenset({"placementrank", "sentyperank"})
_BOOLEANS = {"1": True, "true": True, "0": False, "false": False}
Typed = date | bool | int


def typed(person: Row) -> tuple[Row, list[Problem]]:
    """The same nested person with `date`, `bool` and `int` values (ranks too); other text as it stands."""
    problems: list[Problem] = []
    return _typed("person", person, person.get("line", 0), problems), problems


def _typed(table: str, row: Row, line: int, problems: list[Problem]) -> Row:
    line = row.get("line", line)
    return {column: _value(table, column, value, line, problems) for column, value in row.items()}


def _value(table: str, column: str, value: Any, line: int, problems: list[Problem]) -> Any:
    if column in TABLES and isinstance(value, dict):
        return _typed(column, value, line, problems)
    if column in TABLES and isinstance(value, list):
        return [_typed(column, each, line, problems) for each in value]
    field = COLUMNS[table].get(column)
    if field is None or not isinstance(value, str):
        return value
    reads, what = _READERS.get("int" if column in _RANKS else field.type, (None, ""))
    if reads is None:
        return value
    read = reads(value)
    if read is None:
        problems.append(_unreadable(field, line, value, what))
    return read


def _whole(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None


_READERS: dict[str, tuple[Callable[[str], Typed | None], str]] = {
    "date": (as_date, "a date such as 2025-03-31"),
    "boolean": (_BOOLEANS.get, "0 (no) or 1 (yes)"),
    "int": (_whole, "a whole number"),
}


def _unreadable(field: Field, line: int, value: str, what: str) -> Problem:
    message = f"“{value}” is not {what}, and was left empty"
    return Problem("F04", "error", message, field.table, line, field.column, value, f"Give {what}.")
