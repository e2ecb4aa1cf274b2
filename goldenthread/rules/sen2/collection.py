"""One year's collection: its census day, the calendar year that it reports, and the header that says which it is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from goldenthread.rules.calendar import sen2_census_day

FIRST_YEAR = 2023  # person-level since 2023; totals only before, in another form
_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")


class Sen2Fault(Exception):
    """The file cannot be read (on), for the reason in the sentence; `read` persons came out of it before."""

    def __init__(self, sentence: str, read: int = 0) -> None:
        super().__init__(sentence)
        self.read = read


def as_date(text: str | None) -> date | None:
    """The day that an ISO date names, or None where it names none. XML Schema lets a time follow; it is left out."""
    match = _DATE.match(text or "")
    try:
        return date(*map(int, match.groups())) if match and len(text or "") in (10, 19) else None
    except ValueError:
        return None


@dataclass(frozen=True)
class Collection:
    """Year 2026 is counted in January 2026 and reports the calendar year 2025."""

    year: int

    @property
    def census(self) -> date:
        return sen2_census_day(self.year)

    @property
    def reports(self) -> tuple[date, date]:
        return date(self.year - 1, 1, 1), date(self.year - 1, 12, 31)


def collection_of(header: Mapping[str, str]) -> Collection:
    """Which collection a header belongs to. Raises Sen2Fault if it is not that of a person-level SEN2 return."""
    name = header.get("collection", "SEN2")
    if name.upper() != "SEN2":
        raise Sen2Fault(f"This file is a “{name}” collection, not SEN2. Choose the SEN2 return.")
    text = header.get("year", "")
    if not re.fullmatch(r"\d{4}", text):
        said = f"“{text}”" if text else "nothing"
        raise Sen2Fault(f"The header gives {said} as the collection's year. Put a year such as 2026 in Header, Year.")
    if int(text) < FIRST_YEAR:
        raise Sen2Fault(
            f"This is the SEN2 return of {text}. The return has listed each person only since {FIRST_YEAR}; "
            f"earlier years are totals. Choose the return of {FIRST_YEAR} or later."
        )
    if int(text) > FIRST_YEAR + 50:
        raise Sen2Fault(
            f"The header says the collection's year is {text}, which cannot be right. Correct Header, Year."
        )
    return Collection(int(text))
