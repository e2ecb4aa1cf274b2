"""The text of an inspection by Ofsted and CQC, as a file: a full report, or a letter of the first cycle."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.intake.source import Counted, Journal, Preview, Refused, Understanding, Upload
from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.inspections import reads, writes
from goldenthread.improve.inspections.differing import differing
from goldenthread.improve.inspections.matching import matches
from goldenthread.improve.inspections.problems import another_area, judging
from goldenthread.improve.inspections.report.reading import NotAReport, Report, read_report
from goldenthread.rules.problems import Problem

__all__ = ["NotAReport", "Report", "read_report", "source"]

START = 2_000  # bytes: the first page's heading is within them
LARGEST = 2_000_000  # a report's text is about 30,000
TITLE = re.compile(
    rb"Area SEND inspection of|Joint (?:local )?area SEND (?:inspection|re-?visit) (?:in|of)", re.IGNORECASE
)
NOT_IN_THE_NAME = {"city", "county", "of", "the", "borough", "council", "local", "area"}


@dataclass(frozen=True)
class InspectionReport:
    code: str = "inspection_report"
    title: str = "Inspection report"
    reads: str = (
        "The text of an area SEND inspection report, or of a first-cycle letter or revisit: dates, outcome, and each "
        "finding or judgement, word for word."
    )

    def recognises(self, upload: Upload) -> bool:
        return TITLE.search(b" ".join(upload.first(START).split())) is not None

    def understand(self, upload: Upload, area: LocalArea) -> Understanding:
        report = read_upload(upload)
        of_area = is_of(report, area)
        problems = (*_judging(report, area), *_beside(report, area)) if of_area else (another_area(report, area),)
        rows = len(report.findings) + len(report.judgements)
        refused = sum(problem.severity == "error" for problem in problems) if of_area else rows
        year = str(report.ended_on.year)
        return Understanding(self.title, rows - refused, 0, refused, year, problems, _facts(report), report)

    def preview(self, understanding: Understanding, area: LocalArea) -> Preview:
        report: Report = understanding.content
        of_area, held = is_of(report, area), _held(report, area)
        findings = len(report.findings) if of_area else 0
        counts = (
            _counted("Inspections", int(of_area), 1, held),
            _counted("Findings", findings, len(report.findings), held),
            _counted("Judgements", understanding.ready - findings, len(report.judgements), held),
        )
        return Preview(tuple(each for each in counts if each.added or each.unchanged or each.refused))

    def commit(self, understanding: Understanding, batch: Batch, journal: Journal, by: Actor, on: date) -> None:
        report: Report = understanding.content
        if not is_of(report, batch.area) or _held(report, batch.area):
            return
        try:
            inspection = writes.record_inspection(area=batch.area, report=report, by=by, on=on)
        except writes.CannotRecord as why:
            raise Refused(str(why)) from why
        journal.added(inspection)
        journal.added_all(inspection.findings.all())
        journal.added_all(inspection.judgements.all())


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


def _held(report: Report, area: LocalArea) -> bool:
    return reads.inspections_of(area).filter(source_sha256=report.sha256).exists()


def _judging(report: Report, area: LocalArea) -> list[Problem]:
    """Raises Refused where a revisit comes before the inspection whose weaknesses it judges."""
    if not report.judgements:
        return []
    visited = reads.revisited(area, report.started_on)
    if visited is None:
        raise Refused(writes.NOTHING_TO_JUDGE)
    findings = list(reads.findings(visited))
    return list(judging(list(matches(report.judgements, findings)), visited, findings))


def _beside(report: Report, area: LocalArea) -> Iterator[Problem]:
    """Where the inspection is recorded already, from another source."""
    held = reads.recorded(area, report.kind, report.started_on)
    if held is not None and held.source_sha256 not in ("", report.sha256):
        yield from differing(report, held, list(reads.findings(held)))


def _facts(report: Report) -> dict[str, str | int | None]:
    return {
        "area": report.area_name,
        "dates": f"{report.started_on} to {report.ended_on}",
        "outcome": report.outcome,
        "priority_actions": len(report.of_kind("priority_action")),
        "improvements": len(report.of_kind("improvement")),
        "significant_weaknesses": len(report.of_kind("significant_weakness")),
        "judgements": len(report.judgements),
    }


def _counted(kind: str, ready: int, of: int, held: bool) -> Counted:
    return Counted(kind, added=0 if held else ready, unchanged=ready if held else 0, refused=of - ready)


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")  # what Windows writes when asked for plain text


source = InspectionReport()
