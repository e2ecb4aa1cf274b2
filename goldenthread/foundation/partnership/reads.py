"""Questions about areas and people."""

from datetime import date

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from .models import LocalArea, Person, Role, RoleHeld


class SignedInRequest(HttpRequest):
    """What every page but the public ones is given: config/edge.py knows who asks, for which area, on which day."""

    person: Person
    area: LocalArea
    today: date


def area(code: str) -> LocalArea:
    """The area with a three-digit code. Raises LocalArea.DoesNotExist."""
    return LocalArea.objects.get(code=code)


def people_in(area: LocalArea) -> QuerySet[Person]:
    return Person.objects.filter(area=area).select_related("organisation")


def person_for(user: AbstractBaseUser | AnonymousUser, on: date | None = None) -> Person | None:
    """The person who signed in, as they stand on a day; None where the account belongs to nobody."""
    if user.pk is None:
        return None
    people = Person.objects.select_related("area", "organisation").prefetch_related("roles")
    person = people.filter(user__pk=user.pk).first()
    if person is not None:
        person.as_at = on
    return person


def roles_held(on: date) -> QuerySet[RoleHeld]:
    return RoleHeld.objects.filter(Q(until_on__isnull=True) | Q(until_on__gte=on), from_on__lte=on)


def people_with(area: LocalArea, role: Role, on: date) -> QuerySet[Person]:
    """Those who hold a role in an area on a day."""
    return people_in(area).filter(pk__in=roles_held(on).filter(role=role).values("person"))
