"""Starting work, and finding what was orphaned."""

import os
import socket
from collections.abc import Mapping
from datetime import date, datetime, timedelta

from django.db import transaction

from goldenthread.foundation.ledger.reads import JSON, Actor
from goldenthread.foundation.ledger.writes import record
from goldenthread.foundation.partnership.models import LocalArea

from .models import Job, State
from .working import Stopped, Work, Working, perform

__all__ = ["Stopped", "Work", "Working", "reap", "start"]

LOST = "The process that ran it has ended, so it will not finish. You can start it again."
FORGOTTEN = timedelta(hours=6)  # how long another machine's job may say nothing


@transaction.atomic
def start(
    work: Work,
    *,
    title: str,
    by: Actor,
    on: date,
    area: LocalArea | None = None,
    arguments: Mapping[str, JSON] | None = None,
) -> Job:
    """Do `work(working, **arguments)` in the background; `work` stands at the top of a module, `working` is a Working.

    `title` is what the person reads; it and `arguments` hold nothing personal. What is returned is kept as `result`:
    its "next", where there is one, is the address that the finished job's page leads to.
    """
    job = Job.objects.create(
        kind=f"{work.__module__}.{work.__qualname__}",
        title=title,
        arguments=dict(arguments or {}),
        area=area,
        asked_by=by.handle,
        asked_on=on,
    )
    code = area.code if area else ""
    record(what="asked for work", by=by, on=on, area=code, subject=f"job:{job.pk}", detail={"kind": job.kind})
    perform.enqueue(str(job.pk))
    job.refresh_from_db()
    return job


def reap(*, now: datetime) -> int:
    """Mark as lost what a killed worker left running: at once on this machine, after six silent hours on others."""
    running = Job.objects.filter(state=State.RUNNING)
    lost = [job.pk for job in running if _has_ended(job.place) or job.touched_at < now - FORGOTTEN]
    return Job.objects.filter(pk__in=lost, state=State.RUNNING).update(state=State.LOST, sentence=LOST)


def _has_ended(place: str) -> bool:
    """Whether a process of this machine has ended; of another machine's, nobody here can say."""
    host, _, process = place.rpartition(":")
    if host != socket.gethostname():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except PermissionError:  # it lives, and is somebody else's
        return False
    return False
