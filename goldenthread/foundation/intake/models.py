"""A batch is one file on its way in: what it was, what was wrong with it, and what it changed, so that it can be
undone.
"""

import re
import uuid

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from goldenthread.foundation.partnership.models import LocalArea

ROWS_KEPT = 5_000  # problems kept by cell; beyond that the totals still count every one
CHANGES_KEPT = 2_000  # of what would change; beyond that the counts still tell of every row


class State(models.TextChoices):
    RECEIVED = "received", "Received"
    UNDERSTOOD = "understood", "Ready to commit"
    COMMITTED = "committed", "Committed"
    REFUSED = "refused", "Refused"
    UNDONE = "undone", "Undone"


class Batch(models.Model):
    """`file_name` is what its bringer called the file: for their eyes on the page, never for a log, an address or a
    ledger line. `choices` are those that its source offered, `chosen` what a person said.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    area = models.ForeignKey(LocalArea, on_delete=models.PROTECT, related_name="batches")
    source = models.CharField(max_length=40, blank=True)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveBigIntegerField()
    state = models.CharField(max_length=10, choices=State, default=State.RECEIVED)
    refusal = models.TextField(blank=True)
    facts = models.JSONField(default=dict)
    counts = models.JSONField(default=list)
    problem_totals = models.JSONField(default=dict)
    choices = models.JSONField(default=list)
    chosen = models.JSONField(default=dict)
    changes = models.JSONField(default=list)
    received_by = models.CharField(max_length=60)
    received_on = models.DateField()
    committed_by = models.CharField(max_length=60, blank=True)
    committed_on = models.DateField(null=True, blank=True)
    undone_by = models.CharField(max_length=60, blank=True)
    undone_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(state="committed") | models.Q(committed_on__isnull=False),
                name="batch_committed_has_a_day",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="undone") | models.Q(undone_on__isnull=False), name="batch_undone_has_a_day"
            ),
        )

    def __str__(self) -> str:
        return f"Batch {self.public_id}"


class BatchProblem(models.Model):
    """One `rules.problems.Problem` of a batch, in the order in which the file was read."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="problems")
    position = models.PositiveIntegerField()
    code = models.CharField(max_length=40)
    severity = models.CharField(max_length=5)
    message = models.TextField()
    table = models.CharField(max_length=80, blank=True)
    row = models.PositiveIntegerField(default=0)
    column = models.CharField(max_length=120, blank=True)
    value = models.CharField(max_length=200, blank=True)
    what_to_do = models.TextField(blank=True)

    class Meta:
        ordering = ("position",)
        constraints = (models.UniqueConstraint(fields=("batch", "position"), name="problem_position_once"),)

    def __str__(self) -> str:
        return f"{self.code} at row {self.row}"

    @property
    def message_without_value(self) -> str:
        """For those who may not see what the cell holds, however short it is: a surname may be “Ng”."""
        return (
            re.sub(rf"(?<!\w){re.escape(self.value)}(?!\w)", "[not shown]", self.message)
            if self.value
            else self.message
        )


class JournalPage(models.Model):
    """Rows of one kind that a batch wrote one after another: [key, before, after] each.

    `before` is null where the batch added the row, else what the columns that it changed held. `after` is a digest of
    the row as the batch left it: undo compares it, so that no later change is ever wiped out.
    """

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="journal")
    model = models.CharField(max_length=80)
    rows = models.JSONField(encoder=DjangoJSONEncoder)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{len(self.rows)} rows of {self.model}"
