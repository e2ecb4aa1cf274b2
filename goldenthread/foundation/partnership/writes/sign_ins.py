"""Somebody is given a way to sign in, chooses a password, has it renewed, and loses it."""

from datetime import date

from django.contrib.auth.models import User
from django.db import transaction
from django.utils.text import slugify

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.ledger.writes import record
from goldenthread.foundation.partnership import links, reads
from goldenthread.foundation.partnership.models import Person, Role

from .addresses import refuse_taken
from .areas import one_at_a_time
from .faults import CannotSave
from .roles import keep_an_administrator


@transaction.atomic
def give_sign_in(*, person: Person, by: Actor, on: date, email: str = "") -> User:
    """To somebody who has none, or whose was closed. There is no password until they choose one by the link that
    `links.path_for` gives. Raises CannotSave.
    """
    one_at_a_time(person.area_id)
    person.refresh_from_db()
    if person.user is not None and person.user.is_active:
        raise CannotSave(f"{person.name} has a sign-in already.")
    refuse_taken(person.area, email, but=person)
    anew = person.user is not None
    user = person.user or User(username=_username(person.name))
    user.email, user.is_active = email, True
    _without_password(user)
    person.user = user
    person.save(update_fields=["user"])
    _tell("opened a sign-in again" if anew else "gave a sign-in", person, by, on)
    return user


@transaction.atomic
def renew_link(*, person: Person, by: Actor, on: date) -> None:
    """For a password that was lost or never chosen: the old one, every link made before and every open session end."""
    user = _open_user(person, by)
    _without_password(user)
    _tell("made a new link for a password", person, by, on)


@transaction.atomic
def close_sign_in(*, person: Person, by: Actor, on: date) -> None:
    """They are signed out at once. Roles and everything they did stay in the record. Raises CannotSave, also for the
    last administrator.
    """
    user = _open_user(person, by)
    if person.roles.filter(role=Role.ADMINISTRATOR, pk__in=reads.roles_held(on)).exists():
        keep_an_administrator(person, on)
    user.is_active = False
    _without_password(user)
    _tell("closed a sign-in", person, by, on)


@transaction.atomic
def choose_password(*, link: str, password: str, on: date) -> Person:
    """By a link, once. Raises CannotSave where it does not work, or no longer does."""
    found = links.person_behind(link)
    if found is None or found.user is None:
        raise CannotSave("This link no longer works.")
    User.objects.select_for_update().get(pk=found.user.pk)
    if links.person_behind(link) is None:  # somebody used it in the meantime
        raise CannotSave("This link no longer works.")
    found.user.set_password(password)
    found.user.save(update_fields=["password"])
    _tell("chose a password", found, found, on)
    return found


def _open_user(person: Person, by: Actor) -> User:
    one_at_a_time(person.area_id)
    person.refresh_from_db()
    if person.user is None or not person.user.is_active:
        raise CannotSave(f"{person.name} cannot sign in: it was closed, or never given.")
    if by.handle == person.handle:
        raise CannotSave(
            "This is your own sign-in, which another administrator can close. Your password you change at “Change my "
            "password”, at the foot of each page."
        )
    return person.user


def _without_password(user: User) -> None:
    """Each unusable password is another one: a session and a link made with the one before are void."""
    user.set_unusable_password()
    user.save()


def _username(name: str) -> str:
    """ "Priya Raman" → priya.raman, or priya.raman2 where somebody has that."""
    wanted = slugify(name).replace("-", ".")[:140] or "person"
    taken = set(User.objects.filter(username__istartswith=wanted).values_list("username", flat=True))
    free = (f"{wanted}{number}" for number in range(2, len(taken) + 3))
    return wanted if wanted not in taken else next(each for each in free if each not in taken)


def _tell(what: str, person: Person, by: Actor, on: date) -> None:
    record(what=what, by=by, on=on, area=person.area_id, subject=person.handle)
