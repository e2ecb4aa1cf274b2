"""Who may see which work."""

from uuid import UUID

from django.db.models import QuerySet

from goldenthread.foundation.ledger.reads import Actor

from .models import Job


def jobs_of(asker: Actor) -> QuerySet[Job]:
    """What somebody asked for, newest first."""
    return Job.objects.filter(asked_by=asker.handle)


def job(job_id: UUID, viewer: Actor) -> Job:
    """One of the viewer's own jobs. Raises Job.DoesNotExist for anybody else's."""
    return jobs_of(viewer).get(pk=job_id)
