"""The figures of a measure as files to count on with: the same figures as its page shows, no more."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO, StringIO

import xlsxwriter

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.foundation.ui.words import day
from goldenthread.measure.benchmarks import reads as benchmarks
from goldenthread.measure.indicators import words
from goldenthread.measure.indicators.definition import Definition
from goldenthread.measure.indicators.figures import Figure
from goldenthread.measure.indicators.pages.doubts import impossible
from goldenthread.measure.indicators.pages.measure import MeasurePage

HEADINGS = (
    "measure", "level", "place", "name", "period_start", "period_end", "numerator", "denominator", "value", "lower",
    "upper", "unit", "status", "why_hidden", "source", "snapshot_as_at", "snapshot_hash", "definition_version",
    "published_by",
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
    """The area's own figures, then those published of it and of England."""
    yield from (_row(figure, page.names) for figure in page.figures)
    if page.published:
        for figure in (*page.published.own, *page.published.england().values()):
            yield _published_row(page.definition, figure)


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
        figure.definition.unit.value,
        "impossible" if impossible(figure) else str(figure.status),
        figure.hidden,
        figure.source,
        figure.snapshot_as_at.isoformat() if figure.snapshot_as_at else "",
        figure.snapshot_hash,
        figure.definition_version,
        "",
    )


def _published_row(definition: Definition, figure: benchmarks.Figure) -> Sequence[Cell]:
    """A released figure has a label for its period, as published, in place of days."""
    limits = (figure.interval.lower, figure.interval.upper) if figure.interval else (None, None)
    numbers = (figure.numerator, figure.denominator, figure.value, *limits)
    return (
        definition.code, "area", figure.area, benchmarks.area(figure.area).name, figure.period.words, "",
        *("" if number is None else number for number in numbers),
        figure.measure.unit.value, figure.status.words, "", definition.source, "", "", "", figure.citation,
    )  # fmt: skip


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
    yield "How the figures come", page.supplied.kind
    if page.supplied.needs:
        yield "What is needed", page.supplied.needs
    if page.status:
        yield "Status of the latest", page.status
    if page.pair_definition:
        beside = words.sentence(page.pair) if page.pair else "no figure yet"
        yield "Never without", f"{page.pair_definition.title}: {beside}"
    if page.gap and page.gap.sentence:
        yield "Gap", page.gap.sentence
    if page.beside:
        yield "Published", f"{page.beside.latest} {page.beside.change} {page.beside.standing} {page.beside.citation}"
    yield from (("Take care", one) for one in page.doubts)
    if definition.caution:
        yield "Caution", definition.caution
    yield "Definition to be reviewed by", day(definition.review_by)
