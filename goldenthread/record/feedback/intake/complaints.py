"""The log of complaints: one a row. An answer that came since the last file updates the complaint it answers."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.foundation.intake.journal import image
from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.intake.source import Counted, Journal, Preview, Understanding, Upload
from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.record.feedback.columns import Fingerprints, Table, looks_like, table
from goldenthread.record.feedback.models import Complaint

WANTED = {
    "received_on": ("date received", "received", "date of complaint", "complaint date", "logged on"),
    "theme": ("category", "complaint theme", "subject", "reason"),
    "stage": ("complaint stage", "stage reached"),
    "about": ("about what", "service", "team", "complaint about"),
    "outcome": ("decision", "finding", "result"),
    "responded_on": ("date responded", "responded", "response date", "date of response", "answered on", "closed on"),
}
NEEDED = ("received_on", "theme")
OUTCOMES = {
    "upheld": Complaint.Outcome.UPHELD,
    "fully upheld": Complaint.Outcome.UPHELD,
    "partly upheld": Complaint.Outcome.PARTLY_UPHELD,
    "partially upheld": Complaint.Outcome.PARTLY_UPHELD,
    "part upheld": Complaint.Outcome.PARTLY_UPHELD,
    "not upheld": Complaint.Outcome.NOT_UPHELD,
}
LATER = ("outcome", "responded_on")  # what becomes known after a complaint was first logged


@dataclass(frozen=True)
class Complaints:
    code: str = "complaints"
    title: str = "Complaints"
    reads: str = (
        "The complaints log as CSV or .xlsx: one complaint a row, with the day it came, its theme, stage and outcome."
    )
    template: tuple[str, ...] = ("received_on", "theme", "stage", "about", "outcome", "responded_on")

    def recognises(self, upload: Upload) -> bool:
        return looks_like(upload, WANTED, NEEDED)

    def understand(self, upload: Upload, area: LocalArea) -> Understanding:  # noqa: ARG002  (the protocol)
        found = table(upload, "complaints", WANTED, NEEDED)
        fingerprints = Fingerprints()
        rows = [row for number, cells in found.rows if (row := _complaint(found, number, cells, fingerprints))]
        return Understanding(
            self.title, len(rows), found.rows_with("query"), found.rows_with("error"),
            problems=tuple(found.problems), facts={"columns": dict(found.columns)}, content=rows,
        )  # fmt: skip

    def preview(self, understanding: Understanding, area: LocalArea) -> Preview:
        new, changed = _changes(understanding.content, area)
        unchanged = len(understanding.content) - len(new) - len(changed)
        return Preview((Counted("Complaints", len(new), len(changed), unchanged, understanding.refused),))

    def commit(self, understanding: Understanding, batch: Batch, journal: Journal, by: Actor, on: date) -> None:  # noqa: ARG002
        new, changed = _changes(understanding.content, batch.area)
        journal.added_all(Complaint.objects.bulk_create(Complaint(area=batch.area, **row) for row in new))
        for complaint, row in changed:
            before = image(complaint)
            for name in LATER:
                setattr(complaint, name, row[name] or getattr(complaint, name))
            complaint.save(update_fields=LATER)
            journal.changed(complaint, before)


def _complaint(found: Table, number: int, cells: Any, fingerprints: Fingerprints) -> dict[str, Any] | None:
    received_on = found.day(number, cells, "received_on", "error")
    if received_on is None:
        return None
    responded_on = found.day(number, cells, "responded_on", "query")
    if responded_on is not None and responded_on < received_on:
        message = "The answer is dated before the complaint."
        found.fault(number, "responded_on", responded_on.isoformat(), message, "Correct one of the two days.", "error")
        return None
    theme, about = found.cell(cells, "theme")[:120], found.cell(cells, "about")[:200]
    stage = _stage(found, number, found.cell(cells, "stage"))
    return {
        "row_hash": fingerprints.of(received_on, theme, about, stage),
        "received_on": received_on,
        "theme": theme,
        "stage": stage,
        "about": about,
        "outcome": _outcome(found, number, found.cell(cells, "outcome")),
        "responded_on": responded_on,
    }


def _stage(found: Table, number: int, said: str) -> int | None:
    figure = said.lower().removeprefix("stage").strip()
    if figure in ("1", "2", "3"):
        return int(figure)
    if said:
        message = f"{said} is not a stage from 1 to 3. The complaint is taken without it."
        found.fault(number, "stage", said, message, "Give 1, 2 or 3 (3 is the Ombudsman).", "query")
    return None


def _outcome(found: Table, number: int, said: str) -> str:
    outcome = OUTCOMES.get(said.lower())
    if said and outcome is None:
        message = f"“{said}” is not an outcome we know. The complaint is taken as not yet answered."
        found.fault(number, "outcome", said, message, "Write upheld, partly upheld or not upheld.", "query")
    return outcome or ""


def _changes(
    rows: list[dict[str, Any]], area: LocalArea
) -> tuple[list[dict[str, Any]], list[tuple[Complaint, dict[str, Any]]]]:
    held = {complaint.row_hash: complaint for complaint in Complaint.objects.with_scope(area=area).all()}
    new = [row for row in rows if row["row_hash"] not in held]
    known = ((held[row["row_hash"]], row) for row in rows if row["row_hash"] in held)
    changed = [(old, row) for old, row in known if any(row[name] and row[name] != getattr(old, name) for name in LATER)]
    return new, changed


source = Complaints()
