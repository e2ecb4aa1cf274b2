"""One action: what was promised, by whom, by when, what was done about it and how anyone knows."""

from datetime import date

from django.db import models

from goldenthread.foundation.partnership.models import Person

from .plan import Colour, Outcome, Theme


class Action(models.Model):
    """What its lead reports, and when it began, stand in its updates. Dates as the plan wrote them are kept beside
    those read.
    """

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="actions")
    outcome = models.ForeignKey(Outcome, on_delete=models.SET_NULL, null=True, blank=True, related_name="actions")
    ref = models.CharField(max_length=20)
    wording = models.TextField()
    lead = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    lead_as_written = models.CharField(max_length=200, blank=True)
    partners = models.CharField("organisations it rests on", max_length=300, blank=True)
    workstream = models.CharField(max_length=20, blank=True)
    activity = models.CharField("activity that it is part of", max_length=200, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    due_as_written = models.CharField(max_length=100, blank=True)
    verified_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    verified_on = models.DateField(null=True, blank=True)

    accepted: int  # how much evidence was accepted, and
    reworded_on: date | None  # when it was last reworded: where `facts.actions_of` asked

    class Meta:
        ordering = ("theme__number", "pk")
        constraints = (models.UniqueConstraint(fields=("theme", "ref"), name="action_ref_once_in_a_theme"),)

    def __str__(self) -> str:
        return f"{self.ref} {self.wording}"

    @property
    def lead_name(self) -> str:
        return self.lead.name if self.lead else self.lead_as_written


class Update(models.Model):
    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="updates")
    on = models.DateField()
    reported = models.CharField(max_length=5, choices=Colour.choices)
    done = models.TextField("what was done", blank=True)
    by = models.CharField(max_length=100)  # handle: the name is asked of the partnership when shown

    class Meta:
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return f"{self.on}: {self.get_reported_display()}"


class Milestone(models.Model):
    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="milestones")
    title = models.CharField(max_length=200)
    due_on = models.DateField()
    reached_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("due_on", "pk")

    def __str__(self) -> str:
        return self.title


class Evidence(models.Model):
    """A frozen citation: words as captured on a day, not a link that changes. Accepted by someone other than the
    lead, or returned.
    """

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="evidence")
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
        verbose_name_plural = "pieces of evidence"

    def __str__(self) -> str:
        return self.title


class Remedy(models.Model):
    """What a Red action owes: what will be done instead, by whom, by when, and who agreed the new date."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="remedies")
    wording = models.TextField()
    owner = models.CharField(max_length=120)
    due_on = models.DateField()
    approved_by = models.CharField(max_length=120, blank=True)
    approved_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("-due_on", "-pk")
        verbose_name_plural = "remedies"

    def __str__(self) -> str:
        return self.wording


class Dependency(models.Model):
    """`action` cannot finish before `needs` does."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="depends_on")
    needs = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="holds_up")

    class Meta:
        verbose_name_plural = "dependencies"
        constraints = (
            models.UniqueConstraint(fields=("action", "needs"), name="dependency_once"),
            models.CheckConstraint(condition=~models.Q(action=models.F("needs")), name="no_action_waits_for_itself"),
        )

    def __str__(self) -> str:
        return f"{self.action.ref} waits for {self.needs.ref}"


class Amendment(models.Model):
    """Words changed: what they were, what they are, who asked, where and why."""

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="amendments")
    before = models.TextField()
    after = models.TextField()
    asked_by = models.CharField(max_length=120)
    meeting = models.CharField(max_length=200, blank=True)
    on = models.DateField()
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return f"{self.action.ref} reworded on {self.on}"
