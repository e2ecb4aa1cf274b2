"""Observations: what was counted, over which period and place, from which facts."""

from django.db import models

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.snapshots.models import Snapshot


class Observation(models.Model):
    """One figure with all that is needed to trust it, or to doubt it.

    `status`: ok · none (nothing to divide) · suppressed (by the sender) · missing (the sender has it not).
    A corrected figure does not overwrite: the old row stays, points to the new one, and the new one says why.
    """

    class Status(models.TextChoices):
        OK = "ok"
        NONE = "none", "nothing to divide by"
        SUPPRESSED = "suppressed"
        MISSING = "missing", "not supplied"

    area = models.ForeignKey(LocalArea, on_delete=models.PROTECT, related_name="+")
    indicator = models.CharField(max_length=60)
    level = models.CharField(max_length=20)
    place = models.CharField(max_length=60, blank=True)
    every = models.CharField(max_length=10)
    period_start = models.DateField()
    period_end = models.DateField()
    numerator = models.FloatField(null=True)
    denominator = models.FloatField(null=True)
    value = models.FloatField(null=True)
    lower = models.FloatField(null=True)
    upper = models.FloatField(null=True)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.OK)
    detail = models.JSONField(null=True)
    definition_version = models.CharField(max_length=12)
    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, null=True, related_name="+")
    source = models.CharField(max_length=200)
    made_on = models.DateField()
    # Undoing a file takes the new figure away before the old one is current again: the database checks at the end.
    replaced_by = models.ForeignKey("self", on_delete=models.DO_NOTHING, null=True, related_name="replaces")
    why_replaced = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("area", "indicator", "level", "place", "every", "period_start", "period_end"),
                condition=models.Q(replaced_by=None),
                name="one_current_observation",
            ),
        )
        indexes = (
            models.Index(fields=("area", "indicator", "level", "every", "period_start")),
            models.Index(fields=("area", "place", "level"), name="observations_of_a_place"),  # a school's own page
        )
        ordering = ("period_start", "place", "pk")

    def __str__(self) -> str:
        return f"{self.indicator} {self.place} {self.period_start}"


class Rebase(models.Model):
    """From this day on, an indicator's control chart starts anew, because of something that happened.

    Never because of a signal alone. `indicator`'s points before it keep their own limits. Withdrawn, never deleted.
    """

    area = models.ForeignKey(LocalArea, on_delete=models.PROTECT, related_name="+")
    indicator = models.CharField(max_length=60)
    starts_on = models.DateField()
    cause = models.CharField(max_length=300)
    made_by = models.CharField(max_length=100)
    made_on = models.DateField()
    withdrawn_on = models.DateField(null=True)
    withdrawn_because = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("area", "indicator", "starts_on"),
                condition=models.Q(withdrawn_on=None),
                name="one_rebase_a_day",
            ),
        )
        ordering = ("starts_on", "pk")

    def __str__(self) -> str:
        return f"{self.indicator} from {self.starts_on}"
