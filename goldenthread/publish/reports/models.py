"""An edition of a paper, the words that people put into it, and those who were asked and who cleared it."""

from django.db import models

from goldenthread.foundation.partnership.models import LocalArea


class Edition(models.Model):
    """One paper for one meeting. `document` is the whole paper as it was made: values and drawings, never recomputed.

    Once `frozen_on` is set the database itself refuses every change to it and to what belongs to it (migration 0002).
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Draft"
        CIRCULATED = "circulated", "Circulated"
        CLEARED = "cleared", "Cleared"
        FROZEN = "frozen", "Frozen"

    area = models.ForeignKey(LocalArea, on_delete=models.PROTECT, related_name="+")
    report = models.CharField("code of the report's definition", max_length=40)
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    body = models.CharField("whose meeting", max_length=120)
    meeting_on = models.DateField()
    as_at = models.DateField()
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    portfolio_member = models.CharField("member reporting", max_length=160, blank=True)
    responsible_officers = models.CharField("responsible officers", max_length=300, blank=True)
    author = models.CharField("report author", max_length=160, blank=True)
    wards = models.CharField("wards affected", max_length=200, default="All")
    decision_type = models.CharField("decision type", max_length=60, default="For information")
    urgent = models.BooleanField("urgency item", default=False)
    to_follow = models.BooleanField("to follow item", default=False)
    document = models.TextField()
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by")
    why_corrected = models.CharField("why it was corrected", max_length=300, blank=True)
    made_by = models.CharField(max_length=100)  # handles: names are asked of the partnership when shown
    made_on = models.DateField()
    frozen_by = models.CharField(max_length=100, blank=True)
    frozen_on = models.DateField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ("-meeting_on", "body", "-number")
        constraints = (
            models.UniqueConstraint(fields=("area", "report", "number"), name="edition_number_once"),
            models.CheckConstraint(
                condition=(models.Q(state="frozen", frozen_on__isnull=False) & ~models.Q(sha256=""))
                | (~models.Q(state="frozen") & models.Q(frozen_on__isnull=True)),
                name="frozen_with_day_and_hash",
            ),
        )

    def __str__(self) -> str:
        return f"{self.title}, edition {self.number}"

    @property
    def is_frozen(self) -> bool:
        return self.frozen_on is not None


class Written(models.Model):
    """The answer to one question of the paper, in a person's words."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="written")
    code = models.CharField("the gap that it fills", max_length=60)
    words = models.TextField()
    by = models.CharField(max_length=100)
    on = models.DateField()

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("edition", "code"), name="written_once"),)

    def __str__(self) -> str:
        return self.code


class Consultee(models.Model):
    """`name` is empty where only the post was asked."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="consultees")
    name = models.CharField(max_length=120, blank=True)
    post = models.CharField(max_length=160)
    issued_on = models.DateField()
    returned_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("edition", "name", "post"), name="consultee_once"),
            models.CheckConstraint(
                condition=models.Q(returned_on__isnull=True) | models.Q(returned_on__gte=models.F("issued_on")),
                name="returned_after_it_was_issued",
            ),
        )

    def __str__(self) -> str:
        return self.name or self.post


class Clearance(models.Model):
    """That somebody answers for the paper as it stood on the day: for its money, its law, its partners."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="clearances")
    role = models.CharField(max_length=40)
    by = models.CharField(max_length=100)
    on = models.DateField()

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("edition", "role"), name="cleared_once_a_role"),)

    def __str__(self) -> str:
        return self.role
