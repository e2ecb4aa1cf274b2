"""The workbook that partners fill in: what it says, and that a filled one comes back in."""

import csv
import io

import pytest
import python_calamine
import xlsxwriter

from goldenthread.config.synth import partners, schools
from goldenthread.config.synth.dice import dice
from goldenthread.measure.indicators import catalogue, template
from goldenthread.measure.indicators.definition import Supply
from goldenthread.measure.indicators.intake.partner import WANTED, source
from tests.factories import casework, people

PARTNER = [one.code for one in catalogue.all_definitions() if one.supply is Supply.PARTNER]


def sheets(content):
    book = python_calamine.load_workbook(io.BytesIO(content))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def test_the_whole_template_has_every_measure_that_partners_supply_and_every_column():
    found = sheets(template.workbook())

    assert list(found) == ["Figures", "Measures", "Columns"]
    assert found["Figures"] == [list(WANTED)]
    assert sorted(row[0] for row in found["Measures"][1:]) == PARTNER
    assert [row[0] for row in found["Columns"][1:]] == list(WANTED)
    assert [cell for rows in found.values() for row in rows for cell in row if str(cell).startswith("=")] == []


def test_a_template_of_one_measure_says_what_it_needs_and_that_it_is_not_agreed():
    (_, row) = sheets(template.workbook(["send_transport_cost"]))["Measures"]

    said = dict(zip(template.MEASURES, row, strict=True))
    assert said["Code"] == "send_transport_cost"
    assert said["How to give it"] == (
        "The mean number of pounds as value, or the sum as numerator; how many as denominator."
    )
    assert said["Period"] == "by month or by financial year (from 1 April)"
    assert said["Agreed?"] == "To be agreed and signed before first use"
    assert said["Who sends it"].startswith("To be agreed and signed by the council’s transport and finance teams")


def test_a_measure_that_no_partner_supplies_has_no_template():
    with pytest.raises(KeyError):
        template.workbook(["plans_in_force"])


@pytest.mark.django_db
def test_a_filled_template_comes_back_in():
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Figures")
        row = {"indicator": "short_break_hours", "period_start": "01/07/2026", "period_end": "30/09/2026",
               "denominator": 120, "value": 14.5, "status": "provisional"}  # fmt: skip
        for column, name in enumerate(WANTED):
            sheet.write(0, column, name)
            sheet.write(1, column, row.get(name, ""))
    upload = casework.upload(stream.getvalue(), "filled.xlsx")

    found = source.understand(upload, people.area())

    assert source.recognises(upload)
    assert (found.ready, found.to_check, found.refused) == (1, 0, 0)
    assert [(one.value, one.denominator, one.every) for one in found.content] == [(14.5, 120, "quarter")]


@pytest.mark.django_db
def test_the_demonstrations_files_come_in_without_a_problem():
    made = schools.schools("999", 300, dice(1, "schools"))
    rows = list(partners.figures("999", made, dice(1, "partners")))
    stream = io.StringIO()
    csv.writer(stream).writerows([partners.HEADINGS, *rows])

    found = source.understand(casework.upload(stream.getvalue().encode(), "partner_figures.csv"), people.area())

    assert (found.ready, found.to_check, found.problems) == (len(rows), 0, ())
    assert {(one.level, one.every) for one in found.content} == {("area", "month"), ("establishment", "year")}
