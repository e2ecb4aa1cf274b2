"""A figure that somebody said at a meeting: where it came from, what it counts, and whether it holds."""

from django.db import models

from goldenthread.foundation.partnership.models import LocalArea

from .meeting import Meeting


class Claim(models.Model):
    """`sums` are figures that must fit each other, as rules/claims reads them; `speaker` is a role, never a name.

    `indicator` and `period` (2025, 2025-03 or 2025-03-31) name a figure of the area's own to be shown beside it.
    """

    class Verdict(models.TextChoices):
        UNCHECKED = "unchecked", "Not yet checked"
        HOLDS = "holds", "Holds"
        PARTLY = "partly", "True, but not the whole of it"
        FAILS = "fails", "Does not hold"
        UNKNOWABLE = "unknowable", "Cannot be checked"

    area = models.ForeignKey(LocalArea, on_delete=models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="claims")
    words = models.TextField("what was said")
    speaker = models.CharField("the speaker’s role", max_length=120)
    said_on = models.DateField()
    said_where = models.CharField(max_length=200, blank=True)
    cohort = models.CharField("of whom, and when", max_length=200, blank=True)
    source = models.CharField("source given or asked for", max_length=300, blank=True)
    sums = models.JSONField(default=list, blank=True)
    indicator = models.CharField("measure of the area’s own", max_length=60, blank=True)
    period = models.CharField("of which period", max_length=10, blank=True)
    verdict = models.CharField(max_length=10, choices=Verdict.choices, default=Verdict.UNCHECKED)
    checked_value = models.CharField("what the check found", max_length=300, blank=True)
    why = models.TextField("how it was checked", blank=True)
    checked_by = models.CharField(max_length=100, blank=True)
    checked_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("-said_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(verdict="unchecked") | models.Q(checked_on__isnull=False),
                name="a_verdict_has_a_day",
            ),
            models.CheckConstraint(
                condition=~models.Q(indicator="") | models.Q(period=""), name="a_claims_period_is_of_a_measure"
            ),
        )

    def __str__(self) -> str:
        return self.words
