# mypy: disable-error-code="django-manager-missing"
# django-scopes makes its managers at run time, where the type checker cannot follow.
from django.db import models
from django.db.models import F, Q
from django_scopes import ScopedManager

from .request import AssessmentRequest


class EHCPlan(models.Model):
    """An education, health and care plan. One request leads to one plan at most; a plan moved in brings its own
    request.
    """

    class CeaseReason(models.TextChoices):
        AGE = "1", "Reached the maximum age"
        NEEDS_MET = "2", "Needs met without a plan"
        HIGHER_EDUCATION = "3", "Went on to higher education"
        EMPLOYMENT = "4", "Went on to paid employment"
        TRANSFERRED = "5", "Moved to another English area"
        NOT_ENGAGING = "6", "No longer wishes to engage"
        LEFT_ENGLAND = "7", "Moved outside England"
        DIED = "8", "Died"
        OTHER = "9", "Other"

    request = models.OneToOneField(AssessmentRequest, on_delete=models.PROTECT, related_name="plan")
    issued_on = models.DateField(null=True, blank=True)
    ceased_on = models.DateField(null=True, blank=True)
    cease_reason = models.CharField(max_length=1, choices=CeaseReason, blank=True)
    residential = models.CharField(max_length=10, blank=True)
    work_based = models.CharField(max_length=10, blank=True)
    personal_budget = models.BooleanField(null=True)
    organised_arrangements = models.BooleanField(null=True)
    direct_payments = models.CharField(max_length=10, blank=True)
    transferred_from = models.CharField("area it moved from", max_length=4, blank=True)
    active_on = models.DateField("last reported in force", null=True, blank=True)
    known_on = models.DateField()

    objects = ScopedManager(area="request__child__area")

    class Meta:
        verbose_name = "EHC plan"
        indexes = (models.Index(fields=("issued_on", "ceased_on")),)
        constraints = (
            models.CheckConstraint(
                condition=Q(ceased_on__isnull=True) | Q(issued_on__isnull=True) | Q(ceased_on__gte=F("issued_on")),
                name="ceased_after_issued",
            ),
        )

    def __str__(self) -> str:
        return f"EHC plan of {self.issued_on or 'an unknown day'}"


class Where(models.Model):
    """Where a child is, or is to be, educated: a number where the setting has one, else the return's own code."""

    rank = models.PositiveSmallIntegerField(default=1)
    urn = models.CharField("unique reference number", max_length=6, blank=True)
    ukprn = models.CharField("UK provider reference number", max_length=8, blank=True)
    setting = models.CharField(max_length=10, blank=True)
    setting_other = models.CharField(max_length=200, blank=True)
    sen_unit = models.BooleanField(null=True)
    resourced_provision = models.BooleanField(null=True)
    known_on = models.DateField()

    class Meta:
        abstract = True


class NamedSetting(Where):
    """What Section I of the plan names."""

    plan = models.ForeignKey(EHCPlan, on_delete=models.PROTECT, related_name="named")

    objects = ScopedManager(area="plan__request__child__area")

    class Meta:
        ordering = ("rank",)
        constraints = (models.UniqueConstraint(fields=("plan", "rank"), name="named_setting_rank_once"),)

    def __str__(self) -> str:
        return self.urn or self.ukprn or self.setting


class Placement(Where):
    """What the child attends, from when to when."""

    plan = models.ForeignKey(EHCPlan, on_delete=models.PROTECT, related_name="placements")
    entered_on = models.DateField(null=True, blank=True)
    left_on = models.DateField(null=True, blank=True)
    residential = models.CharField(max_length=10, blank=True)
    work_based = models.CharField(max_length=10, blank=True)

    objects = ScopedManager(area="plan__request__child__area")

    class Meta:
        ordering = ("rank", "-entered_on")
        constraints = (
            models.UniqueConstraint(fields=("plan", "urn", "ukprn", "setting", "entered_on"), name="placement_once"),
            models.CheckConstraint(
                condition=Q(left_on__isnull=True) | Q(entered_on__isnull=True) | Q(left_on__gte=F("entered_on")),
                name="left_after_entered",
            ),
        )

    def __str__(self) -> str:
        return self.urn or self.ukprn or self.setting


class Need(models.Model):
    """A special educational need of the plan, as the return codes it; rank 1 is the primary need."""

    plan = models.ForeignKey(EHCPlan, on_delete=models.PROTECT, related_name="needs")
    rank = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10)
    known_on = models.DateField()

    objects = ScopedManager(area="plan__request__child__area")

    class Meta:
        ordering = ("rank",)
        constraints = (
            models.UniqueConstraint(fields=("plan", "rank"), name="need_rank_once"),
            models.CheckConstraint(condition=Q(rank__gte=1), name="need_rank_from_one"),
        )

    def __str__(self) -> str:
        return self.kind


class AnnualReview(models.Model):
    """One review of a plan. It is complete when the decision is sent (`decided_on`), not at the meeting (CFA 2014
    s.44).
    """

    class Outcome(models.TextChoices):
        MAINTAIN = "M", "Maintain the plan"
        AMEND = "A", "Amend the plan"
        CEASE = "C", "Cease the plan"

    plan = models.ForeignKey(EHCPlan, on_delete=models.PROTECT, related_name="reviews")
    meeting_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=10, blank=True)
    decided_on = models.DateField(null=True, blank=True)
    draft_on = models.DateField("amendments sent", null=True, blank=True)
    known_on = models.DateField()

    objects = ScopedManager(area="plan__request__child__area")

    class Meta:
        ordering = ("-meeting_on", "-decided_on")
        constraints = (
            models.UniqueConstraint(fields=("plan", "meeting_on"), name="review_once_a_day"),
            models.CheckConstraint(
                condition=Q(meeting_on__isnull=False) | Q(decided_on__isnull=False), name="review_has_a_day"
            ),
        )

    def __str__(self) -> str:
        return f"Review of {self.meeting_on or self.decided_on}"


class PhaseTransfer(models.Model):
    """A move between phases of education, by when the plan must name the next setting (reg. 18), and when it did."""

    plan = models.ForeignKey(EHCPlan, on_delete=models.PROTECT, related_name="transfers")
    due_on = models.DateField()
    final_on = models.DateField(null=True, blank=True)
    known_on = models.DateField()

    objects = ScopedManager(area="plan__request__child__area")

    class Meta:
        ordering = ("-due_on",)
        constraints = (models.UniqueConstraint(fields=("plan", "due_on"), name="transfer_once"),)

    def __str__(self) -> str:
        return f"Transfer due {self.due_on}"
