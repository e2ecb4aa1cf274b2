"""Somebody said at a meeting, on a visit or in a response that they would do something by a day. And: did they?"""

from django.db import models

from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.improve.plans.models import Action

from .meeting import Decision, Meeting
from .visit import Visit


class Commitment(models.Model):
    """`action` is the action of the plan through which it is kept, where there is one."""

    class State(models.TextChoices):
        OPEN = "open", "Open"
        KEPT = "kept", "Kept"
        DROPPED = "dropped", "Dropped"

    area = models.ForeignKey(LocalArea, on_delete=models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="commitments")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="commitments")
    visit = models.ForeignKey(Visit, on_delete=models.PROTECT, null=True, blank=True, related_name="commitments")
    words = models.TextField()
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    owner_as_written = models.CharField(max_length=160, blank=True)
    made_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    due_as_written = models.CharField(max_length=100, blank=True)
    action = models.ForeignKey(Action, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=7, choices=State.choices, default=State.OPEN)
    ended_on = models.DateField(null=True, blank=True)
    dropped_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("due_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(state="open", ended_on__isnull=True)
                | (~models.Q(state="open") & models.Q(ended_on__isnull=False)),
                name="an_ended_commitment_has_a_day",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="dropped") | ~models.Q(dropped_because=""),
                name="a_dropped_commitment_says_why",
            ),
        )

    def __str__(self) -> str:
        return self.words

    @property
    def owner_name(self) -> str:
        return self.owner.name if self.owner else self.owner_as_written
