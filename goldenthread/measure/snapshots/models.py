"""A snapshot: the records frozen as they stood on a day, never edited."""

from django.db import models

from goldenthread.foundation.partnership.models import LocalArea


class Snapshot(models.Model):
    """`content_hash` covers every table's rows; the same facts frozen twice are one snapshot. `sources` are file
    hashes.
    """

    area = models.ForeignKey(LocalArea, on_delete=models.PROTECT, related_name="+")
    as_at = models.DateField()
    content_hash = models.CharField(max_length=64)
    tables = models.JSONField()  # {table: {"rows": n, "sha256": …}}
    sources = models.JSONField(default=list)
    made_on = models.DateField()
    made_by = models.CharField(max_length=100)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("area", "as_at", "content_hash"), name="one_snapshot_of_the_same_facts"),
        )
        ordering = ("as_at", "pk")

    def __str__(self) -> str:
        return f"{self.area} as at {self.as_at}"

    @property
    def short_hash(self) -> str:
        return self.content_hash[:12]
