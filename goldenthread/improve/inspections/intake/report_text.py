"""The text of an area SEND inspection report, as a file."""

from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.intake.source import Counted, Journal, Preview, Refused, Understanding, Upload
from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.inspections import writes
from goldenthread.improve.inspections.models import Inspection
from goldenthread.improve.inspections.report.reading import NotAReport, Report, read_report
from goldenthread.rules.problems import Problem

__all__ = ["NotAReport", "Report", "read_report", "source"]

START = 2_000  # bytes: the first page's heading is within them
LARGEST = 2_000_000  # a report's text is about 30,000
TITLE = b"Area SEND inspection of"
NOT_IN_THE_NAME = {"city", "county", "of", "the", "borough", "council", "local", "area"}


@dataclass(frozen=True)
class InspectionReport:
    code: str = "inspection_report"
    title: str = "Inspection report"
    reads: str = "The text of an area SEND inspection report: dates, outcome and each finding, word for word."

    def recognises(self, upload: Upload) -> bool:
        return TITLE in b" ".join(upload.first(START).split())

    def understand(self, upload: Upload, area: LocalArea) -> Understanding:
        report = read_upload(upload)
        problems = () if is_of(report, area) else (_another_area(report, area),)
        facts = {
            "area": report.area_name,
            "dates": f"{report.started_on} to {report.ended_on}",
            "outcome": report.outcome,
            "priority_actions": len(report.of_kind("priority_action")),
            "improvements": len(report.of_kind("improvement")),
        }
        ready = 0 if problems else len(report.findings)
        refused = len(report.findings) - ready
        return Understanding(self.title, ready, 0, refused, str(report.ended_on.year), problems, facts, report)

    def preview(self, understanding: Understanding, area: LocalArea) -> Preview:
        report: Report = understanding.content
        held = Inspection.objects.filter(area=area, source_sha256=report.sha256).exists()
        new = 0 if held or understanding.refused else 1
        findings = understanding.ready
        return Preview(
            (
                Counted("Inspections", added=new, unchanged=int(held), refused=int(bool(understanding.refused))),
                Counted(
                    "Findings", added=findings * new, unchanged=findings * (1 - new), refused=understanding.refused
                ),
            )
        )

    def commit(self, understanding: Understanding, batch: Batch, journal: Journal, by: Actor, on: date) -> None:
        report: Report = understanding.content
        if understanding.refused or Inspection.objects.filter(area=batch.area, source_sha256=report.sha256).exists():
            return
        try:
            inspection = writes.record_inspection(area=batch.area, report=report, by=by, on=on)
        except writes.CannotRecord as why:
            raise Refused(str(why)) from why
        journal.added(inspection)
        journal.added_all(inspection.findings.all())


def read_upload(upload: Upload) -> Report:
    """Raises Refused, with the reader's own sentence."""
    if upload.size > LARGEST:
        raise Refused("This is too long to be an inspection report. Give the text of one report.")
    try:
        return read_report(_text(upload.first(LARGEST)), upload.name)
    except NotAReport as why:
        raise Refused(str(why)) from why


def is_of(report: Report, area: LocalArea) -> bool:
    """Whether a report is of this area: "Bristol" is "Bristol, City of", but a part of a county is not the county."""
    return _name(report.area_name) == _name(area.name)


def _name(name: str) -> frozenset[str]:
    words = name.lower().replace("&", "and").replace(",", " ").replace(".", "").replace("-", " ").split()
    return frozenset(words) - NOT_IN_THE_NAME


def _another_area(report: Report, area: LocalArea) -> Problem:
    return Problem(
        "INS1",
        "error",
        f"This report is of {report.area_name}, and you are working in {area.name}.",
        "inspection",
        column="area",
        value=report.area_name,
        what_to_do=f"Bring {area.name}’s own report.",
    )


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")  # what Windows writes when asked for plain text


source = InspectionReport()
