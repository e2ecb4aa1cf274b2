"""Long work, in one shape: who asked, how far it is, what came of it."""

import uuid

from django.db import models

from goldenthread.foundation.partnership.models import LocalArea


class State(models.TextChoices):
    QUEUED = "queued", "Waiting to start"
    RUNNING = "running", "Running"
    DONE = "done", "Done"
    FAILED = "failed", "Stopped by a fault"
    LOST = "lost", "Lost"


GOING_ON = (State.QUEUED, State.RUNNING)


class Job(models.Model):
    """`kind` is the dotted path of the function that does the work; `place` the machine and process it runs in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=200)
    title = models.CharField(max_length=200)
    arguments = models.JSONField(default=dict)
    area = models.ForeignKey(LocalArea, on_delete=models.PROTECT, null=True, related_name="jobs")
    asked_by = models.CharField(max_length=60, db_index=True)
    asked_on = models.DateField()
    state = models.CharField(max_length=7, choices=State, default=State.QUEUED)
    progress = models.PositiveSmallIntegerField(default=0)
    sentence = models.CharField(max_length=300, blank=True)
    result = models.JSONField(null=True)
    place = models.CharField(max_length=200, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    touched_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-created_at",)
        constraints = (
            models.CheckConstraint(condition=models.Q(progress__lte=100), name="job_progress_is_a_percentage"),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def is_going_on(self) -> bool:
        return self.state in GOING_ON
