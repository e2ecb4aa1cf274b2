"""Plans: small ones made by hand, and workbooks made in memory."""

import io
from collections.abc import Sequence
from datetime import date

import xlsxwriter

from goldenthread.foundation.intake.source import Upload
from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.improve.plans.models import Action, ImprovementPlan, Theme, Update
from tests.factories import people

ON = people.TODAY
HEADINGS = ("Ref", "Action", "Lead", "Timescale", "BRAG", "Progress update")


def plan(in_area: LocalArea | None = None, title: str = "A plan") -> ImprovementPlan:
    area = in_area or people.area()
    return ImprovementPlan.objects.get_or_create(area=area, title=title)[0]


def theme(of: ImprovementPlan | None = None, number: int = 1, reported: str = "green") -> Theme:
    title = f"Theme {number}"
    return Theme.objects.get_or_create(
        plan=of or plan(), number=number, defaults={"title": title, "reported": reported}
    )[0]


def action(
    ref: str = "1.1",
    colour: str = "green",
    *,
    under: Theme | None = None,
    lead: Person | None = None,
    updated_on: date = ON,
    **fields,
) -> Action:
    """Reported once, today, and so far with nothing against it."""
    fields = {"wording": f"Do the thing of {ref}.", "due_on": date(2027, 3, 31), **fields}
    made = Action.objects.create(theme=under or theme(), ref=ref, lead=lead, **fields)
    if colour != "white":
        Update.objects.create(action=made, on=updated_on, reported=colour, done="Something.", by="somebody")
    return made


def upload(content: bytes, name: str = "plan.xlsx") -> Upload:
    return Upload(name, len(content), lambda: io.BytesIO(content))


def workbook(
    sheets: dict[str, Sequence[Sequence[object]]], *, title: str = "A plan", hidden: Sequence[str] = ()
) -> bytes:
    """Each sheet's rows as given; a value ("shade", "#rrggbb") is an empty shaded cell, ("formula", words, result)
    a formula.
    """
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    book.set_properties({"title": title})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                _put(book, sheet, number, column, value)
        if name in hidden:
            sheet.hide()
    book.close()
    return stream.getvalue()


def _put(book, sheet, row: int, column: int, value: object) -> None:
    if isinstance(value, tuple) and value[0] == "shade":
        sheet.write_blank(row, column, None, book.add_format({"bg_color": value[1]}))
    elif isinstance(value, tuple):
        sheet.write_formula(row, column, value[1], None, value[2])
    elif isinstance(value, date):
        sheet.write_datetime(row, column, value)
    elif value is not None:
        sheet.write(row, column, value)


def one_sheet(*rows: Sequence[object], headings: Sequence[str] = HEADINGS) -> bytes:
    return workbook({"Plan": [headings, *rows]})
