"""Figures that a partner counted: one row a period and place, in the tidy template that Goldenthread gives out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.foundation.intake import sheet
from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.intake.source import Counted, Journal, Preview, Refused, Understanding, Upload
from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.definition import Supply, Unit
from goldenthread.measure.indicators.models import Observation
from goldenthread.measure.indicators.partner_row import Row, Unreadable, read_row
from goldenthread.measure.indicators.writes import differences, keep, observation
from goldenthread.rules.problems import Problem

WANTED: Mapping[str, tuple[str, ...]] = {
    "indicator": ("measure", "indicator code"),
    "period_start": ("from", "period from", "start date"),
    "period_end": ("to", "period to", "end date"),
    "place": ("area", "school", "urn", "geography"),
    "numerator": ("count", "number"),
    "denominator": ("out of", "population", "base"),
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

    def recognises(self, upload: Upload) -> bool:
        return set(NEEDED) <= set(sheet.guess(sheet.headings(upload), WANTED))

    def understand(self, upload: Upload, area: LocalArea) -> Understanding:
        found = sheet.read(upload)
        columns = sheet.guess(found.columns, WANTED)
        if missing := [name for name in NEEDED if name not in columns]:
            raise Refused(
                f"We could not find the column {' or '.join(missing)} among {', '.join(found.columns)}. "
                "Use the template for partners' figures and bring the file again."
            )
        rows: list[Row] = []
        problems: list[Problem] = []
        for number, cells in found.rows:
            said = {name: cells.get(heading, "") for name, heading in columns.items()}
            try:
                rows.append(read_row(said, area.code, _known()))
            except Unreadable as fault:
                problems.append(_problem(number, columns, said, fault))
        facts = {"columns": dict(columns), "indicators": sorted({row.indicator for row in rows})}
        return Understanding(
            self.title, len(rows), 0, len(problems), problems=tuple(problems), facts=facts, content=rows
        )

    def preview(self, understanding: Understanding, area: LocalArea) -> Preview:
        added, changed, unchanged = differences(_observations(understanding.content, area, date.min))
        return Preview((Counted("Figures", added, changed, unchanged, understanding.refused),))

    def commit(self, understanding: Understanding, batch: Batch, journal: Journal, by: Actor, on: date) -> None:  # noqa: ARG002
        found = _observations(understanding.content, batch.area, on)
        keep(found, why="The partner sent another figure and gave no reason.", journal=journal)


def _known() -> frozenset[str]:
    return frozenset(code for code in catalogue.codes() if catalogue.definition(code).supply is Supply.PARTNER)


def _observations(rows: list[Row], area: LocalArea, on: date) -> list[Observation]:
    found = []
    for row in rows:
        one = observation(
            area=area,
            indicator=row.indicator,
            level="establishment" if row.place else "area",
            place=row.place,
            every=row.every,
            start=row.start,
            end=row.end,
            numerator=row.numerator,
            denominator=row.denominator,
            value=_value(row),
            source=row.source,
            on=on,
            status=row.status,
        )
        one.why_replaced = row.note
        found.append(one)
    return found


def _value(row: Row) -> float | None:
    if row.numerator is None:
        return None
    if catalogue.definition(row.indicator).unit is Unit.COUNT:
        return row.numerator
    return 100 * row.numerator / row.denominator if row.denominator else None


def _problem(number: int, columns: Mapping[str, str], said: Mapping[str, Any], fault: Unreadable) -> Problem:
    column = columns.get(fault.column, fault.column)
    return Problem("PF1", "error", str(fault), "figures", number, column, said.get(fault.column, ""), fault.what_to_do)


source = PartnerFigures()
