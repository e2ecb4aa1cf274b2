"""The figures of a measure as files to count on with: the same figures as its page shows, no more."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO, StringIO

import xlsxwriter

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.foundation.ui.words import day
from goldenthread.measure.indicators import words
from goldenthread.measure.indicators.figures import Figure
from goldenthread.measure.indicators.pages.measure import MeasurePage

HEADINGS = (
    "measure", "level", "place", "name", "period_start", "period_end", "numerator", "denominator", "value", "lower",
    "upper", "status", "why_hidden", "source", "snapshot_as_at", "snapshot_hash", "definition_version",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r")
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
Cell = str | float


def as_csv(page: MeasurePage) -> bytes:
    stream = StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(HEADINGS)
    writer.writerows([_plain(cell) for cell in row] for row in _rows(page))
    return stream.getvalue().encode("utf-8-sig")


def as_xlsx(page: MeasurePage, area: LocalArea) -> bytes:
    """One sheet of figures and one of notes."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, OPTIONS) as book:
        bold = book.add_format({"bold": True})
        figures = book.add_worksheet("Figures")
        figures.write_row(0, 0, HEADINGS, bold)
        for number, row in enumerate(_rows(page), start=1):
            figures.write_row(number, 0, row)
        figures.freeze_panes(1, 0)
        figures.set_column(0, len(HEADINGS) - 1, 16)
        notes = book.add_worksheet("Notes")
        for number, (name, text) in enumerate(_notes(page, area)):
            notes.write_string(number, 0, name, bold)
            notes.write_string(number, 1, text)
        notes.set_column(0, 0, 28)
        notes.set_column(1, 1, 100)
    return stream.getvalue()


def _rows(page: MeasurePage) -> Iterator[Sequence[Cell]]:
    names = {place: name for table in page.tables for place, name in table.names.items()}
    return (_row(figure, names) for figure in page.figures)


def _row(figure: Figure, names: Mapping[str, str]) -> Sequence[Cell]:
    numbers = (figure.numerator, figure.denominator, figure.value, figure.lower, figure.upper)
    return (
        figure.definition.code,
        figure.level.value,
        figure.place,
        names.get(figure.place, figure.place or "whole area"),
        figure.period.start.isoformat(),
        figure.period.end.isoformat(),
        *("" if number is None else number for number in numbers),
        str(figure.status),
        figure.hidden,
        figure.source,
        figure.snapshot_as_at.isoformat() if figure.snapshot_as_at else "",
        figure.snapshot_hash,
        figure.definition_version,
    )


def _plain(cell: Cell) -> Cell:
    """A spreadsheet must not take a name for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def _notes(page: MeasurePage, area: LocalArea) -> Iterator[tuple[str, str]]:
    definition = page.definition
    yield "Measure", definition.title
    yield "Area", area.name
    if page.latest:
        yield "Latest", words.sentence(page.latest)
    yield "What it counts", definition.counted
    yield "Cohort", definition.cohort
    yield "Why it matters", definition.why_it_matters
    yield "Source", definition.source
    yield "Rule for small numbers", f"{page.rule.code}: {page.rule.title}"
    yield "Empty cells", "Suppressed, missing, or nothing to divide by: the status says which. None of them is 0."
    yield "Intervals", "95 %: Wilson’s for a percentage, Byar’s for a rate."
    if definition.caution:
        yield "Caution", definition.caution
    yield "Definition to be reviewed by", day(definition.review_by)
