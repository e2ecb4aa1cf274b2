# mypy: disable-error-code="django-manager-missing"
# django-scopes makes its managers at run time, where the type checker cannot follow.
import uuid

from django.db import models
from django.db.models import F, Q
from django_scopes import ScopedManager

from .child import Child


class AssessmentRequest(models.Model):
    """A request for an EHC (education, health and care) needs assessment. The clock starts on `received_on`."""

    class Outcome(models.TextChoices):
        ASSESS = "Y", "Agreed to assess"
        REFUSE = "N", "Refused to assess"
        WAITING = "A", "Not yet decided"
        WITHDRAWN = "W", "Withdrawn or ceased"
        HISTORICAL = "H", "Decided before the return's period"

    class Source(models.TextChoices):
        FAMILY = "1", "Parent or young person"
        SETTING = "2", "School or setting"
        HEALTH = "3", "Health professional"
        SOCIAL_CARE = "4", "Social care professional"
        OTHER = "5", "Other"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    child = models.ForeignKey(Child, on_delete=models.PROTECT, related_name="requests")
    received_on = models.DateField()
    source = models.CharField(max_length=1, choices=Source, blank=True)
    youth_accommodation = models.BooleanField("in relevant youth accommodation", null=True)
    outcome = models.CharField(max_length=1, choices=Outcome, default=Outcome.WAITING)
    decided_on = models.DateField(null=True, blank=True)
    mediation = models.BooleanField(null=True)
    tribunal = models.BooleanField(null=True)
    exported_to = models.CharField("area it moved to", max_length=4, blank=True)
    known_on = models.DateField()

    objects = ScopedManager(area="child__area")

    class Meta:
        verbose_name = "request for an assessment"
        verbose_name_plural = "requests for an assessment"
        indexes = (models.Index(fields=("outcome", "received_on")),)
        constraints = (
            models.UniqueConstraint(fields=("child", "received_on"), name="request_once_a_day"),
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True) | Q(decided_on__gte=F("received_on")),
                name="decided_after_received",
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=("Y", "N")) | Q(decided_on__isnull=False), name="decision_has_a_day"
            ),
        )

    def __str__(self) -> str:
        return f"Request of {self.received_on}"


class Assessment(models.Model):
    """The assessment that followed a request agreed to. `outcome` says whether it ended with a plan."""

    class Outcome(models.TextChoices):
        PLAN = "Y", "EHC plan to be issued"
        NO_PLAN = "N", "Refused to issue a plan"
        WAITING = "A", "Not yet decided"
        WITHDRAWN = "W", "Withdrawn or ceased"
        HISTORICAL = "H", "Decided before the return's period"

    request = models.OneToOneField(AssessmentRequest, on_delete=models.PROTECT, related_name="assessment")
    outcome = models.CharField(max_length=1, choices=Outcome, default=Outcome.WAITING)
    outcome_on = models.DateField(null=True, blank=True)
    mediation = models.BooleanField(null=True)
    tribunal = models.BooleanField(null=True)
    other_mediation = models.BooleanField(null=True)
    other_tribunal = models.BooleanField(null=True)
    exceptions_apply = models.BooleanField("an exception to the 20-week limit applies", null=True)
    known_on = models.DateField()

    objects = ScopedManager(area="request__child__area")

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=~Q(outcome__in=("Y", "N")) | Q(outcome_on__isnull=False), name="assessment_outcome_has_a_day"
            ),
        )

    def __str__(self) -> str:
        return self.get_outcome_display()


class ExceptionRecord(models.Model):
    """A ground on which a limit is disapplied (SEND Regulations 2014, regs 5(4), 8(2), 10(4), 13(3)). It never adds
    days.
    """

    request = models.ForeignKey(AssessmentRequest, on_delete=models.PROTECT, related_name="exceptions")
    code = models.CharField(max_length=8)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    evidence = models.CharField(max_length=200)
    approved_by = models.CharField(max_length=60)
    approved_on = models.DateField()

    objects = ScopedManager(area="request__child__area")

    class Meta:
        verbose_name = "exception"
        ordering = ("from_on",)
        constraints = (
            models.UniqueConstraint(fields=("request", "code", "from_on"), name="exception_once"),
            models.CheckConstraint(
                condition=Q(until_on__isnull=True) | Q(until_on__gte=F("from_on")),
                name="exception_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return self.code
