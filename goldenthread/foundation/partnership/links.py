"""A link by which somebody chooses a password: it works once, for a time, and only while they have none."""

from datetime import UTC, datetime

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse
from django.utils.module_loading import import_string

from .models import Person

LONGEST_KEY = 18  # digits: more than any database counts to


class Tokens(PasswordResetTokenGenerator):
    """Django's, by the house's clock: of a person's key, e-mail address, last sign-in and (un)usable password."""

    key_salt = "goldenthread.foundation.partnership.links"

    def _now(self) -> datetime:
        moment: datetime = import_string(settings.CLOCK)()
        return moment.astimezone(UTC).replace(tzinfo=None)


tokens = Tokens()


def path_for(person: Person) -> str:
    """Within the site. What is secret is no part of the path: of an address, a log of faults holds the path only."""
    user = _user(person)
    return f"{reverse('partnership:first_password')}?link={user.pk}-{tokens.make_token(user)}"


def person_behind(link: str) -> Person | None:
    """None for a link that was never made, was used, has expired, or whose sign-in was closed or made anew."""
    key, _, token = link.partition("-")
    if not (key.isascii() and key.isdigit() and len(key) <= LONGEST_KEY):
        return None
    open_to = Person.objects.select_related("user", "area").filter(user__pk=int(key), user__is_active=True)
    person = open_to.first()
    if person is None or _user(person).has_usable_password() or not tokens.check_token(_user(person), token):
        return None
    return person


def days() -> int:
    """For how many days a link works."""
    return int(settings.PASSWORD_RESET_TIMEOUT) // (24 * 60 * 60)


def _user(person: Person) -> User:
    if person.user is None:
        raise ValueError("A link is for somebody who has a sign-in.")
    return person.user
