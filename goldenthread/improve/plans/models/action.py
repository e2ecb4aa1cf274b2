"""One action: what was promised, by whom, by when, what was done about it and how anyone knows."""

from datetime import date

from django.db import models

from goldenthread.foundation.partnership.models import Person

from .plan import Colour, Outcome, Theme


class Ended(models.TextChoices):
    """How an action leaves the plan other than by being done."""

    SPLIT = "split", "Split into others"
    MERGED = "merged", "Merged with others"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Action(models.Model):
    """What its lead reports, and when it began, stand in its updates. Dates as the plan wrote them are kept beside
    those read. An ended action counts in the plan until the day before `ended_on`.
    """

    theme = models.ForeignKey(Theme, on_delete=models.CASCADE, related_name="actions")
    outcome = models.ForeignKey(Outcome, on_delete=models.SET_NULL, null=True, blank=True, related_name="actions")
    ref = models.CharField(max_length=20)
    wording = models.TextField()
    lead = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    lead_as_written = models.CharField(max_length=200, blank=True)
    shared_with = models.ManyToManyField(Person, blank=True, related_name="+")
    body = models.CharField("responsible body", max_length=200, blank=True)
    partners = models.CharField("organisations it rests on", max_length=300, blank=True)
    workstream = models.CharField(max_length=20, blank=True)
    activity = models.CharField("activity that it is part of", max_length=200, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    due_as_written = models.CharField(max_length=100, blank=True)
    verified_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    verified_on = models.DateField(null=True, blank=True)
    as_written = models.JSONField("the row that a file had for it", default=dict, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    ended_because = models.CharField(max_length=9, choices=Ended.choices, blank=True)

    # Where `facts.actions_of` asked: how much evidence was accepted, when it was last reworded, what was last told of
    # it and when it was first told to be under way, and the colour told by the day with which it is compared.
    accepted: int
    reworded_on: date | None
    told_as: str | None
    told_on: date | None
    told_done: str | None
    begun_on: date | None
    told_before: str | None
    completed_by: str  # where `verifying.complete_for` asked: whose report says that it is complete

    class Meta:
        ordering = ("theme__number", "pk")
        constraints = (
            models.UniqueConstraint(fields=("theme", "ref"), name="action_ref_once_in_a_theme"),
            models.CheckConstraint(
                condition=models.Q(ended_on__isnull=True, ended_because="")
                | (models.Q(ended_on__isnull=False) & ~models.Q(ended_because="")),
                name="an_ended_action_says_how",
            ),
        )

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
    next_step = models.TextField("what is next", blank=True)
    help_needed = models.TextField(blank=True)
    by = models.CharField(max_length=100)  # handle: the name is asked of the partnership when shown

    class Meta:
        ordering = ("-on", "-pk")
        # The newest of each action, and every change of colour, are found without reading the words
        indexes = (models.Index(fields=("action", "on", "id", "reported"), name="update_in_order"),)

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
    """What was promised changed: the words of it as they were and as they are, who asked, where and why. A date is
    kept in words too; a withdrawn action's promise became nothing.
    """

    class About(models.TextChoices):
        WORDING = "wording", "The words"
        DATES = "dates", "The dates"
        WITHDRAWAL = "withdrawal", "Withdrawn from the plan"

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="amendments")
    about = models.CharField(max_length=10, choices=About.choices, default=About.WORDING)
    before = models.TextField()
    after = models.TextField()
    asked_by = models.CharField(max_length=120)
    meeting = models.CharField(max_length=200, blank=True)
    on = models.DateField()
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-on", "-pk")

    def __str__(self) -> str:
        return f"{self.get_about_display()} of {self.action.ref}, {self.on}"


class Succession(models.Model):
    """Where an action came from: `later` took over from `earlier` when that was split or merged."""

    earlier = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="became")
    later = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="came_from")
    kind = models.CharField(max_length=9, choices=Ended.choices)
    on = models.DateField()
    asked_by = models.CharField(max_length=120)
    meeting = models.CharField(max_length=200, blank=True)
    why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("on", "pk")
        constraints = (
            models.UniqueConstraint(fields=("earlier", "later"), name="succession_once"),
            models.CheckConstraint(condition=~models.Q(earlier=models.F("later")), name="no_action_follows_itself"),
        )

    def __str__(self) -> str:
        return f"{self.earlier.ref} became {self.later.ref}"
