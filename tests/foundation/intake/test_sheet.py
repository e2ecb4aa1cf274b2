"""Tables out of files that nobody made for us."""

import io
from datetime import date

import pytest
import xlsxwriter

from goldenthread.foundation.intake import sheet
from goldenthread.foundation.intake.source import Refused
from tests.factories.casework import upload

WANTED = {"received_on": ("date received",), "theme": ("category",)}


def workbook(*rows):
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        page = book.add_worksheet()
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
    return upload(stream.getvalue(), "log.xlsx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_csv_is_read_in_any_code_page(encoding):
    read = sheet.read(upload("naïve;b\n\n é ;2\n".encode(encoding)))

    assert read.columns == ("naïve", "b")
    assert read.rows == ((3, {"naïve": "é", "b": "2"}),)


def test_a_workbook_is_read_like_a_csv():
    read = sheet.read(workbook(["theme", "stage"], ["Delay", 2]))

    assert read.rows == ((2, {"theme": "Delay", "stage": "2"}),)


@pytest.mark.parametrize(
    ("columns", "found"),
    [
        (("Date received", "Category"), {"received_on": "Date received", "theme": "Category"}),
        (("received_on", "THEME"), {"received_on": "received_on", "theme": "THEME"}),
        (("Date recieved", "Colour"), {"received_on": "Date recieved"}),
        (("Colour", ""), {}),
    ],
)
def test_columns_are_guessed_from_real_headings(columns, found):
    assert sheet.guess(columns, WANTED) == found


@pytest.mark.parametrize(
    "cell", ["2026-08-31", "31/08/2026", "31-08-2026", "31.08.2026", "31/08/26", "31 August 2026", "31 Aug 2026"]
)
def test_days_are_read_as_england_writes_them(cell):
    assert sheet.day(cell) == date(2026, 8, 31)


def test_a_day_that_does_not_exist_is_no_day():
    with pytest.raises(ValueError, match="31/02/2025 is not a date"):
        sheet.day("31/02/2025")


@pytest.mark.parametrize("content", [b"\n\n", b"PK\x05\x06" + b"\0" * 18])
def test_a_file_without_a_table_is_refused(content):
    with pytest.raises(Refused):
        sheet.read(upload(content))
