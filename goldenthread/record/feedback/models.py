# mypy: disable-error-code="django-manager-missing"
# django-scopes makes its managers at run time, where the type checker cannot follow.
"""What families say: answers to surveys, and complaints. No name is kept; a row is told from its like by a hash of
its own words.
"""

from django.db import models
from django.db.models import F, Q
from django_scopes import ScopedManager

from goldenthread.foundation.partnership.models import LocalArea


class SurveyAnswer(models.Model):
    """One answer to one question. `score` is 1 worst to 5 best, null when the answer was left blank or given in
    words.
    """

    area = models.ForeignKey(LocalArea, on_delete=models.PROTECT, related_name="+")
    row_hash = models.CharField(max_length=32)
    answered_on = models.DateField()
    question = models.CharField("code of the question", max_length=80)
    question_words = models.CharField(max_length=300, blank=True)
    score = models.PositiveSmallIntegerField(null=True, blank=True)
    words = models.TextField(blank=True)
    age_band = models.CharField(max_length=20, blank=True)
    need = models.CharField(max_length=40, blank=True)

    objects = ScopedManager(area="area")

    class Meta:
        ordering = ("answered_on", "pk")
        indexes = (models.Index(fields=("area", "question", "answered_on")),)
        constraints = (
            models.UniqueConstraint(fields=("area", "row_hash"), name="answer_once"),
            models.CheckConstraint(condition=Q(score__isnull=True) | Q(score__range=(1, 5)), name="score_one_to_five"),
        )

    def __str__(self) -> str:
        return f"Answer of {self.answered_on}"


class Complaint(models.Model):
    """One complaint about support for children with SEND (special educational needs and disabilities)."""

    class Outcome(models.TextChoices):
        UPHELD = "upheld", "Upheld"
        PARTLY_UPHELD = "partly upheld", "Partly upheld"
        NOT_UPHELD = "not upheld", "Not upheld"

    area = models.ForeignKey(LocalArea, on_delete=models.PROTECT, related_name="+")
    row_hash = models.CharField(max_length=32)
    received_on = models.DateField()
    theme = models.CharField(max_length=120, blank=True)
    stage = models.PositiveSmallIntegerField(null=True, blank=True)
    about = models.CharField(max_length=200, blank=True)
    outcome = models.CharField(max_length=13, choices=Outcome, blank=True)
    responded_on = models.DateField(null=True, blank=True)

    objects = ScopedManager(area="area")

    class Meta:
        ordering = ("received_on", "pk")
        constraints = (
            models.UniqueConstraint(fields=("area", "row_hash"), name="complaint_once"),
            models.CheckConstraint(
                condition=Q(responded_on__isnull=True) | Q(responded_on__gte=F("received_on")),
                name="answered_after_received",
            ),
            models.CheckConstraint(condition=Q(stage__isnull=True) | Q(stage__range=(1, 3)), name="stage_one_to_three"),
        )

    def __str__(self) -> str:
        return f"Complaint of {self.received_on}"
