"""When a plan is to end, each time that anybody said so. Different answers stand side by side: none is merged away."""

from django.db import models

from .plan import ImprovementPlan


class StatedEnd(models.Model):
    """`on` is the last day that the words allow; none where they name no day."""

    plan = models.ForeignKey(ImprovementPlan, on_delete=models.CASCADE, related_name="stated_ends")
    words = models.CharField("as it was said", max_length=200)
    on = models.DateField(null=True, blank=True)
    source = models.CharField("where it was said", max_length=200)
    said_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("on", "pk")
        constraints = (models.UniqueConstraint(fields=("plan", "words", "source"), name="end_stated_once_in_a_source"),)

    def __str__(self) -> str:
        return f"{self.words} ({self.source})"
