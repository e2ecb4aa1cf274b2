"""A row of cells read column by column: what cannot be read is said by cell, and only what must be there keeps the
row out.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from goldenthread.foundation.intake import sheet
from goldenthread.foundation.intake.source import Refused, Upload
from goldenthread.rules.problems import Problem, Severity


@dataclass
class Table:
    """`columns` maps our names to the headings found."""

    name: str
    columns: Mapping[str, str]
    rows: tuple[tuple[int, Mapping[str, str]], ...]
    problems: list[Problem] = field(default_factory=list)

    def cell(self, row: Mapping[str, str], name: str) -> str:
        return row.get(self.columns.get(name, ""), "")

    def day(self, number: int, row: Mapping[str, str], name: str, severity: Severity) -> date | None:
        """The day in a cell; None, and a problem, where there is none to be read."""
        said = self.cell(row, name)
        try:
            found = sheet.day(said)
        except ValueError:
            self.fault(number, name, said, f"{said} is not a date.", "Write the day as 31/08/2026.", severity)
            return None
        if found is None and severity == "error":
            self.fault(number, name, said, "The date is missing.", "Give the day, or leave the row out.", severity)
        return found

    def fault(self, number: int, name: str, said: str, message: str, what_to_do: str, severity: Severity) -> None:
        heading = self.columns.get(name, name)
        self.problems.append(Problem("FB1", severity, message, self.name, number, heading, said, what_to_do))

    def rows_with(self, severity: Severity) -> int:
        return len({problem.row for problem in self.problems if problem.severity == severity})


def table(upload: Upload, name: str, wanted: Mapping[str, tuple[str, ...]], needed: tuple[str, ...]) -> Table:
    """Raises Refused when a column that is needed cannot be found."""
    found = sheet.read(upload)
    columns = sheet.guess(found.columns, wanted)
    missing = [each.replace("_", " ") for each in needed if each not in columns]
    if missing:
        raise Refused(
            f"We could not find the column {' or '.join(missing)} among {', '.join(found.columns)}. "
            "Name it so in the first row and bring the file again."
        )
    return Table(name, columns, found.rows)


def looks_like(upload: Upload, wanted: Mapping[str, tuple[str, ...]], needed: tuple[str, ...]) -> bool:
    return set(needed) <= set(sheet.guess(sheet.headings(upload), wanted))


class Fingerprints:
    """A row has no number of its own: it is known by what it says, and by which of its equals it is."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def of(self, *words: Any) -> str:
        said = json.dumps(words, default=str)
        self._seen[said] = self._seen.get(said, 0) + 1
        return hashlib.blake2b(f"{said} {self._seen[said]}".encode(), digest_size=16).hexdigest()
