"""What is expected by a day, in four steps from unmet to significantly exceeded: the scale of a Cabinet paper."""

from django.db import models

from goldenthread.improve.plans.models import ImprovementPlan

from .visit import Visit


class Step(models.TextChoices):
    UNMET = "unmet", "Unmet"
    MET = "met", "Met"
    EXCEEDED = "exceeded", "Exceeded"
    SIGNIFICANTLY_EXCEEDED = "significantly", "Significantly exceeded"


class Expectation(models.Model):
    """Each step is the words of its threshold; one left empty is not defined and cannot be the result."""

    plan = models.ForeignKey(ImprovementPlan, on_delete=models.CASCADE, related_name="expectations")
    title = models.CharField("outcome", max_length=200)
    unmet = models.CharField(max_length=300, blank=True)
    met = models.CharField(max_length=300, blank=True)
    exceeded = models.CharField(max_length=300, blank=True)
    significantly_exceeded = models.CharField(max_length=300, blank=True)
    due_on = models.DateField("date of delivery")
    due_as_written = models.CharField(max_length=100, blank=True)
    result = models.CharField(max_length=13, choices=Step.choices, blank=True)
    result_on = models.DateField(null=True, blank=True)
    result_because = models.CharField(max_length=400, blank=True)
    visit = models.ForeignKey(Visit, on_delete=models.SET_NULL, null=True, blank=True, related_name="expectations")

    class Meta:
        ordering = ("due_on", "pk")
        constraints = (
            models.UniqueConstraint(fields=("plan", "title"), name="expectation_once_in_a_plan"),
            models.CheckConstraint(
                condition=models.Q(result="", result_on__isnull=True)
                | (~models.Q(result="") & models.Q(result_on__isnull=False)),
                name="a_result_has_a_day",
            ),
        )

    def __str__(self) -> str:
        return self.title
