"""The days that a report names: when inspectors were there, and when it was published."""

import re
from datetime import date
from pathlib import PurePath

from .document import NotAReport

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
MONTH = "|".join(MONTHS)
DAY = rf"(\d{{1,2}})(?:\s+({MONTH}))?(?:\s+(\d{{4}}))?"
ON_SITE = (
    re.compile(rf"(?:Inspection|Revisit|Re-visit) dates:\s*{DAY}\s+to\s+{DAY}"),
    re.compile(rf"Between\s+{DAY}\s+and\s+{DAY}"),  # how a letter of the first cycle begins
)
PRINTED = (
    re.compile(rf"[Pp]ublished:\s*(\d{{1,2}})\s+({MONTH})\s+(\d{{4}})"),
    re.compile(rf"^[ \t]*(\d{{1,2}})\s+({MONTH})\s+(\d{{4}})[ \t]*$", re.MULTILINE),  # a letter's own date
)
IN_A_FILE_NAME = re.compile(rf"(\d{{1,2}})-({MONTH})-(\d{{4}})", re.IGNORECASE)


def days_on_site(heading: str) -> tuple[date, date]:
    """The first and the last; a month or year that is printed once belongs to both. Raises NotAReport."""
    for pattern in ON_SITE:
        if (found := pattern.search(heading)) and found[5] and found[6]:
            first_day, first_month, first_year, last_day, last_month, last_year = found.groups()
            return (
                _day(first_day, first_month or last_month, first_year or last_year),
                _day(last_day, last_month, last_year),
            )
    raise NotAReport("“Inspection dates: … to …” is not in the text. Give the whole text, its first page included.")


def published_on(heading: str, file_name: str) -> date | None:
    """As printed on the first page, else as Ofsted names its files; None where neither says."""
    found = next((found for pattern in PRINTED if (found := pattern.search(heading))), None)
    found = found or IN_A_FILE_NAME.search(PurePath(file_name).stem)
    return _day(*found.groups()) if found else None


def _day(day: str, month: str, year: str) -> date:
    try:
        return date(int(year), MONTHS.index(month.capitalize()) + 1, int(day))
    except ValueError as fault:
        raise NotAReport(f"{day} {month} {year} is not a date ({fault}). Check the report's first page.") from None
