"""A colour that the facts did not support: from the day it was seen until the day it was answered, and how."""

from django.db import models

from goldenthread.foundation.partnership.models import Person

from .action import Action
from .override import Override
from .plan import Colour, Outcome, Theme

ONE_SUBJECT = (
    models.Q(action__isnull=False, outcome__isnull=True, theme__isnull=True)
    | models.Q(action__isnull=True, outcome__isnull=False, theme__isnull=True)
    | models.Q(action__isnull=True, outcome__isnull=True, theme__isnull=False)
)


class Challenge(models.Model):
    """It lives until it is answered: one open for each subject at a time. `reasons` are [rule, sentence] pairs, as
    they stood when it was last looked at.
    """

    class Answer(models.TextChoices):
        REPORT = "report", "The report was changed"
        FACTS = "facts", "The facts changed"
        EXPLAINED = "explained", "Somebody explained and signed"
        ENDED = "ended", "What it was about ended"

    action = models.ForeignKey(Action, on_delete=models.CASCADE, null=True, blank=True, related_name="challenges")
    outcome = models.ForeignKey(Outcome, on_delete=models.CASCADE, null=True, blank=True, related_name="challenges")
    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, null=True, blank=True, related_name="challenges")
    raised_on = models.DateField()
    reported = models.CharField(max_length=5, choices=Colour.choices)
    supported = models.CharField(max_length=5, choices=Colour.choices)
    reasons = models.JSONField(default=list)
    answered_on = models.DateField(null=True, blank=True)
    answer = models.CharField(max_length=9, choices=Answer.choices, blank=True)
    answered_by = models.CharField(max_length=100, blank=True)  # handle of whoever did what answered it
    override = models.ForeignKey(Override, on_delete=models.SET_NULL, null=True, blank=True, related_name="answers")

    class Meta:
        ordering = ("raised_on", "pk")
        constraints = (
            models.CheckConstraint(condition=ONE_SUBJECT, name="a_challenge_is_about_one_thing"),
            models.CheckConstraint(
                condition=models.Q(answered_on__isnull=True, answer="")
                | (models.Q(answered_on__isnull=False) & ~models.Q(answer="")),
                name="an_answered_challenge_says_how",
            ),
            *(
                models.UniqueConstraint(
                    fields=(subject,),
                    condition=models.Q(answered_on__isnull=True),
                    name=f"one_open_challenge_{subject}",
                )
                for subject in ("action", "outcome", "theme")
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_reported_display()}, challenged on {self.raised_on}"


class Explanation(models.Model):
    """Words offered as an answer by somebody who may not sign: waiting, signed (then `override`), or declined."""

    challenge = models.ForeignKey(Challenge, on_delete=models.CASCADE, related_name="explanations")
    why = models.CharField(max_length=500)
    until_on = models.DateField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    override = models.OneToOneField(
        Override, on_delete=models.SET_NULL, null=True, blank=True, related_name="explanation"
    )
    declined_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    declined_on = models.DateField(null=True, blank=True)
    declined_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("asked_on", "pk")

    def __str__(self) -> str:
        return self.why

    @property
    def waits(self) -> bool:
        return self.override_id is None and self.declined_on is None and self.challenge.answered_on is None
