"""A meeting: its agenda, the papers as they were tabled, its minutes, and what was decided."""

from django.db import models

from .body import Body


class Meeting(models.Model):
    class State(models.TextChoices):
        PLANNED = "planned", "Planned"
        HELD = "held", "Held"
        CANCELLED = "cancelled", "Cancelled"

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    on = models.DateField()
    starts_at = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.PLANNED)
    why_cancelled = models.CharField(max_length=300, blank=True)
    minutes_agreed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("-on", "-pk")
        constraints = (models.UniqueConstraint(fields=("body", "on"), name="one_meeting_a_day"),)

    def __str__(self) -> str:
        return f"{self.body}, {self.on.day} {self.on:%B %Y}"


class Attendance(models.Model):
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendances")
    name = models.CharField(max_length=120)
    post = models.CharField(max_length=160, blank=True)
    apologies = models.BooleanField("sent apologies", default=False)

    class Meta:
        ordering = ("apologies", "pk")
        constraints = (models.UniqueConstraint(fields=("meeting", "name"), name="attends_once"),)

    def __str__(self) -> str:
        return self.name


class AgendaItem(models.Model):
    """`minutes` is what was said, once the meeting was held."""

    class Purpose(models.TextChoices):
        DECISION = "decision", "To decide"
        DISCUSSION = "discussion", "To discuss"
        INFORMATION = "information", "To note"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    purpose = models.CharField(max_length=11, choices=Purpose.choices, default=Purpose.DISCUSSION)
    presenter = models.CharField(max_length=120, blank=True)
    minutes = models.TextField(blank=True)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("meeting", "number"), name="agenda_number_once"),)

    def __str__(self) -> str:
        return f"{self.number}. {self.title}"


class TabledPaper(models.Model):
    """A frozen citation of what was put before the meeting: title, address, words as captured, day, hash."""

    item = models.ForeignKey(AgendaItem, on_delete=models.CASCADE, related_name="papers")
    title = models.CharField(max_length=200)
    address = models.CharField("where it is kept", max_length=300, blank=True)
    words = models.TextField("what it says, as captured", blank=True)
    captured_on = models.DateField()
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.title


class Decision(models.Model):
    """`number` counts within the meeting. A decision only to note or to agree leaves nobody anything to do."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="decisions")
    item = models.ForeignKey(AgendaItem, on_delete=models.SET_NULL, null=True, blank=True, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    words = models.TextField()
    to_do = models.BooleanField("somebody must now do something", default=True)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("meeting", "number"), name="decision_number_once"),)

    def __str__(self) -> str:
        return self.words
