"""What tests stand on: an area, its organisations, its people, and a browser that is signed in."""

import itertools
from datetime import date

from django.contrib.auth.models import User
from django.test import Client

from goldenthread.foundation.partnership.models import LocalArea, Organisation, OrganisationKind, Person, Role, RoleHeld

TODAY = date(2026, 10, 31)  # the demonstration's day, which the tests' settings pin
LONG_AGO = date(2020, 1, 1)

_number = itertools.count(1)


def area(code: str = "999") -> LocalArea:
    """Marlshire; or another by its code: England's are there already."""
    made_up = {"ons_code": f"E10000{code}", "name": "Marlshire", "region": "West Midlands", "demonstration": True}
    return LocalArea.objects.get_or_create(code=code, defaults=made_up)[0]


def organisation(
    name: str = "Marlshire County Council",
    *,
    in_area: LocalArea | None = None,
    kind: OrganisationKind = OrganisationKind.COUNCIL,
) -> Organisation:
    return Organisation.objects.get_or_create(area=in_area or area(), name=name, defaults={"kind": kind})[0]


def person(*roles: Role, name: str = "", in_area: LocalArea | None = None, as_at: date = TODAY) -> Person:
    """Somebody who can sign in and has held the roles since long ago."""
    number = next(_number)
    home = in_area or area()
    user = User.objects.create(username=f"person{number}", email=f"person{number}@marlshire.example")
    made = Person.objects.create(
        user=user, name=name or f"Person {number}", area=home, organisation=organisation(in_area=home)
    )
    RoleHeld.objects.bulk_create(RoleHeld(person=made, role=role, from_on=LONG_AGO) for role in roles)
    made.as_at = as_at
    return made


def signed_in(who: Person) -> Client:
    """A test browser that has signed in as somebody."""
    assert who.user is not None
    client = Client()
    client.force_login(who.user)
    return client
