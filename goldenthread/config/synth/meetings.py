"""meetings.xlsx: who governs the plan, when they met, what they decided and promised, and the registers beside it."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from .plan.workbook import MADE_AT

FOLDER = Path(__file__).parent / "data" / "meetings"
SHEETS = {  # the sheet → the file of its rows; `¶` in a cell is a new line
    "Bodies": "bodies", "Members": "members", "Meetings": "meetings", "Attendance": "attendance", "Agenda": "agenda",
    "Papers": "papers", "Decisions": "decisions", "Commitments": "commitments", "Visits": "visits",
    "Evidence seen": "seen", "Reviews": "reviews", "Recommendations": "recommendations", "Responses": "responses",
    "Claims": "claims", "Expectations": "expectations",
}  # fmt: skip
DAY = re.compile(r"\d{4}-\d\d-\d\d")
WIDE = {"Purpose", "Title", "Minutes", "Decision", "Commitment", "Recommendation", "Reason", "Claim", "Words"}


def rows(name: str) -> list[list[str]]:
    """The headings, then the rows."""
    lines = (FOLDER / f"{name}.psv").read_text(encoding="utf-8").splitlines()
    return [line.replace("¶", "\n").split("|") for line in lines]


def write(path: Path) -> None:
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy", "strings_to_formulas": False})
    book.set_properties(
        {"title": "Marlshire SEND governance (fictional)", "author": "Goldenthread synth", "created": MADE_AT}
    )
    bold = book.add_format({"bold": True, "text_wrap": True, "bottom": 1})
    for title, name in SHEETS.items():
        headings, *lines = rows(name)
        sheet = book.add_worksheet(title)
        for column, heading in enumerate(headings):
            sheet.write_string(0, column, heading, bold)
            sheet.set_column(column, column, 50 if heading in WIDE else 18)
        _fill(sheet, lines)
        sheet.freeze_panes(1, 0)
    book.close()


def _fill(sheet: Any, lines: Iterable[list[str]]) -> None:
    for number, line in enumerate(lines, start=1):
        for column, cell in enumerate(line):
            if DAY.fullmatch(cell):
                on = date.fromisoformat(cell)
                sheet.write_datetime(number, column, datetime(on.year, on.month, on.day))  # noqa: DTZ001
            elif cell.isdigit():
                sheet.write_number(number, column, int(cell))
            elif cell:
                sheet.write_string(number, column, cell)
