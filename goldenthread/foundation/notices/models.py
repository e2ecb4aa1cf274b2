"""One thing told to one person, and how each person wants to be told."""

from django.db import models

from goldenthread.foundation.partnership.models import Person


class Pace(models.TextChoices):
    AT_ONCE = "at_once", "At once, each by itself"
    DAILY = "daily", "Once a day, together"
    WEEKLY = "weekly", "Once a week, on Mondays, together"
    NEVER = "never", "Never: I look here"


class Preference(models.Model):
    """Without one: once a day."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="+")
    pace = models.CharField(max_length=7, choices=Pace.choices, default=Pace.DAILY)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.get_pace_display()


class Notice(models.Model):
    """`what` and `why` hold nothing about a child; `href` is an address within the site. `sent_on`: e-mailed."""

    to = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    what = models.CharField(max_length=200)
    why = models.CharField(max_length=500, blank=True)
    href = models.CharField(max_length=300)
    on = models.DateField()
    sent_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("-on", "-pk")
        indexes = (models.Index(fields=("to", "sent_on"), name="notices_waiting"),)

    def __str__(self) -> str:
        return self.what
