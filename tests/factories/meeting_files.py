"""Workbooks of meetings made in memory, and brought through the intake's own door."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import xlsxwriter

from goldenthread.config.synth import meetings as synth
from goldenthread.foundation.intake import writes as intake
from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.intake.source import Upload
from goldenthread.foundation.partnership.models import Person
from tests.factories import people

Sheets = Mapping[str, Sequence[Sequence[object]]]
SAVED = date(2026, 10, 31)
BOARD = "SEND Improvement Board"
BODIES = (("Name", "Kind"), (BOARD, "Board"))


def moment(on: date) -> datetime:
    """As Excel has a day: it knows no time zone."""
    return datetime(on.year, on.month, on.day)  # noqa: DTZ001


def workbook(sheets: Sheets, *, hidden: Sequence[str] = (), saved: date = SAVED) -> bytes:
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    book.set_properties({"created": moment(saved)})
    for title, rows in sheets.items():
        sheet = book.add_worksheet(title)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(number, column, moment(cell))
                else:
                    sheet.write(number, column, cell)
        if title in hidden:
            sheet.hide()
    book.close()
    return stream.getvalue()


def with_board(sheets: Sheets, **options) -> bytes:
    """The board is listed too, so that its meetings are known."""
    return workbook({"Bodies": BODIES, **sheets}, **options)


def marlshire(folder: Path) -> bytes:
    synth.write(folder / "meetings.xlsx")
    return (folder / "meetings.xlsx").read_bytes()


def upload(content: bytes, name: str = "meetings.xlsx") -> Upload:
    return Upload(name, len(content), lambda: BytesIO(content))


def bring(content: bytes, by: Person) -> Batch:
    """Received and understood, not yet committed."""
    batch = intake.receive(area=people.area(), upload=upload(content), by=by, on=people.TODAY)
    intake.understand(batch=batch, by=by, on=people.TODAY, source="meetings_workbook")
    return batch


def commit(content: bytes, by: Person) -> Batch:
    batch = bring(content, by)
    intake.commit(batch=batch, by=by, on=people.TODAY)
    return batch


def counts(batch: Batch) -> dict[str, tuple[int, int, int, int]]:
    return {each["kind"]: (each["added"], each["changed"], each["unchanged"], each["refused"]) for each in batch.counts}


def said(batch: Batch) -> list[tuple[str, str, int, str]]:
    """Each problem: error or query, sheet, row, column."""
    return [(one.severity, one.table, one.row, one.column) for one in batch.problems.all()]
