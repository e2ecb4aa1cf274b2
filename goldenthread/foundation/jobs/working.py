"""What a piece of work is given while it runs, and what runs it."""

import logging
import os
import socket
import traceback
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from django.utils.module_loading import import_string
from django_scopes import scope
from django_tasks import task

from goldenthread.foundation.ledger.reads import JSON
from goldenthread.foundation.partnership.models import LocalArea

from .models import Job, State

log = logging.getLogger(__name__)
OUR_FAULT = "It stopped because of a fault of ours. Nothing more will happen to it: you can start it again."


class Stopped(Exception):
    """Raise it in a piece of work to stop with a sentence for whoever asked."""


@dataclass(frozen=True)
class Asker:
    handle: str


@dataclass(frozen=True)
class Working:
    """Given first to every piece of work. Report between transactions: inside one, nobody can see it."""

    job: Job

    @property
    def by(self) -> Asker:
        return Asker(self.job.asked_by)

    @property
    def on(self) -> date:
        return self.job.asked_on

    @property
    def area(self) -> LocalArea | None:
        return self.job.area

    def report(self, progress: int, sentence: str = "") -> None:
        """How far it is, from 0 to 100, and in words."""
        self.job.progress, self.job.sentence = max(0, min(100, progress)), sentence
        self.job.save(update_fields=["progress", "sentence", "touched_at"])


Work: TypeAlias = Callable[..., JSON]


def here() -> str:
    return f"{socket.gethostname()}:{os.getpid()}"


def _scoped(area: LocalArea | None) -> AbstractContextManager[None]:
    scoped: AbstractContextManager[None] = scope(area=area) if area else scope()
    return scoped


@task()
def perform(job_id: str) -> None:
    """Do one job. A fault is kept on the job; only its kind and place are logged, since its words may name a child."""
    job = Job.objects.select_related("area").get(pk=job_id)
    job.state, job.place = State.RUNNING, here()
    job.save(update_fields=["state", "place", "touched_at"])
    work: Work = import_string(job.kind)
    try:
        with _scoped(job.area):
            job.result = work(Working(job), **job.arguments)
        job.state, job.progress = State.DONE, 100
    except Stopped as reason:
        job.state, job.sentence = State.FAILED, str(reason)[:300]
    except Exception as fault:
        where = traceback.extract_tb(fault.__traceback__)[-1]
        log.error("Job %s stopped: %s at %s:%s", job.pk, type(fault).__name__, where.filename, where.lineno)
        job.state, job.sentence = State.FAILED, OUR_FAULT
    job.save()
