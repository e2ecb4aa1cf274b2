"""The plan, its themes, the outcomes they promise, and the money behind them."""

from django.db import models

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.inspections.models import Finding, Inspection


class Colour(models.TextChoices):
    WHITE = "white", "White: not started"
    GREEN = "green", "Green: on track"
    AMBER = "amber", "Amber: minor issue"
    RED = "red", "Red: significant issue"
    BLUE = "blue", "Blue: complete"


class ImprovementPlan(models.Model):
    """`cadence_days` is how often a lead owes an update."""

    class Kind(models.TextChoices):
        WRITTEN_STATEMENT = "wsoa", "Written statement of action"
        ACCELERATED = "app", "Accelerated progress plan"
        PRIORITY = "pap", "Priority action plan"
        STRATEGIC = "strategic", "Strategic improvement plan"
        REFORM = "lsrp", "Local SEND reform plan"
        SCRUTINY = "scrutiny", "Response to a scrutiny review"

    area = models.ForeignKey(LocalArea, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.PRIORITY)
    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    owner = models.CharField("body that owns the plan", max_length=200, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    submitted_on = models.DateField(null=True, blank=True)
    accepted_on = models.DateField("judged fit for purpose on", null=True, blank=True)
    published_on = models.DateField(null=True, blank=True)
    cadence_days = models.PositiveSmallIntegerField(default=31)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("area", "title"), name="plan_once_in_an_area"),)

    def __str__(self) -> str:
        return self.title


class Theme(models.Model):
    """`reported` is what the theme's lead says of the whole theme."""

    plan = models.ForeignKey(ImprovementPlan, on_delete=models.CASCADE, related_name="themes")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    lead = models.CharField("lead, as the plan names them", max_length=120, blank=True)
    reported = models.CharField(max_length=5, choices=Colour.choices, default=Colour.WHITE)
    reported_on = models.DateField(null=True, blank=True)
    findings = models.ManyToManyField(Finding, blank=True, related_name="+")

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("plan", "number"), name="theme_number_once_in_a_plan"),)

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class Outcome(models.Model):
    """What will be different for children and families. `effect_expected_on` ends the declared lag; `reported` is empty
    where nobody reports on the outcome itself.
    """

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="outcomes")
    ref = models.CharField(max_length=20)
    sentence = models.CharField(max_length=400)
    effect_expected_on = models.DateField(null=True, blank=True)
    reported = models.CharField(max_length=5, choices=Colour.choices, blank=True)
    reported_on = models.DateField(null=True, blank=True)
    why_not_measured = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("theme__number", "ref")
        constraints = (models.UniqueConstraint(fields=("theme", "ref"), name="outcome_ref_once_in_a_theme"),)

    def __str__(self) -> str:
        return self.sentence


class OutcomeMeasure(models.Model):
    """Ties an outcome to an indicator by its code: a number crosses rooms as an observation, not as a join."""

    outcome = models.ForeignKey(Outcome, on_delete=models.CASCADE, related_name="measures")
    indicator = models.CharField(max_length=60)
    families = models.BooleanField("tells what families feel", default=False)
    baseline = models.FloatField(null=True, blank=True)
    target = models.FloatField(null=True, blank=True)
    target_by = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("families", "indicator")
        constraints = (models.UniqueConstraint(fields=("outcome", "indicator"), name="measure_once_for_an_outcome"),)

    def __str__(self) -> str:
        return self.indicator
