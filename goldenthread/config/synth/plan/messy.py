"""messy_plan.xlsx: a plan as it looks after three years of many hands, for trying what an importer does with it.

Two rows of headings with merged cells, given again half way down, and other headings below; several actions in one
cell, one action over two rows; colours that are only a shade, one of them of the theme, or that contradict their word;
dates in words, in American, and of a day that there is not; leads by their initials; a formula, notes, a list on its
own sheet, a hidden sheet with an old plan, an unknown colour, an empty row, and two actions with one reference.
"""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from xlsxwriter.color import Color

from .workbook import FILLS, MADE_AT

_SHADED = "shade only"
_UNDER = "merged with the one above"
_HEADINGS = ("Ref.", "Action", "Lead", "By when", "RAG", "Comments / evidence")
_THEME_GREEN = Color.theme(6, 2)  # the third accent, lighter
_LINES: tuple[tuple[Any, ...], ...] = (
    ("1.1", "Bring the waiting lists of both hospitals into one.", "Ian Trevose", "Sept 25", "Green", "Lists merged"),
    ("1.2", "Recruit therapists.", "I Trevose / R Penhale", "ongoing", _SHADED + " Amber", "2 of 4 in post"),
    ("1.3", "Publish a guide for families who wait.", "Ruth Penhale", date(2025, 12, 19), "B", "Done"),
    ("1.3", "Print the guide in five languages.", "", "Sept 18", "G", ""),
    (),
    (
        "2.1",
        "Train lead teachers for autism.",
        "Philippa Gaunt (Brightwell)",
        "end of term",
        "Amber/Green",
        "29 trained",
    ),
    ("2.2", "Visit every school.", "Gareth Pryce", "31/02/2026", _SHADED + " Red", '=CONCATENATE(168," visited")'),
    ("", "Write to all governors.", "Gareth Pryce", "TBC", "Purple", "Letter drafted"),
    (
        "2.4",
        "Hold a conference.\nInvite governors.",
        "Philippa Gaunt",
        "Autumn 2025",
        _SHADED + " Blue",
        "Held 14 November",
    ),
    ("2.5", "Set up networks of co-ordinators.", "P. Gaunt", date(2027, 2, 12), "", "See 2.3 of the old plan"),
    ("Priority 3 – plans",),
    _HEADINGS,
    (
        "3.1",
        "1. Write a standard for plans.\n2. Train writers.\n3. Read twenty plans a month.",
        "Philippa Gaunt (Brightwell) & Ruth Penhale (NHS)",
        "Jan–Mar 2026",
        "Green – on track",
        "1. Agreed in June\n2. 14 of 20 trained\n3. From September",
    ),
    ("3.2", "Ask health for advice in six weeks.", "RP/XY", "Q3 2025/26", "🟠", "• 61 % in time\n• was 48 %"),
    (_UNDER, _UNDER, _UNDER, _UNDER, _UNDER, "• new form since May"),
    ("3.3", "Tell families each month how far it is.", "SENCOs", "09/30/2026", _SHADED + " theme", "Begun"),
    ("3.4", "Answer letters in ten days.", "Gareth Pryce", 46_203, "Amber", "Shaded green by somebody"),
    ("3.5", "Have every draft read by a parent.", "Ruth Penhale", "31/09/2026", "In progress", ""),
    ("Note: ratings were agreed by the working group on 2 October.",),
    (),
    ("No.", "Task", "Owner", "Deadline", "Status", "Notes"),
    ("4.1", "Open the short breaks offer to under-fives.", "Ruth Penhale", "by Easter 2026", "Complete", ""),
    ("4.2", "Publish who qualifies.", "Ian Trevose", "Autumn term", "Not started", "Waits for cabinet"),
)
_ANSWERS = ("RAG", "Red", "Amber", "Green")


def write(path: Path) -> None:
    book = xlsxwriter.Workbook(str(path), {"default_date_format": "dd/mm/yyyy"})
    book.set_properties({"title": "Action plan (fictional)", "author": "Goldenthread synth", "created": MADE_AT})
    _visible(book)
    book.add_worksheet("Lists").write_column(0, 0, _ANSWERS)
    old = book.add_worksheet("OLD do not use")
    old.write_row(0, 0, ("Ref", "Action", "RAG"))
    old.write_row(1, 0, ("1.1", "Superseded in 2024.", "Red"))
    old.hide()
    book.close()


def _visible(book: Any) -> None:
    sheet = book.add_worksheet("SEND plan v7 FINAL (2)")
    bold = book.add_format({"bold": True, "align": "center"})
    sheet.merge_range("A1:F1", "Marlshire SEND action plan – DRAFT – updated by various", bold)
    sheet.merge_range("A2:B2", "What", bold)
    sheet.merge_range("C2:D2", "Who and when", bold)
    sheet.merge_range("E2:F2", "How is it going?", bold)
    for column, heading in enumerate(_HEADINGS):
        sheet.write(2, column, heading, bold)
    sheet.merge_range("A4:F4", "PRIORITY 1 – therapies", bold)
    for number, line in enumerate(_LINES, start=4):
        below = _LINES[number - 3] if number - 3 < len(_LINES) else ()
        for column, cell in enumerate(line):
            if column < len(below) and below[column] == _UNDER:
                sheet.merge_range(number, column, number + 1, column, cell)
            elif cell != _UNDER:
                _put(book, sheet, number, column, cell)


def _put(book: Any, sheet: Any, row: int, column: int, cell: Any) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(row, column, datetime(cell.year, cell.month, cell.day))  # noqa: DTZ001
    elif str(cell).startswith(_SHADED):
        sheet.write_blank(row, column, None, book.add_format({"bg_color": FILLS.get(cell.split()[-1], _THEME_GREEN)}))
    elif str(cell) == "Amber" and row >= 20:
        sheet.write(row, column, cell, book.add_format({"bg_color": FILLS["Green"]}))
    elif str(cell).startswith("="):
        sheet.write_formula(row, column, cell, None, "168 visited")
    else:
        sheet.write(row, column, cell)
