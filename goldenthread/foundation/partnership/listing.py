"""Who is there: people with the roles they hold, whether they can sign in, and when they last did."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from django.db.models import Max, Prefetch, Q, QuerySet

from goldenthread.foundation.ledger import reads as ledger

from . import reads
from .models import LocalArea, Person, Role, RoleHeld


class SignIn(Enum):
    OPEN = "yes"
    WAITING = "not yet: no password is chosen"
    CLOSED = "no: it was closed"
    NONE = "no"


@dataclass(frozen=True)
class Row:
    """`roles` are those held on the day; `last_on` is the day of the last sign-in."""

    person: Person
    roles: tuple[RoleHeld, ...]
    sign_in: SignIn
    last_on: date | None


def sought(area: LocalArea, on: date, words: str = "", role: str = "") -> QuerySet[Person]:
    """Those of an area of whom name, post or organisation has each word, and who on a day hold a role."""
    people = reads.people_in(area).select_related("user").prefetch_related(_held_on(on))
    for word in words.split():
        people = people.filter(
            Q(name__icontains=word) | Q(post__icontains=word) | Q(organisation__name__icontains=word)
        )
    if role:
        people = people.filter(pk__in=reads.roles_held(on).filter(role=Role(role)).values("person"))
    return people.order_by("name", "pk")


def rows(people: Iterable[Person]) -> list[Row]:
    """Of people as `sought` finds them."""
    listed = list(people)
    last = last_signed_in(listed)
    return [Row(one, tuple(one.roles.all()), sign_in_of(one), last.get(one.handle)) for one in listed]


def sign_in_of(person: Person) -> SignIn:
    if person.user is None:
        return SignIn.NONE
    if not person.user.is_active:
        return SignIn.CLOSED
    return SignIn.OPEN if person.user.has_usable_password() else SignIn.WAITING


def last_signed_in(people: Sequence[Person]) -> dict[str, date]:
    """By handle; without those who never did."""
    mine = ledger.lines(what=ledger.SIGNED_IN).filter(by__in=[one.handle for one in people])
    return dict(mine.order_by().values_list("by").annotate(last=Max("on")))


def _held_on(on: date) -> "Prefetch[str, QuerySet[RoleHeld], str]":
    return Prefetch("roles", queryset=reads.roles_held(on))
