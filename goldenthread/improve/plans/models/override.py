"""A signed answer to a challenge: it is printed wherever the colour is, and it ends."""

from django.db import models

from goldenthread.foundation.partnership.models import Person

from .action import Action
from .plan import Colour, Outcome, Theme


class Override(models.Model):
    """Exactly one of action, outcome and theme. `signed_as` is the name and post printed. `colour` is the one that it
    stands for: another colour, reported later, is not explained by it. Empty where a file does not say.
    """

    action = models.ForeignKey(Action, on_delete=models.CASCADE, null=True, blank=True, related_name="overrides")
    outcome = models.ForeignKey(Outcome, on_delete=models.CASCADE, null=True, blank=True, related_name="overrides")
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, null=True, blank=True, related_name="overrides")
    signed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    signed_as = models.CharField(max_length=200)
    signed_on = models.DateField()
    why = models.CharField(max_length=500)
    colour = models.CharField("colour that it stands for", max_length=5, choices=Colour.choices, blank=True)
    until_on = models.DateField()

    class Meta:
        ordering = ("-signed_on", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=(
                    models.Q(action__isnull=False, outcome__isnull=True, theme__isnull=True)
                    | models.Q(action__isnull=True, outcome__isnull=False, theme__isnull=True)
                    | models.Q(action__isnull=True, outcome__isnull=True, theme__isnull=False)
                ),
                name="an_override_answers_one_thing",
            ),
            models.CheckConstraint(
                condition=models.Q(until_on__gte=models.F("signed_on")), name="override_ends_after_it_begins"
            ),
        )

    def __str__(self) -> str:
        return f"Signed by {self.signed_as} until {self.until_on}"
