"""Figures that a partner counted: one row a period and place, in the tidy template that Goldenthread gives out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.intake import sheet
from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.intake.source import Counted, Journal, Preview, Refused, Understanding, Upload
from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.indicators.models import Observation
from goldenthread.measure.indicators.partner_cells import Doubt, Unreadable
from goldenthread.measure.indicators.partner_known import known_of, supplied
from goldenthread.measure.indicators.partner_row import Row, read_row
from goldenthread.measure.indicators.partner_rows import overlapping, refused_among
from goldenthread.measure.indicators.writes import differences, keep, observation
from goldenthread.rules.problems import Problem, Severity

WANTED: Mapping[str, tuple[str, ...]] = {
    "indicator": ("measure", "indicator code"),
    "period_start": ("from", "period from", "start date"),
    "period_end": ("to", "period to", "end date"),
    "level": ("place is a", "geography level"),
    "place": ("area", "school", "urn", "geography"),
    "numerator": ("count", "number"),
    "denominator": ("out of", "population", "base"),
    "value": ("mean", "median", "percentage"),
    "unit": (),
    "asked": ("asked to send",),
    "answered": ("sent it", "responded"),
    "source": ("data source",),
    "status": ("symbol",),
    "note": ("notes", "comment", "reason"),
}
NEEDED = ("indicator", "period_start", "period_end", "numerator", "denominator")


@dataclass(frozen=True)
class PartnerFigures:
    code: str = "partner_figures"
    title: str = "Partners' figures"
    reads: str = (
        "Figures that a partner counted, as CSV or .xlsx: indicator, period, place, numerator and denominator a row."
    )
    template: tuple[str, ...] = tuple(WANTED)

    def recognises(self, upload: Upload) -> bool:
        return set(NEEDED) <= set(sheet.guess(sheet.headings(upload), WANTED))

    def understand(self, upload: Upload, area: LocalArea) -> Understanding:
        return self.understand_on(upload, area, date.max)

    def understand_on(self, upload: Upload, area: LocalArea, on: date) -> Understanding:
        """A period that ends after `on` is refused."""
        found = sheet.read(upload)
        columns = _columns(found.columns)
        if not found.rows:
            raise Refused("This file holds headings and no rows. Fill in a row for each figure, and bring it again.")
        said = {n: {name: cells.get(heading, "") for name, heading in columns.items()} for n, cells in found.rows}
        rows, faults = _read(said, area)
        faults |= refused_among(rows, on)
        ready = overlapping({number: row for number, row in rows.items() if number not in faults})
        doubts = [(number, doubt) for number, row in ready.items() for doubt in row.doubts]
        to_check = len({number for number, _ in doubts})
        problems = [
            *(_problem("error", n, columns, said[n], fault) for n, fault in sorted(faults.items())),
            *(_problem("query", n, columns, said[n], doubt) for n, doubt in doubts),
        ]
        return Understanding(
            self.title,
            len(ready) - to_check,
            to_check,
            len(faults),
            problems=tuple(problems),
            facts={"columns": dict(columns), "indicators": sorted({row.indicator for row in ready.values()})},
            content=[ready[number] for number in sorted(ready)],
        )

    def preview(self, understanding: Understanding, area: LocalArea) -> Preview:
        added, changed, unchanged = differences(_observations(understanding.content, area, date.min))
        return Preview((Counted("Figures", added, changed, unchanged, understanding.refused),))

    def commit(self, understanding: Understanding, batch: Batch, journal: Journal, by: Actor, on: date) -> None:  # noqa: ARG002
        if refused_among(dict(enumerate(understanding.content)), on):
            raise Refused("Some of these figures are of days still to come. Take them out and bring the file again.")
        found = _observations(understanding.content, batch.area, on)
        keep(found, why="The partner sent another figure and gave no reason.", journal=journal)


def _columns(headings: tuple[str, ...]) -> Mapping[str, str]:
    columns = sheet.guess(headings, WANTED)
    if missing := [name for name in NEEDED if name not in columns]:
        raise Refused(
            f"We could not find the column {' or '.join(missing)} among {', '.join(headings)}. "
            "Use the template for partners' figures and bring the file again."
        )
    return columns


def _read(said: Mapping[int, Mapping[str, str]], area: LocalArea) -> tuple[dict[int, Row], dict[int, Unreadable]]:
    """By the number of the row in the file."""
    definitions, known = supplied(), known_of(area)
    rows: dict[int, Row] = {}
    faults: dict[int, Unreadable] = {}
    for number, cells in said.items():
        try:
            rows[number] = read_row(cells, definitions, known)
        except Unreadable as fault:
            faults[number] = fault
    return rows, faults


def _observations(rows: list[Row], area: LocalArea, on: date) -> list[Observation]:
    found = []
    for row in rows:
        one = observation(
            area=area,
            indicator=row.indicator,
            level=row.level,
            place=row.place,
            every=row.every,
            start=row.start,
            end=row.end,
            numerator=row.numerator,
            denominator=row.denominator,
            value=row.value,
            source=row.source,
            on=on,
            status=row.status,
            detail=row.detail,
        )
        one.why_replaced = row.note or row.why
        found.append(one)
    return found


def _problem(
    severity: Severity, number: int, columns: Mapping[str, str], said: Mapping[str, str], fault: Unreadable | Doubt
) -> Problem:
    column = columns.get(fault.column, fault.column)
    value = said.get(fault.column, "")
    return Problem("PF1", severity, str(fault), "figures", number, column, value, fault.what_to_do)


source = PartnerFigures()
