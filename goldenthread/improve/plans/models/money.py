"""Money and posts promised to the plan, and every account that was given of them."""

from django.db import models

from .action import Action
from .plan import ImprovementPlan


class Funding(models.Model):
    """One commitment of money, in whole pounds a year. `pays_for` is what a file wrote; `actions` what it names."""

    plan = models.ForeignKey(ImprovementPlan, on_delete=models.CASCADE, related_name="fundings")
    title = models.CharField(max_length=200)
    source = models.CharField(max_length=120)
    pounds_a_year = models.PositiveIntegerField()
    years = models.PositiveSmallIntegerField(default=1)
    first_year = models.CharField(max_length=9)
    posts = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)
    posts_filled = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)
    pays_for = models.CharField("references of the actions it pays for", max_length=300, blank=True)
    actions = models.ManyToManyField(Action, blank=True, related_name="fundings")

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "sums of money"

    def __str__(self) -> str:
        return self.title

    @property
    def pounds(self) -> int:
        return self.pounds_a_year * self.years


class Account(models.Model):
    """What was said of a commitment, where and when. Two accounts that differ are one commitment, told twice."""

    funding = models.ForeignKey(Funding, on_delete=models.CASCADE, related_name="accounts")
    pounds = models.PositiveIntegerField()
    posts = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)
    source = models.CharField("where it was said", max_length=200)
    said_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("said_on", "pk")
        constraints = (models.UniqueConstraint(fields=("funding", "source"), name="account_once_in_a_source"),)

    def __str__(self) -> str:
        return f"£{self.pounds:,} ({self.source})"
