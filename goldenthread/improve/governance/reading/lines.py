"""Rows of sheets as lines whose cells have been read; and what became of every row of the file."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Model

from goldenthread.rules.problems import Problem, Severity

HEADING, KEPT_ASIDE, NOT_TAKEN = "headings", "kept aside with a problem", "not taken"
FIRST_WORDS = 120


@dataclass(frozen=True)
class Line:
    """`values` by our names of the columns, nothing for an empty cell; `cells` as they were written."""

    kind: str
    sheet: str
    row: int
    values: Mapping[str, Any]
    cells: Mapping[str, str]
    headings: Mapping[str, str]

    def __getitem__(self, name: str) -> Any:
        return self.values.get(name)

    def text(self, name: str) -> str:
        return self.values.get(name) or ""

    def given(self, *names: str) -> dict[str, Any]:
        """Only what the row says: an empty cell takes nothing away from what is held."""
        return {name: value for name in names if (value := self.values.get(name)) not in (None, "")}

    def problem(self, severity: Severity, code: str, message: str, name: str = "", what_to_do: str = "") -> Problem:
        heading, value = self.headings.get(name, name.replace("_", " ")), self.cells.get(name, "")
        return Problem(code, severity, message, self.sheet, self.row, heading, value, what_to_do)


@dataclass
class Content:
    """`fates`: what became of each row, by sheet and number; `unread`: (sheet, rows, how it begins, why). `aside`
    counts the rows kept aside, by what they would have become.
    """

    saved_on: date | None = None
    lines: dict[str, list[Line]] = field(default_factory=dict)
    columns: list[list[str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    fates: dict[tuple[str, int], str] = field(default_factory=dict)
    aside: Counter[type[Model]] = field(default_factory=Counter)
    unread: list[tuple[str, str, str, str]] = field(default_factory=list)

    def of(self, kind: str) -> list[Line]:
        return self.lines.get(kind, [])

    @property
    def kept_aside(self) -> int:
        return sum(fate == KEPT_ASIDE for fate in self.fates.values())

    @property
    def taken(self) -> set[tuple[str, int]]:
        """The rows that are taken in."""
        others = (HEADING, KEPT_ASIDE, NOT_TAKEN)
        return {place for place, fate in self.fates.items() if fate not in others}

    def set_aside(self, places: Iterable[tuple[str, int]]) -> None:
        self.fates |= dict.fromkeys(places, KEPT_ASIDE)

    def counts(self) -> list[tuple[str, int]]:
        """In words, every row of the file once."""
        found, last = Counter(self.fates.values()), [HEADING, KEPT_ASIDE, NOT_TAKEN]
        order = (*(each for each in found if each not in last), *last)
        return [(_of_one(fate) if found[fate] == 1 else fate, found[fate]) for fate in order if found[fate]]


def _of_one(fate: str) -> str:
    return "heading" if fate == HEADING else fate.replace("lines of ", "line of ", 1)


def beginning(cells: list[str]) -> str:
    words = " · ".join(" ".join(cell.split()) for cell in cells if cell)
    return words if len(words) <= FIRST_WORDS else f"{words[:FIRST_WORDS]}…"
