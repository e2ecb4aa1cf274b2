"""The workbook that a partner fills in: an empty table for figures, and what each measure needs in words."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

from goldenthread.measure.indicators.definition import Better, Definition, Supply, Unit
from goldenthread.measure.indicators.intake.partner import WANTED
from goldenthread.measure.indicators.partner_known import supplied
from goldenthread.measure.indicators.partner_period import ASKED
from goldenthread.measure.indicators.partner_place import NAMES
from goldenthread.rules.statistics import disclosure

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
ROWS = 2000  # of the empty table have the list of codes to choose from
COLUMNS = {  # of the sheet of figures: what each is for
    "indicator": "The measure’s code, from the sheet Measures.",
    "period_start": "First day of the period, such as 01/09/2025. Not a year’s label such as 202526: it names no days.",
    "period_end": "Last day of the period. Which period it is, is seen from the two days.",
    "level": "What the place is: area, school, service, need, age band, SEND group or district. May be left empty.",
    "place": "Empty for the whole area; else a school’s unique reference number (URN), a district, a service, …",
    "numerator": "The number above the line, as the sheet Measures says; of a count, the count. Not a percentage.",
    "denominator": "The number below the line. Of a mean, how many it is the mean of. Empty for a count.",
    "value": "Only for a mean or a middle wait: the mean itself. A mean may be left out where numerator is the sum.",
    "unit": "May be left empty. If it is filled in, it is checked against the measure’s.",
    "asked": "Where sending is by goodwill: how many were asked for it.",
    "answered": "How many of those asked sent it.",
    "source": "Where the figure was counted: the service and its system.",
    "status": "final, provisional or revised. Where there is no figure: c (suppressed), x or not supplied (missing).",
    "note": "Why a figure was corrected, or what to know of it. No child’s name, ever.",
}
MEASURES = {  # heading → width
    "Code": 34,
    "Measure": 44,
    "Numerator ÷ denominator": 70,
    "How to give it": 44,
    "Period": 24,
    "Given for": 22,
    "Better": 10,
    "Small numbers": 40,
    "Agreed?": 24,
    "Who sends it": 60,
    "Beware": 60,
}
HOW = {
    Unit.PERCENT: "Numerator and denominator; it is shown as a percentage.",
    Unit.COUNT: "The count as numerator; no denominator.",
    Unit.WEEKS: "The middle number of weeks as value; how many it is of as denominator. No sum.",
}


def workbook(codes: Iterable[str] = ()) -> bytes:
    """For the measures named, or for all that partners supply. Raises KeyError for a code that partners do not."""
    known = supplied()
    measures = [known[code] for code in codes] or sorted(known.values(), key=lambda one: (one.topic, one.title))
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as book:
        _figures(book, measures)
        _table(book, "Measures", MEASURES, [_row(one) for one in measures])
        _table(book, "Columns", {"Column": 16, "What to write": 110}, list(COLUMNS.items()))
    return stream.getvalue()


def agreement(definition: Definition) -> str:
    """Whether a figure may be used yet."""
    if definition.supply is not Supply.PARTNER:
        return ""
    return "Agreed" if definition.agreed else "To be agreed and signed before first use"


def _figures(book: Any, measures: Sequence[Definition]) -> None:
    sheet = book.add_worksheet("Figures")
    heading, day = book.add_format({"bold": True, "bottom": 1}), book.add_format({"num_format": "dd/mm/yyyy"})
    for column, name in enumerate(WANTED):
        sheet.set_column(column, column, 34 if name == "indicator" else 16, day if name.startswith("period") else None)
        sheet.write_string(0, column, name, heading)
    codes = f"=Measures!$A$2:$A${len(measures) + 1}"
    sheet.data_validation(1, 0, ROWS, 0, {"validate": "list", "source": codes, "error_type": "warning"})
    sheet.freeze_panes(1, 1)


def _table(book: Any, name: str, columns: Mapping[str, int], rows: Sequence[Sequence[str]]) -> None:
    sheet = book.add_worksheet(name)
    heading = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for column, (words, width) in enumerate(columns.items()):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, words, heading)
    for number, row in enumerate(rows, start=1):
        for column, words in enumerate(row):
            sheet.write_string(number, column, words, wrapped)
    sheet.freeze_panes(1, 1)


def _row(one: Definition) -> tuple[str, ...]:
    better = {Better.HIGHER: "higher", Better.LOWER: "lower", Better.NEUTRAL: "neither"}[one.better]
    return (
        one.code,
        one.title,
        one.counted,
        _how(one.unit),
        " or ".join(ASKED[every] for every in one.periods),
        ", ".join(NAMES[level] for level in one.levels),
        better,
        f"{one.disclosure}: {disclosure.rule(one.disclosure).title}",
        agreement(one),
        one.needs,
        one.caution,
    )


def _how(unit: Unit) -> str:
    if unit in HOW:
        return HOW[unit]
    if unit.is_mean:
        return f"The mean number of {unit.value} as value, or the sum as numerator; how many as denominator."
    return f"Numerator and denominator; it is shown for each {unit.multiplier:,}."
