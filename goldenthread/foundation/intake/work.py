"""What a large file needs longer for than a page may take: done as a job."""

from collections.abc import Mapping
from uuid import UUID

from django.urls import reverse

from goldenthread.foundation.jobs.writes import Stopped, Working
from goldenthread.foundation.ledger.reads import JSON

from . import reads, writes
from .models import Batch
from .source import Refused


def understand_batch(working: Working, batch: str, source: str = "", chosen: Mapping[str, str] | None = None) -> JSON:
    found = _batch(working, batch)
    working.report(10, "Reading and checking every row.")
    writes.understand(batch=found, by=working.by, on=working.on, source=source, chosen=chosen)
    return {"next": page(found)}


def commit_batch(working: Working, batch: str) -> JSON:
    found = _batch(working, batch)
    working.report(10, "Reading the file again and writing it, all or nothing.")
    try:
        writes.commit(batch=found, by=working.by, on=working.on)
    except Refused as why:
        raise Stopped(str(why)) from why
    return {"next": page(found)}


def page(batch: Batch) -> str:
    return reverse("intake:batch", args=[batch.public_id])


def _batch(working: Working, public_id: str) -> Batch:
    if working.area is None:
        raise Stopped("The work was asked for without an area. Bring the file again.")
    return reads.batch(working.area, UUID(public_id))
