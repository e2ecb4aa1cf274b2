"""Who works together for children in a place: the local area, its organisations, its people and the roles they hold."""

from datetime import date

from django.conf import settings
from django.db import models


class LocalArea(models.Model):
    """An upper-tier authority's area. `code` is the Department for Education's three digits ("885")."""

    code = models.CharField(max_length=3, primary_key=True)
    ons_code = models.CharField("ONS code", max_length=9, unique=True)
    name = models.CharField(max_length=80)
    region = models.CharField(max_length=30)
    kind = models.CharField("type of authority", max_length=30, blank=True)
    demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Residents(models.Model):
    """How many people of an age live in an area: what rates are made with."""

    class Ages(models.TextChoices):
        TO_25 = "0 to 25"
        TO_17 = "0 to 17"
        FROM_10_TO_17 = "10 to 17"

    area = models.ForeignKey(LocalArea, on_delete=models.CASCADE, related_name="residents")
    year = models.PositiveSmallIntegerField("year of the middle-of-the-year estimate")
    ages = models.CharField(max_length=10, choices=Ages)
    people = models.PositiveIntegerField()
    source = models.CharField(max_length=200)

    class Meta:
        ordering = ("year", "ages")
        constraints = (models.UniqueConstraint(fields=("area", "year", "ages"), name="residents_once_a_year"),)

    def __str__(self) -> str:
        return f"{self.people} aged {self.ages}, {self.year}"


class OrganisationKind(models.TextChoices):
    COUNCIL = "council", "Council"
    HEALTH = "health", "Health"
    EDUCATION = "education", "School, college or setting"
    PARENT_CARER_FORUM = "forum", "Parent carer forum"
    VOLUNTARY = "voluntary", "Voluntary or community organisation"
    GOVERNMENT = "government", "Government department or inspectorate"
    OTHER = "other", "Other"


class Organisation(models.Model):
    area = models.ForeignKey(LocalArea, on_delete=models.PROTECT, related_name="organisations")
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=10, choices=OrganisationKind, default=OrganisationKind.OTHER)

    class Meta:
        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=("area", "name"), name="organisation_once_in_an_area"),)

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    IMPROVEMENT_LEAD = "improvement_lead", "SEND improvement lead"
    SERVICE_MANAGER = "service_manager", "SEND service manager"
    CASEWORKER = "caseworker", "Caseworker"
    ACTION_LEAD = "action_lead", "Lead of actions"
    VERIFIER = "verifier", "Verifier of evidence"
    BOARD_CHAIR = "board_chair", "Chair of the partnership board"
    BOARD_MEMBER = "board_member", "Partnership board member"
    SCRUTINY_MEMBER = "scrutiny_member", "Scrutiny or cabinet member"
    ANALYST = "analyst", "Data analyst"
    PARENT_FORUM = "parent_forum", "Parent carer forum"
    ADVISER = "adviser", "DfE or NHS England adviser"
    ADMINISTRATOR = "administrator", "Administrator"


class Person(models.Model):
    """Somebody who works for or with the area. Those who sign in have a `user`; a lead named in a plan need not."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="person"
    )
    name = models.CharField(max_length=120)
    post = models.CharField(max_length=120, blank=True)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="people"
    )
    area = models.ForeignKey(LocalArea, on_delete=models.PROTECT, related_name="people")

    as_at: date | None = None  # the day a signed-in person is here on; set by reads.person_for, never stored

    class Meta:
        ordering = ("name",)
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.name

    @property
    def handle(self) -> str:
        return f"person:{self.pk}"


class RoleHeld(models.Model):
    """A role that a person holds, from a day, and until a day (the last on which it is held)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(max_length=20, choices=Role)
    from_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ("from_on", "pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(until_on__isnull=True) | models.Q(until_on__gte=models.F("from_on")),
                name="role_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=("person", "role"), condition=models.Q(until_on__isnull=True), name="role_held_once_at_a_time"
            ),
        )

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()}"
