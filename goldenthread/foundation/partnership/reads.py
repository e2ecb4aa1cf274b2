"""Questions about areas and people."""

from datetime import date
from typing import Any

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from .models import LocalArea, Organisation, OrganisationKind, Person, Residents, Role, RoleHeld


class SignedInRequest(HttpRequest):
    """What every page but the public ones is given: config/edge.py knows who asks, for which area, on which day."""

    person: Person
    area: LocalArea
    today: date


def area(code: str) -> LocalArea:
    """The area with a three-digit code. Raises LocalArea.DoesNotExist."""
    return LocalArea.objects.get(code=code)


def residents(area: LocalArea, until: date) -> list[dict[str, Any]]:
    """Each year's estimate, up to the year of a day: year, ages, people."""
    found = Residents.objects.filter(area=area, year__lte=until.year)
    return [{"year": one.year, "ages": one.ages, "people": one.people} for one in found]


def areas_with_people() -> QuerySet[LocalArea]:
    """Those where somebody works with us, of England's 153."""
    return LocalArea.objects.filter(people__isnull=False).distinct().order_by("code")


def people_in(area: LocalArea) -> QuerySet[Person]:
    return Person.objects.filter(area=area).select_related("organisation")


def councils(area: str) -> list[str]:
    """The names of the councils of an area, by its code."""
    found = Organisation.objects.filter(area=area, kind=OrganisationKind.COUNCIL)
    return list(found.values_list("name", flat=True))


def somebody(key: int) -> Person:
    """Raises Person.DoesNotExist."""
    return Person.objects.select_related("area", "user").get(pk=key)


def person_in(area: LocalArea, key: int) -> Person:
    """With their sign-in. Raises Person.DoesNotExist, also for another area's."""
    return people_in(area).select_related("organisation", "user", "area").get(pk=key)


def appointment_in(area: LocalArea, key: int) -> RoleHeld:
    """Raises RoleHeld.DoesNotExist, also for another area's."""
    return RoleHeld.objects.select_related("person__area").get(person__area=area, pk=key)


def organisations_in(area: LocalArea) -> QuerySet[Organisation]:
    return Organisation.objects.filter(area=area)


def alike(one: str, other: str) -> bool:
    """The same words, whatever the case and the spaces between them."""
    return one.casefold().split() == other.casefold().split()


def namesakes(area: LocalArea, name: str, but: Person | None = None) -> list[Person]:
    """Who in an area is called that, somebody left out. Compared here: a database folds the case of A to Z only."""
    return [one for one in people_in(area) if alike(one.name, name) and one != but]


def person_for(user: AbstractBaseUser | AnonymousUser, on: date | None = None) -> Person | None:
    """The person who signed in, as they stand on a day; None where the account belongs to nobody."""
    if user.pk is None:
        return None
    people = Person.objects.select_related("area", "organisation").prefetch_related("roles")
    person = people.filter(user__pk=user.pk).first()
    if person is not None:
        person.as_at = on
    return person


def as_of(person: Person, on: date) -> Person:
    """The same person, asked what they may do on a day."""
    person.as_at = on
    return person


def roles_held(on: date) -> QuerySet[RoleHeld]:
    return RoleHeld.objects.filter(Q(until_on__isnull=True) | Q(until_on__gte=on), from_on__lte=on)


def people_with(area: LocalArea, role: Role, on: date) -> QuerySet[Person]:
    """Those who hold a role in an area on a day."""
    return people_in(area).filter(pk__in=roles_held(on).filter(role=role).values("person"))


def lasting_administrators(area: LocalArea, on: date) -> QuerySet[Person]:
    """Who on a day is administrator without an end, and has what it takes to sign in."""
    held = roles_held(on).filter(role=Role.ADMINISTRATOR, until_on=None)
    can_sign_in = people_in(area).filter(user__is_active=True)
    return can_sign_in.exclude(user__password__startswith=UNUSABLE_PASSWORD_PREFIX).filter(pk__in=held.values("person"))
