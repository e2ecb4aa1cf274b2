"""The 153 local areas and how many plans each kept in force (DfE, EHC plans 2025, 16 January 2025; OGL v3.0)."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "areas.csv"


@dataclass(frozen=True, slots=True)
class Area:
    code: str
    ons_code: str
    name: str
    region: str
    plans: int


@cache
def areas() -> tuple[Area, ...]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Area(row["code"], row["ons_code"], row["name"], row["region"], int(row["plans_in_force"]))
            for row in csv.DictReader(file)
        )


def area(code: str) -> Area:
    """Raises LookupError with a sentence when there is no such area."""
    for one in areas():
        if one.code == code:
            return one
    raise LookupError(f"There is no local area with the DfE code {code!r}. Codes are three digits, such as 885.")
