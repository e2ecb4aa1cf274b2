"""How areas and their codes have changed: which one a former area's children are counted in now, and since when."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

TABLE = Path(__file__).parent / "data" / "la_changes.csv"
NEW_CODE = "new ONS code"


@dataclass(frozen=True, slots=True)
class Change:
    """On a day `old` became `new`, or a part of it. `mark` says where we know it from."""

    on: date
    kind: str
    old_code: str
    old_ons: str
    old_name: str
    new_code: str
    new_ons: str
    new_name: str
    mark: str

    @property
    def sentence(self) -> str:
        day = f"{self.on.day} {self.on:%B %Y}"
        if self.kind == NEW_CODE:
            return f"{self.new_name}: {self.old_ons} until {day}, since then {self.new_ons}."
        return f"{self.old_name} ({self.old_code}) became {self.new_name} ({self.new_code}), or a part of it, on {day}."


@cache
def changes() -> tuple[Change, ...]:
    """Oldest first."""
    with TABLE.open(encoding="utf-8", newline="") as stream:
        return tuple(Change(date.fromisoformat(row.pop("on")), **row) for row in csv.DictReader(stream))


def successors(code: str) -> tuple[Change, ...]:
    """What became of a former area, by its DfE number; empty for one that stands."""
    return tuple(change for change in changes() if change.old_code == code and change.kind != NEW_CODE)


def predecessors(code: str) -> tuple[Change, ...]:
    """What an area was before, by its DfE number; empty for one that has always stood."""
    return tuple(change for change in changes() if change.new_code == code and change.kind != NEW_CODE)


def areas_on(day: date, standing: int) -> int:
    """How many areas England had on a day, `standing` being those of today: 152 until March 2019, then 151, …"""
    undone = [change for change in changes() if change.on > day and change.kind != NEW_CODE]
    gone, come = {change.old_code for change in undone}, {change.new_code for change in undone}
    return standing + len(gone) - len(come)
