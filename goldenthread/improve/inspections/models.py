"""An inspection of the local area, what it found, and what a later one made of each finding."""

from django.db import models
from django.db.models import F, Q

from goldenthread.foundation.partnership.models import LocalArea


class Inspection(models.Model):
    """The report is kept as it was read: title, whole text and hash are the citation that its findings stand on."""

    class Framework(models.TextChoices):
        FIRST_CYCLE = "2016", "Local area SEND inspections, 2016 to 2022"
        CURRENT = "2023", "Area SEND inspections, 2023 on"

    class Kind(models.TextChoices):
        FIRST_CYCLE = "first_cycle", "First-cycle inspection"
        FULL = "full", "Full inspection"
        MONITORING = "monitoring", "Monitoring inspection"
        REVISIT = "revisit", "Revisit"

    class Outcome(models.IntegerChoices):
        """The three of the framework of 2023. The exact words of the report are in `outcome_text`."""

        POSITIVE = 1, "Typically positive experiences and outcomes"
        INCONSISTENT = 2, "Inconsistent experiences and outcomes"
        SYSTEMIC_FAILINGS = 3, "Widespread and/or systemic failings"

    area = models.ForeignKey(LocalArea, on_delete=models.PROTECT, related_name="+")
    framework = models.CharField(max_length=4, choices=Framework, default=Framework.CURRENT)
    kind = models.CharField(max_length=11, choices=Kind, default=Kind.FULL)
    started_on = models.DateField()
    ended_on = models.DateField()
    published_on = models.DateField(null=True, blank=True)
    outcome = models.PositiveSmallIntegerField(choices=Outcome, null=True, blank=True)
    outcome_text = models.TextField(blank=True)
    source_title = models.CharField(max_length=200)
    source_text = models.TextField(blank=True)
    source_sha256 = models.CharField(max_length=64, blank=True)
    captured_on = models.DateField("day on which the report was taken in")

    class Meta:
        ordering = ("-ended_on", "-pk")
        constraints = (
            models.UniqueConstraint(fields=("area", "kind", "started_on"), name="inspection_once"),
            models.CheckConstraint(condition=Q(ended_on__gte=F("started_on")), name="inspection_ends_after_it_starts"),
        )

    def __str__(self) -> str:
        return f"{self.get_kind_display()} of {self.started_on:%B %Y}"


class Finding(models.Model):
    """One thing that must improve, in the report's own words. `number` counts within its kind."""

    class Kind(models.TextChoices):
        PRIORITY_ACTION = "priority_action", "Area for priority action"
        IMPROVEMENT = "improvement", "Area for improvement"
        SIGNIFICANT_WEAKNESS = "significant_weakness", "Area of significant weakness"

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="findings")
    kind = models.CharField(max_length=20, choices=Kind)
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    responsible_bodies = models.JSONField(default=list, blank=True)
    repeats = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="repeated_by")

    class Meta:
        ordering = ("inspection", "-kind", "number")  # priority action or significant weakness before improvement
        constraints = (models.UniqueConstraint(fields=("inspection", "kind", "number"), name="finding_once"),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"


class Judgement(models.Model):
    """Whether a later inspection saw sufficient progress on a finding."""

    finding = models.ForeignKey(Finding, on_delete=models.CASCADE, related_name="judgements")
    revisit = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="judgements")
    sufficient_progress = models.BooleanField()
    on = models.DateField("judged on")
    note = models.TextField(blank=True)

    class Meta:
        ordering = ("on", "pk")
        constraints = (models.UniqueConstraint(fields=("finding", "revisit"), name="judged_once_a_visit"),)

    def __str__(self) -> str:
        return "Sufficient progress" if self.sufficient_progress else "Not yet sufficient progress"
