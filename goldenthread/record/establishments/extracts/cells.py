"""What a cell of a pupil extract means, by its own words alone."""

import re
from datetime import date

from goldenthread.foundation.intake import sheet

PLAN, SUPPORT, NONE = "EHC plan", "SEN support", "no SEN"
SEN: dict[str, str] = {"E": PLAN, "K": SUPPORT, "N": NONE}
OLDER = {"S": PLAN, "A": SUPPORT, "P": SUPPORT}  # statement, school action, school action plus: before September 2014
WORDS = {"ehc plan": PLAN, "ehcp": PLAN, "education health and care plan": PLAN, "statement": PLAN,
         "sen support": SUPPORT, "no sen": NONE, "no special educational need": NONE, "none": NONE}  # fmt: skip
SUBSIDIARY, GUEST, ELSEWHERE = "S", "G", ("F", "O")
EARLIEST = 1980  # a mistyped year, such as 0025, is no year
MAIN = {"C": True, "M": True, SUBSIDIARY: False, GUEST: False, "F": False, "O": False}
_MIDNIGHT = re.compile(r"[ T]00:00(:00(\.0+)?)?$")
_NAMED_MONTH = re.compile(r"(\d{4})-([A-Za-z]{3})-(\d{1,2})")
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def sen(cell: str) -> str | None:
    """A status in the words of the frozen tables; None for an empty cell or a code that there is not."""
    code = cell.strip().upper()
    return SEN.get(code) or OLDER.get(code) or WORDS.get(cell.strip().lower())


def day(cell: str) -> date | None:
    """The day in a cell, None for none or what is no date, or none of a pupil's life. The census writes
    “2024-Dec-01 00:00:00”.
    """
    said = _MIDNIGHT.sub("", cell.strip())
    named = _NAMED_MONTH.fullmatch(said)
    try:
        if named:
            year, month, number = named.groups()
            found: date | None = date(int(year), _MONTHS.index(month.lower()) + 1, int(number))
        else:
            found = sheet.day(said)
    except ValueError:
        return None
    return found if found and found.year >= EARLIEST else None


def month(cell: str) -> date | None:
    """The first day of the month of the day in a cell: more of a birth date is not kept."""
    found = day(cell)
    return found.replace(day=1) if found else None


def whole(cell: str) -> int | None:
    """“135.0” is a whole number in the census; None for anything that is none, or is below nought."""
    said = cell.strip().replace(",", "")
    said = said.removesuffix(".0") if said.endswith(".0") else said
    return int(said) if said.isdecimal() and len(said) <= 9 else None


def main(cell: str) -> bool:
    """Whether a registration is the one that is counted; nobody says otherwise where the cell is empty."""
    return MAIN.get(cell.strip().upper()[:1], True)
