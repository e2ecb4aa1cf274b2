"""The address of somebody's own calendar feed: a secret that they can throw away."""

from django.db import models

from goldenthread.foundation.partnership.models import Person


class CalendarKey(models.Model):
    """Only the hash is kept: the address is shown once, when it is made."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="+")
    sha256 = models.CharField(max_length=64, unique=True)
    made_on = models.DateField()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"Calendar key of {self.made_on}"
