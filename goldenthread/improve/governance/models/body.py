"""The bodies that govern the plan, who sits on them, and who reports to whom."""

from datetime import date

from django.db import models

from goldenthread.foundation.partnership.models import LocalArea, Person


class Rhythm(models.TextChoices):
    WEEKLY = "weekly", "Every week"
    FORTNIGHTLY = "fortnightly", "Every two weeks"
    MONTHLY = "monthly", "Every month"
    SIX_WEEKLY = "six_weekly", "Every six weeks"
    BIMONTHLY = "bimonthly", "Every two months"
    QUARTERLY = "quarterly", "Every three months"
    TERMLY = "termly", "Every school term"
    YEARLY = "yearly", "Every year"
    AS_NEEDED = "as_needed", "When it is needed"


class Body(models.Model):
    class Kind(models.TextChoices):
        BOARD = "board", "Board"
        GROUP = "group", "Working group or workstream"
        SCRUTINY = "scrutiny", "Scrutiny"
        EXECUTIVE = "executive", "Cabinet or council"
        HEALTH_AND_WELLBEING = "hwb", "Health and wellbeing board"
        NHS = "nhs", "NHS body"
        FORUM = "forum", "Parent carer forum or young people’s group"
        EXTERNAL = "external", "Outside the area"

    area = models.ForeignKey(LocalArea, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.BOARD)
    purpose = models.TextField("what it is for", blank=True)
    rhythm = models.CharField(max_length=12, choices=Rhythm.choices, default=Rhythm.MONTHLY)
    workstream = models.CharField("workstream of the plan that it leads", max_length=20, blank=True)

    last_on: date | None  # when it last met, and
    next_on: date | None  # when it meets next: where `reads.bodies` asked

    class Meta:
        ordering = ("name",)
        verbose_name_plural = "bodies"
        constraints = (models.UniqueConstraint(fields=("area", "name"), name="body_once_in_an_area"),)

    def __str__(self) -> str:
        return self.name


class ReportingLine(models.Model):
    """`lower` reports to `upper`, and on what."""

    lower = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="reports_to")
    upper = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="hears_from")
    about = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = (
            models.UniqueConstraint(fields=("lower", "upper"), name="reporting_line_once"),
            models.CheckConstraint(condition=~models.Q(lower=models.F("upper")), name="no_body_reports_to_itself"),
        )

    def __str__(self) -> str:
        return f"{self.lower} reports to {self.upper}"


class Seat(models.Model):
    """A place on a body. `person` where they are known here; else as they were named."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=120)
    post = models.CharField(max_length=160, blank=True)
    organisation = models.CharField(max_length=120, blank=True)
    chairs = models.BooleanField(default=False)
    from_on = models.DateField(null=True, blank=True)
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("-chairs", "name")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(until_on__isnull=True)
                | models.Q(from_on__isnull=True)
                | models.Q(until_on__gte=models.F("from_on")),
                name="seat_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return self.name
