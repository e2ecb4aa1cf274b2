"""What the Department for Education and NHS England saw when they came, and what they said of it."""

from django.db import models

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.plans.models import Action, ImprovementPlan


class Visit(models.Model):
    """Advisers keep their own record, and the area keeps its own: the two may stand side by side."""

    class Kind(models.TextChoices):
        MONITORING = "monitoring", "Monitoring visit"
        STOCKTAKE = "stocktake", "Stocktake"
        DEEP_DIVE = "deep_dive", "Deep dive"
        REVIEW = "review", "Formal review"

    class Level(models.TextChoices):
        NONE = "none", "No concerns"
        NOT_SIGNIFICANT = "some", "No significant concerns"
        SIGNIFICANT = "significant", "Significant concerns"

    area = models.ForeignKey(LocalArea, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(ImprovementPlan, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.MONITORING)
    on = models.DateField()
    by_advisers = models.BooleanField("recorded by the advisers themselves", default=False)
    attended = models.TextField("who attended", blank=True)
    strengths = models.TextField(blank=True)
    concerns = models.TextField(blank=True)
    level = models.CharField("level of concern", max_length=11, choices=Level.choices, blank=True)
    letter_title = models.CharField(max_length=200, blank=True)
    letter_address = models.CharField("where the letter is kept", max_length=300, blank=True)
    letter_words = models.TextField("what it says, as captured", blank=True)
    letter_received_on = models.DateField(null=True, blank=True)
    next_on = models.DateField(null=True, blank=True)

    evidence: int  # how much of it was seen, and
    promised: int  # how much was promised: where `reads.visits` asked

    class Meta:
        ordering = ("-on", "-pk")
        constraints = (models.UniqueConstraint(fields=("area", "kind", "on", "by_advisers"), name="visit_once"),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.on.day} {self.on:%B %Y}"


class EvidenceSeen(models.Model):
    visit = models.ForeignKey(Visit, on_delete=models.CASCADE, related_name="seen")
    title = models.CharField(max_length=200)
    action = models.ForeignKey(Action, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    said = models.CharField("what the advisers said of it", max_length=400, blank=True)

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "pieces of evidence seen"

    def __str__(self) -> str:
        return self.title
