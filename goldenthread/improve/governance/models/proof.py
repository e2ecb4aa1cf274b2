"""That something promised was done: a frozen citation, accepted by somebody other than its owner."""

from django.db import models

from goldenthread.foundation.partnership.models import Person

from .commitment import Commitment
from .scrutiny import Response


class Proof(models.Model):
    """Of a commitment or of a response, never of both."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, null=True, blank=True, related_name="proofs")
    response = models.ForeignKey(Response, on_delete=models.CASCADE, null=True, blank=True, related_name="proofs")
    title = models.CharField(max_length=200)
    address = models.CharField("where it is kept", max_length=300, blank=True)
    words = models.TextField("what it says, as captured", blank=True)
    captured_on = models.DateField()
    offered_by = models.CharField(max_length=100, blank=True)  # a handle; empty where a file brought it
    accepted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    accepted_on = models.DateField(null=True, blank=True)
    returned_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-captured_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(commitment__isnull=False, response__isnull=True)
                | models.Q(commitment__isnull=True, response__isnull=False),
                name="a_proof_is_of_one_thing",
            ),
        )

    def __str__(self) -> str:
        return self.title
