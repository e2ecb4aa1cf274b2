"""DOOR. An inspection is recorded, and its findings are judged."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from goldenthread.foundation.ledger import writes as ledger
from goldenthread.foundation.ledger.reads import JSON, Actor
from goldenthread.foundation.partnership.models import LocalArea

from . import reads
from .matching import matches
from .models import Finding, Inspection, Judgement
from .own_figures import keep_figures as keep_figures
from .report.document import Report, ReportJudgement

Detail = Mapping[str, JSON]
NOTHING_TO_JUDGE = (
    "This letter judges the weaknesses of an earlier inspection, and none is recorded that found any. "
    "Bring the letter of that inspection first, then this one."
)


class CannotRecord(ValueError):
    """What was asked would contradict what is recorded; the text says what, and what to do."""


@transaction.atomic
def record_inspection(*, area: LocalArea, report: Report, by: Actor, on: date) -> Inspection:
    """Keep a report, its findings and its judgements word for word. The same text again changes nothing.

    A judgement whose weakness is not found stays in the report's text only. Raises CannotRecord.
    """
    same_days = Inspection.objects.filter(area=area, kind=report.kind, started_on=report.started_on).first()
    if same_days is not None:
        if same_days.source_sha256 == report.sha256:
            return same_days
        raise CannotRecord(
            f"An inspection that began on {_words(report.started_on)} is recorded already, from another text. "
            "Compare the two reports; if the new one is right, undo the first."
        )
    inspection = _create(area, report, on)
    Finding.objects.bulk_create(
        Finding(
            inspection=inspection,
            kind=found.kind,
            number=found.number,
            text=found.text,
            responsible_bodies=list(found.responsible_bodies),
        )
        for found in report.findings
    )
    judged = _judge_all(inspection, report.judgements)
    counted: Detail = {"findings": len(report.findings), "judgements": judged, "sha256": report.sha256}
    _tell("inspection recorded", inspection, by, on, detail=counted)
    return inspection


@transaction.atomic
def record_visit(
    *, area: LocalArea, kind: str, started_on: date, ended_on: date, source_title: str, by: Actor, on: date
) -> Inspection:
    """A monitoring inspection, a revisit or an older inspection, without its report's text. Raises CannotRecord."""
    if Inspection.objects.filter(area=area, kind=kind, started_on=started_on).exists():
        raise CannotRecord(f"A visit of this kind that began on {_words(started_on)} is recorded already.")
    if ended_on < started_on:
        raise CannotRecord(f"The visit cannot end before it begins on {_words(started_on)}. Check the two days.")
    visit = Inspection.objects.create(
        area=area,
        framework=_framework(kind),
        kind=kind,
        started_on=started_on,
        ended_on=ended_on,
        source_title=source_title,
        captured_on=on,
    )
    _tell("inspection recorded", visit, by, on)
    return visit


@transaction.atomic
def add_finding(
    *, inspection: Inspection, kind: str, text: str, by: Actor, on: date, responsible_bodies: tuple[str, ...] = ()
) -> Finding:
    """One finding typed by hand, such as a significant weakness of the first cycle, after those already there."""
    last = inspection.findings.filter(kind=kind).order_by("-number").first()
    finding = inspection.findings.create(
        kind=kind, number=last.number + 1 if last else 1, text=text, responsible_bodies=list(responsible_bodies)
    )
    _tell("finding added", inspection, by, on, finding)
    return finding


@transaction.atomic
def judge_finding(
    *, finding: Finding, revisit: Inspection, sufficient_progress: bool, by: Actor, on: date, note: str = ""
) -> Judgement:
    """What a later inspection judged. Judged again, the new judgement stands. Raises CannotRecord."""
    found = finding.inspection
    if revisit.area_id != found.area_id or revisit.started_on <= found.ended_on:
        raise CannotRecord(
            f"Progress is judged by a later inspection of the same area. The finding is of {_words(found.ended_on)}; "
            f"the visit began on {_words(revisit.started_on)}."
        )
    judgement, _ = Judgement.objects.update_or_create(
        finding=finding,
        revisit=revisit,
        defaults={"sufficient_progress": sufficient_progress, "on": revisit.ended_on, "note": note},
    )
    detail: Detail = {"revisit": f"inspection:{revisit.pk}", "sufficient_progress": sufficient_progress}
    _tell("finding judged", found, by, on, finding, detail=detail)
    return judgement


@transaction.atomic
def link_repeat(*, finding: Finding, earlier: Finding, by: Actor, on: date) -> None:
    """Say that a finding repeats one of an earlier inspection. Raises CannotRecord."""
    if earlier.inspection.area_id != finding.inspection.area_id:
        raise CannotRecord("A finding can only repeat one of the same area.")
    if earlier.inspection.ended_on >= finding.inspection.started_on:
        raise CannotRecord("A finding can only repeat one of an earlier inspection.")
    _repeats(finding, earlier)
    _tell("finding linked", finding.inspection, by, on, finding, detail={"repeats": f"finding:{earlier.pk}"})


@transaction.atomic
def unlink_repeat(*, finding: Finding, by: Actor, on: date) -> None:
    """Say that a finding repeats none after all. Where none was linked, nothing changes."""
    if finding.repeats_id is not None:
        _repeats(finding, None)
        _tell("finding unlinked", finding.inspection, by, on, finding)


def _repeats(finding: Finding, earlier: Finding | None) -> None:
    finding.repeats = earlier
    finding.save(update_fields=["repeats"])


def _create(area: LocalArea, report: Report, on: date) -> Inspection:
    return Inspection.objects.create(
        area=area,
        framework=_framework(report.kind),
        kind=report.kind,
        started_on=report.started_on,
        ended_on=report.ended_on,
        published_on=report.published_on,
        outcome=report.outcome,
        outcome_text=report.outcome_text,
        source_title=report.title,
        source_text=report.text,
        source_sha256=report.sha256,
        captured_on=on,
    )


def _judge_all(revisit: Inspection, judgements: tuple[ReportJudgement, ...]) -> int:
    """How many were judged, of the weaknesses of the inspection that is revisited."""
    if not judgements:
        return 0
    visited = reads.revisited(revisit.area, revisit.started_on)
    if visited is None:
        raise CannotRecord(NOTHING_TO_JUDGE)
    judged = [
        Judgement(
            finding=match.finding,
            revisit=revisit,
            sufficient_progress=match.judgement.sufficient_progress,
            on=revisit.ended_on,
            note=match.judgement.note,
        )
        for match in matches(judgements, list(reads.findings(visited)))
        if match.finding is not None
    ]
    return len(Judgement.objects.bulk_create(judged))


def _framework(kind: str) -> str:
    old = kind in (Inspection.Kind.FIRST_CYCLE, Inspection.Kind.REVISIT)
    return Inspection.Framework.FIRST_CYCLE if old else Inspection.Framework.CURRENT


def _tell(
    what: str,
    inspection: Inspection,
    by: Actor,
    on: date,
    finding: Finding | None = None,
    *,
    detail: Detail | None = None,
) -> None:
    subject = f"inspection:{inspection.pk}" + (f"/finding:{finding.pk}" if finding else "")
    ledger.record(what=what, by=by, on=on, area=inspection.area_id, subject=subject, detail=detail)


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
