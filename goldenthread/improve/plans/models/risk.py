"""What could stop the plan from helping children, who watches it, and what is done about it."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from .action import Action
from .plan import ImprovementPlan

ONE_TO_FIVE = (MinValueValidator(1), MaxValueValidator(5))


class Risk(models.Model):
    """`likelihood` and `impact` from 1 (very low) to 5 (very high)."""

    plan = models.ForeignKey(ImprovementPlan, on_delete=models.CASCADE, related_name="risks")
    title = models.CharField("what could happen", max_length=300)
    effect = models.CharField("what it would mean for children and families", max_length=400, blank=True)
    likelihood = models.PositiveSmallIntegerField(validators=ONE_TO_FIVE)
    impact = models.PositiveSmallIntegerField(validators=ONE_TO_FIVE)
    mitigation = models.TextField("what is done about it", blank=True)
    owner = models.CharField(max_length=120)
    raised_on = models.DateField()
    review_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    closed_because = models.CharField(max_length=300, blank=True)
    actions = models.ManyToManyField(Action, blank=True, related_name="risks")

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(likelihood__range=(1, 5), impact__range=(1, 5)), name="risk_scored_one_to_five"
            ),
        )

    def __str__(self) -> str:
        return self.title

    @property
    def score(self) -> int:
        return self.likelihood * self.impact
