"""DOOR. The papers of an area, as they stand, in three formats; what is missing; what changed since the last one."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db.models import QuerySet

from goldenthread.foundation.partnership.models import LocalArea

from . import catalogue, render
from .catalogue import UnknownReport
from .document import Difference, Document, differences, from_json, placeholders, to_json
from .facts import Cleared, paper_of
from .making import Corrected, Made, composed, without_furniture
from .models import Edition

__all__ = ["FORMATS", "Difference", "Made", "UnknownReport"]

all_reports, report = catalogue.all_reports, catalogue.report
FORMATS: Mapping[str, Callable[[Document], bytes]] = {
    "docx": render.render_word,
    "pdf": render.render_pdf,
    "html": lambda document: render.standalone_html(document).encode(),
}


def editions(area: LocalArea) -> QuerySet[Edition]:
    """Latest meeting first, each with what it corrects; without the documents themselves, which are long."""
    return Edition.objects.filter(area=area).select_related("corrects").defer("document", "corrects__document")


def edition(area: LocalArea, key: int) -> Edition:
    """Raises Edition.DoesNotExist, also for a paper of another area."""
    asked = Edition.objects.select_related("area", "corrects").prefetch_related("written", "consultees", "clearances")
    return asked.get(area=area, pk=key)


def newest_for(area: LocalArea, report: str, body: str, meeting_on: date) -> Edition | None:
    """The last edition of a report for one meeting."""
    found = Edition.objects.filter(area=area, report=report, body=body, meeting_on=meeting_on)
    return found.select_related("area", "corrects").order_by("-number").first()


def paper(edition: Edition) -> Made:
    """The paper as it stands: a frozen one exactly as it was kept."""
    document = from_json(edition.document)
    if edition.is_frozen:
        return Made(document, (), (), (), ())
    old = edition.corrects
    corrected = Corrected(from_json(old.document), old.number, edition.why_corrected) if old else None
    return composed(catalogue.report(edition.report), document, paper_of(edition), corrected)


def questions(edition: Edition) -> dict[str, str]:
    """Every question that a person answers in this paper, by code, answered or not. A frozen one asks nothing more."""
    return {gap.code: gap.question for gap in placeholders(from_json(edition.document))}


def clearances(edition: Edition) -> list[tuple[str, Cleared | None]]:
    """Each clearance that the report needs, with who recorded it and when, or None while it is outstanding."""
    given = {one.role: one for one in paper_of(edition).cleared}
    return [(role, given.get(role)) for role in catalogue.report(edition.report).clearances]


def rendered(edition: Edition, format: str) -> bytes:
    """The paper as "docx", "pdf" or "html". The same content is made once and kept under its hash."""
    document = paper(edition).document
    content = hashlib.sha256(f"{_renderer()}{to_json(document)}".encode()).hexdigest()
    kept = Path(settings.HOME) / "papers" / f"{content}.{format}"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        part = kept.with_suffix(f".{format}.part")
        part.write_bytes(FORMATS[format](document))
        part.replace(kept)  # whole or not at all
    return kept.read_bytes()


def file_name(edition: Edition, format: str) -> str:
    return f"{edition.report}-{edition.area_id}-{edition.meeting_on}-edition-{edition.number}.{format}"


def previous(edition: Edition) -> Edition | None:
    """The last frozen paper of this report for the same body before this one."""
    same = Edition.objects.filter(area=edition.area_id, report=edition.report, body=edition.body)
    return same.filter(frozen_on__isnull=False, number__lt=edition.number).order_by("-number").first()


def changes(edition: Edition) -> tuple[Difference, ...]:
    """What it says that the last paper did not; nothing where there was none."""
    last = previous(edition)
    if last is None:
        return ()
    old, new = from_json(last.document), paper(edition).document
    return differences(without_furniture(old), without_furniture(new))


@cache
def _renderer() -> str:
    """A changed renderer makes the file anew: the hash of its own files."""
    folder = Path(render.__path__[0])
    files = [*sorted(folder.glob("*.py")), *sorted(folder.glob("*.typ")), folder.parent / "static/reports/paper.css"]
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
