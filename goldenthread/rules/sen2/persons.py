"""The shape that a read return has: a header, and persons as nested dicts of raw text.

A person's keys are COLLECT's columns; a missing element is a missing key. `requests` is a list of dicts, in each of
which `assessment` and `activeplans` may be dicts, and so on down the tables of `fields`. `line` is where the person
begins in the file (in XML out of the ordinary, after line 65,535, where its first text stands: libxml2 counts nodes no
further). `problems`, where present, is what the reader itself found wrong with that person.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from goldenthread.rules.problems import Problem
from goldenthread.rules.sen2.collection import Collection, collection_of

Row = dict[str, Any]


@dataclass
class Sen2File:
    """A return being read. `persons` is read once, as it comes; `notes` on the whole file are complete when it ends."""

    header: dict[str, str]
    persons: Iterator[Row]
    notes: list[Problem] = field(default_factory=list)

    @property
    def collection(self) -> Collection:
        return collection_of(self.header)


UNKNOWN, REPEATED, CODE_PAGE, ORPHAN = "F01", "F14", "F15", "F16"


def unknown(table: str, column: str, line: int) -> Problem:
    return Problem(
        UNKNOWN,
        "query",
        f"“{column}” is not an element of the SEN2 return at this place, and was left out",
        table,
        line,
        column,
        what_to_do="Check the spelling and the place, or ignore this if your system adds elements of its own.",
    )


def repeated(table: str, column: str, line: int) -> Problem:
    return Problem(
        REPEATED,
        "error",
        f"“{column}” may stand here only once; the first was read",
        table,
        line,
        column,
        what_to_do="Keep the right one and take the others out.",
    )


def wrong_code_page(what: str) -> Problem:
    return Problem(
        CODE_PAGE,
        "query",
        f"{what} is not in UTF-8, though it should be; it was read as Windows-1252",
        what_to_do="Check that accented letters in names are right, and export in UTF-8 next time.",
    )
