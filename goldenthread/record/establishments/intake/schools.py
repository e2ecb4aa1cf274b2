"""Schools and settings from the national register's download (Get Information about Schools), or a table like it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.foundation.intake import sheet
from goldenthread.foundation.intake.journal import image
from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.intake.source import Counted, Journal, Preview, Refused, Understanding, Upload
from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.record.establishments import reads
from goldenthread.record.establishments.kinds import kind_of
from goldenthread.record.establishments.models import Establishment
from goldenthread.rules.problems import Problem

WANTED = {
    "urn": ("urn",),
    "name": ("EstablishmentName", "establishment name", "school name", "school"),
    "type_name": ("TypeOfEstablishment (name)", "type of establishment", "establishment type", "type"),
    "phase": ("PhaseOfEducation (name)", "phase of education"),
    "ukprn": ("UKPRN",),
    "opened_on": ("OpenDate", "open date", "opened"),
    "closed_on": ("CloseDate", "close date", "closed"),
    "postcode": ("Postcode",),
    "stands_in": ("LA (code)", "la code", "local authority code"),
    "number": ("EstablishmentNumber", "establishment number"),
    "district": ("DistrictAdministrative (name)", "district"),
    "places": ("SchoolCapacity", "school capacity", "places", "capacity"),
    "provision": ("TypeOfResourcedProvision (name)", "type of resourced provision"),
}
NEEDED = ("urn", "name", "type_name")
FIELDS = (
    "urn", "ukprn", "name", "phase", "type_name", "kind", "sen_unit", "resourced_provision", "postcode", "opened_on",
    "closed_on", "stands_in", "district", "places", "laestab",
)  # fmt: skip


@dataclass(frozen=True)
class Schools:
    code: str = "schools"
    title: str = "Schools and settings"
    reads: str = "The register of schools (Get Information about Schools) as CSV or .xlsx: one school a row."
    template: tuple[str, ...] = tuple(aliases[0] for aliases in WANTED.values())

    def recognises(self, upload: Upload) -> bool:
        found = sheet.guess(sheet.headings(upload), WANTED)
        return all(name in found for name in NEEDED)

    def understand(self, upload: Upload, area: LocalArea) -> Understanding:  # noqa: ARG002  (the protocol)
        table = sheet.read(upload)
        columns = sheet.guess(table.columns, WANTED)
        missing = [WANTED[name][0] for name in NEEDED if name not in columns]
        if missing:
            raise Refused(
                f"This table has no column {', '.join(missing)}. Add it, or bring the register's own download."
            )
        problems: list[Problem] = []
        rows: dict[str, dict[str, Any]] = {}
        for number, cells in table.rows:
            row = _row(number, {name: cells.get(column, "") for name, column in columns.items()}, problems)
            if row is not None:
                rows[row["urn"]] = row  # the register may list one school twice; the last line stands
        refused = len({problem.row for problem in problems if problem.severity == "error"})
        queried = len({problem.row for problem in problems if problem.severity == "query"})
        return Understanding(
            self.title, len(rows), queried, refused, problems=tuple(problems), facts={"columns": columns}, content=rows
        )

    def preview(self, understanding: Understanding, area: LocalArea) -> Preview:
        changes = list(_changes(understanding.content, area))
        added = sum(held is None for held, _ in changes)
        changed = len(changes) - added
        unchanged = len(understanding.content) - len(changes)
        return Preview((Counted("Schools and settings", added, changed, unchanged, understanding.refused),))

    def commit(self, understanding: Understanding, batch: Batch, journal: Journal, by: Actor, on: date) -> None:  # noqa: ARG002
        changes = list(_changes(understanding.content, batch.area))
        new = [Establishment(area=batch.area, **row) for held, row in changes if held is None]
        journal.added_all(Establishment.objects.bulk_create(new))
        for held, row in changes:
            if held is not None:
                before = image(held)
                for name, value in row.items():
                    setattr(held, name, value)
                held.save()
                journal.changed(held, before)


def _row(number: int, cells: dict[str, str], problems: list[Problem]) -> dict[str, Any] | None:
    urn = cells["urn"]
    if not (urn.isdigit() and len(urn) <= 6):
        problems.append(
            Problem(
                "SCH1", "error", f"{urn or 'An empty cell'} is not a URN, which is a number of up to six figures.",
                "schools", number, "URN", urn, "Look the school up in the register and give its number.",
            )
        )  # fmt: skip
        return None
    days = {name: _day(number, name, cells.get(name, ""), problems) for name in ("opened_on", "closed_on")}
    provision = cells.get("provision", "").lower()
    return {
        "urn": urn,
        "ukprn": cells.get("ukprn", "")[:8],
        "name": cells["name"][:200],
        "phase": _said(cells.get("phase", ""))[:40],
        "type_name": cells["type_name"][:80],
        "kind": kind_of(cells["type_name"]),
        "sen_unit": "sen unit" in provision,
        "resourced_provision": "resourced provision" in provision,
        "postcode": cells.get("postcode", "")[:8],
        "stands_in": cells.get("stands_in", "")[:3],
        "district": _said(cells.get("district", ""))[:80],
        "laestab": _laestab(cells.get("stands_in", ""), cells.get("number", "")),
        "places": int(places) if (places := cells.get("places", "").replace(",", "")).isdecimal() else None,
        **days,
    }


def _day(number: int, name: str, cell: str, problems: list[Problem]) -> date | None:
    try:
        return sheet.day(cell)
    except ValueError:
        problems.append(
            Problem(
                "SCH2", "query", f"{cell} is not a date. The school is taken without it.", "schools", number,
                WANTED[name][0], cell,
                "Write the date as 31/08/2026.",
            )
        )  # fmt: skip
        return None


def _laestab(authority: str, number: str) -> str:
    """Three figures of the authority and four of its own; empty where the register gives none."""
    return f"{authority}{number}" if len(authority) == 3 and len(number) == 4 and number.isdecimal() else ""


def _said(cell: str) -> str:
    return "" if cell.lower() in ("not applicable", "not recorded") else cell


def _changes(rows: dict[str, dict[str, Any]], area: LocalArea) -> Iterator[tuple[Establishment | None, dict[str, Any]]]:
    """Only what differs from what is held: bringing a file twice changes nothing."""
    held = reads.by_urn(area)
    for urn, row in rows.items():
        establishment = held.get(urn)
        if establishment is None or any(getattr(establishment, name) != row[name] for name in FIELDS):
            yield establishment, row


source = Schools()
