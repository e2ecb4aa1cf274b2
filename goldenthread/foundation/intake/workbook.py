"""A batch's problems as a workbook, the cell at fault marked. Nothing in it is ever a formula."""

from collections.abc import Iterable
from io import BytesIO

import xlsxwriter

from .models import BatchProblem

COLUMNS = (
    ("Severity", 10), ("Table", 18), ("Row", 8), ("Column", 26), ("Value", 26), ("What is wrong", 70),
    ("What to do", 60), ("Code", 10),
)  # fmt: skip
VALUE = 4  # the column that shows the cell at fault
SEVERITY = {"error": "Kept aside", "query": "To check"}
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def problems_workbook(problems: Iterable[BatchProblem], *, with_values: bool) -> bytes:
    """`with_values`: whether the reader may see what the cells hold."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as book:
        sheet = book.add_worksheet("Problems")
        heading, wrapped = (
            book.add_format({"bold": True, "bottom": 1}),
            book.add_format({"text_wrap": True, "valign": "top"}),
        )
        marks = {
            "error": book.add_format({"bg_color": "#F4CDC6", "valign": "top"}),
            "query": book.add_format({"bg_color": "#FFF2B3", "valign": "top"}),
        }
        for column, (name, width) in enumerate(COLUMNS):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, name, heading)
        last = 1
        for last, problem in enumerate(problems, start=1):
            for column, words in enumerate(_words(problem, with_values)):
                sheet.write_string(last, column, words, marks[problem.severity] if column == VALUE else wrapped)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
    return stream.getvalue()


def _words(problem: BatchProblem, with_values: bool) -> tuple[str, ...]:
    value, message = problem.value, problem.message
    if not with_values:
        value, message = "(not shown)", problem.message_without_value
    row = str(problem.row) if problem.row else "whole file"
    severity = SEVERITY[problem.severity]
    return severity, problem.table, row, problem.column, value, message, problem.what_to_do, problem.code
