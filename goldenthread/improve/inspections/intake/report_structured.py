"""The structured form of published inspection reports: a JSON file of one or of many."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.intake.source import Counted, Journal, Preview, Refused, Understanding, Upload
from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.inspections import reads, writes
from goldenthread.improve.inspections.differing import differing
from goldenthread.improve.inspections.problems import doubtful, of_another_area, unread
from goldenthread.improve.inspections.report.document import NotAReport, Report
from goldenthread.improve.inspections.report.structured import Entry, read_structured
from goldenthread.rules.problems import Problem

START = 64_000  # bytes: a record's last field is within them
LARGEST = 20_000_000  # all 153 areas' reports are about 600,000
TWICE = "The file has this inspection twice, and the first of the two is taken."


@dataclass(frozen=True)
class Content:
    """`entries` are this area's, each inspection once; `repeated` came a second time, `elsewhere` is other areas'."""

    entries: tuple[Entry, ...]
    repeated: tuple[Entry, ...]
    elsewhere: tuple[Entry, ...]

    @property
    def every(self) -> tuple[Entry, ...]:
        return (*self.entries, *self.repeated, *self.elsewhere)

    @property
    def reports(self) -> list[Report]:
        return [entry.report for entry in self.entries if entry.report is not None]


@dataclass(frozen=True)
class StructuredReports:
    code: str = "inspection_report_structured"
    title: str = "Inspection reports, structured form"
    reads: str = (
        "The structured form (JSON) of one or many area SEND inspection reports: those of your area become "
        "inspections with their findings, the others are listed and left aside."
    )

    def recognises(self, upload: Upload) -> bool:
        start = upload.first(START).lstrip()
        return start[:1] in (b"{", b"[") and all(
            field in start for field in (b'"la_code"', b'"improvement_text"', b'"outcome_text"')
        )

    def understand(self, upload: Upload, area: LocalArea) -> Understanding:
        content = _content(upload, area)
        ready = sum(len(report.findings) for report in content.reports)
        every = sum(len(entry.findings) for entry in content.every)
        years = sorted({str(report.ended_on.year) for report in content.reports})
        return Understanding(
            self.title,
            ready,
            0,
            every - ready,
            " and ".join(years),
            tuple(_problems(content, area)),
            _facts(content),
            content,
        )

    def preview(self, understanding: Understanding, area: LocalArea) -> Preview:
        content: Content = understanding.content
        reports = content.reports
        new = [report for report in reports if reads.recorded(area, report.kind, report.started_on) is None]
        found = sum(len(report.findings) for report in reports)
        added = sum(len(report.findings) for report in new)
        refused = len(content.every) - len(reports)
        return Preview(
            (
                Counted("Inspections", len(new), unchanged=len(reports) - len(new), refused=refused),
                Counted("Findings", added, unchanged=found - added, refused=understanding.refused),
            )
        )

    def commit(self, understanding: Understanding, batch: Batch, journal: Journal, by: Actor, on: date) -> None:
        content: Content = understanding.content
        for report in content.reports:
            if reads.recorded(batch.area, report.kind, report.started_on) is None:
                inspection = writes.record_inspection(area=batch.area, report=report, by=by, on=on)
                journal.added(inspection)
                journal.added_all(inspection.findings.all())


def _content(upload: Upload, area: LocalArea) -> Content:
    """Raises Refused, with the reader's own sentence."""
    if upload.size > LARGEST:
        raise Refused("This is too long for a file of inspection reports. Bring the reports of your area alone.")
    try:
        entries = read_structured(upload.first(LARGEST))
    except NotAReport as why:
        raise Refused(str(why)) from why
    own = [entry for entry in entries if entry.area_code == area.code]
    once = {entry.report.started_on if entry.report else id(entry): entry for entry in reversed(own)}.values()
    return Content(
        tuple(entry for entry in own if entry in once),
        tuple(entry for entry in own if entry not in once),
        tuple(entry for entry in entries if entry.area_code != area.code),
    )


def _problems(content: Content, area: LocalArea) -> Iterator[Problem]:
    for entry in content.entries:
        if entry.report is None:
            yield unread(entry.area_name, entry.why_not)
            continue
        yield from (doubtful(entry.area_name, doubt) for doubt in entry.doubts)
        held = reads.recorded(area, entry.report.kind, entry.report.started_on)
        if held is not None and held.source_sha256 != entry.report.sha256:
            yield from differing(entry.report, held, list(reads.findings(held)))
    yield from (unread(entry.area_name, TWICE) for entry in content.repeated)
    yield from (of_another_area(entry.area_name, entry.area_code, area) for entry in content.elsewhere)


def _facts(content: Content) -> dict[str, str | int | None]:
    return {
        "reports": len(content.entries),
        "of_other_areas": len(content.elsewhere),
        "priority_actions": sum(len(report.of_kind("priority_action")) for report in content.reports),
        "improvements": sum(len(report.of_kind("improvement")) for report in content.reports),
    }


source = StructuredReports()
