"""The Cabinet report of the demonstration: drafted, written in, circulated, cleared, frozen, made in three forms."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from goldenthread.config.demonstration.words import CLEARED, CONSULTEES, HEADER, RETURNED, WORDS
from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.publish.reports import reads, writes
from goldenthread.publish.reports.models import Edition

BODY, MEETING_ON = "Cabinet", date(2026, 11, 12)


def write(area: LocalArea, people: dict[str, Person], as_at: date, folder: Path) -> Iterator[str]:
    """A paper that is frozen already is only made again in its three forms."""
    edition = reads.newest_for(area, "cabinet_report", BODY, MEETING_ON)
    if edition is None or not edition.is_frozen:
        edition = _frozen(area, people, as_at)
    yield f"Report to {BODY}, {MEETING_ON}: frozen ({edition.sha256[:12]})."
    folder.mkdir(parents=True, exist_ok=True)
    for form in reads.FORMATS:
        path = folder / f"{area.name.lower()}-cabinet-{MEETING_ON}.{form}"
        path.write_bytes(reads.rendered(edition, form))
        yield f"  {path}"


def _frozen(area: LocalArea, people: dict[str, Person], as_at: date) -> Edition:
    lead = people["lead"]
    edition = writes.draft_edition(
        report="cabinet_report", area=area, body=BODY, meeting_on=MEETING_ON, as_at=as_at, by=lead, on=as_at, **HEADER
    )
    for code, words in WORDS.items():
        writes.write_words(edition=edition, code=code, words=words, by=lead, on=as_at)
    for consultee in writes.circulate(edition=edition, consultees=CONSULTEES, by=lead, on=as_at):
        if consultee.name in RETURNED:
            writes.record_return(consultee=consultee, by=lead, on=as_at)
    for role, who in CLEARED.items():
        writes.clear(edition=edition, role=role, by=people[who], on=as_at)
    edition.refresh_from_db()
    return writes.freeze(edition=edition, by=lead, on=as_at)
