"""What members recommended, how it was answered, and whether the answer satisfied them."""

from django.db import models

from goldenthread.foundation.partnership.models import LocalArea, Person

from .body import Body


class Review(models.Model):
    """`code` stands in every recommendation's id, such as SR20; it never changes. The clock of the answer runs from
    `received_on`.
    """

    area = models.ForeignKey(LocalArea, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=20)
    title = models.CharField(max_length=200)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="reviews")
    approved_on = models.DateField()
    received_on = models.DateField("received by those who must respond", null=True, blank=True)
    sent_to = models.CharField("who must respond", max_length=160, blank=True)
    to_the_nhs = models.BooleanField("made to an NHS body by health scrutiny", default=False)

    class Meta:
        ordering = ("-approved_on", "code")
        constraints = (models.UniqueConstraint(fields=("area", "code"), name="review_code_once"),)

    def __str__(self) -> str:
        return self.title


class Recommendation(models.Model):
    """`serial` makes the stable id; `number` is as printed, and may be printed twice."""

    review = models.ForeignKey(Review, on_delete=models.CASCADE, related_name="recommendations")
    serial = models.PositiveSmallIntegerField()
    number = models.CharField("number as printed", max_length=20, blank=True)
    words = models.TextField()
    theme = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ("review", "serial")
        constraints = (models.UniqueConstraint(fields=("review", "serial"), name="recommendation_serial_once"),)

    def __str__(self) -> str:
        return f"{self.stable_id}: {self.words}"

    @property
    def stable_id(self) -> str:
        return f"{self.review.code}-{self.serial:02d}"


class Response(models.Model):
    """One answer. A later answer, or a second under the same number, stands beside the first: nothing is merged."""

    class Kind(models.TextChoices):
        AGREED = "agreed", "Agreed"
        PARTLY = "partly", "Partly agreed"
        NOT_AGREED = "not_agreed", "Not agreed"
        NOTED = "noted", "Noted"
        DEFERRED = "deferred", "Deferred"
        OVERTAKEN = "overtaken", "Overtaken by events"

    class State(models.TextChoices):
        NOT_STARTED = "not_started", "Not started"
        IN_PROGRESS = "in_progress", "In progress"
        COMPLETE = "complete", "Complete"
        NOT_NEEDED = "not_needed", "Closed: no longer needed"

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="responses")
    number = models.CharField("number as printed", max_length=20, blank=True)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    reason = models.TextField(blank=True)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    owner_as_written = models.CharField(max_length=160, blank=True)
    due_on = models.DateField(null=True, blank=True)
    given_by = models.CharField("who answered", max_length=160, blank=True)
    given_on = models.DateField()
    state = models.CharField(max_length=11, choices=State.choices, default=State.NOT_STARTED)
    state_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("given_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind="agreed") | ~models.Q(reason=""), name="a_response_but_agreed_gives_a_reason"
            ),
        )

    def __str__(self) -> str:
        return self.get_kind_display()

    @property
    def owner_name(self) -> str:
        return self.owner.name if self.owner else self.owner_as_written


class MembersView(models.Model):
    """Whether those who recommended it accept a response. The newest stands; the others are kept."""

    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="views")
    accepted = models.BooleanField()
    words = models.CharField(max_length=400, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return "Accepted" if self.accepted else "Not accepted"
