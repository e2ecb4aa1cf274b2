"""Roles have days; nobody gives one to themselves; an administrator remains."""

from datetime import date, timedelta

import pytest

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.partnership import writes
from goldenthread.foundation.partnership.models import Role, RoleHeld
from goldenthread.foundation.partnership.permissions import roles_of
from goldenthread.foundation.partnership.writes import CannotSave
from tests.factories import people
from tests.factories.people import TODAY

pytestmark = pytest.mark.django_db
A_DAY = timedelta(days=1)
CHRISTMAS = date(2026, 12, 25)


def appoint(person, role=Role.ANALYST, by=SYSTEM, **days):
    return writes.appoint(person=person, role=role, by=by, on=TODAY, **days)


def end(held, by=SYSTEM, **given):
    writes.end_appointment(held=held, by=by, on=TODAY, **given)


def the(person, role):
    return RoleHeld.objects.get(person=person, role=role)


def test_a_role_is_held_from_its_first_day_to_its_last():
    person = people.person()

    appoint(person, from_on=TODAY + A_DAY, until=CHRISTMAS)

    days = (TODAY, TODAY + A_DAY, CHRISTMAS, CHRISTMAS + A_DAY)
    assert [bool(roles_of(person, day)) for day in days] == [False, True, True, False]


@pytest.mark.parametrize(
    ("days", "why"),
    [
        ({"from_on": TODAY - A_DAY}, "begins today or later"),
        ({"from_on": CHRISTMAS, "until": TODAY}, "last day is before the first"),
    ],
)
def test_days_that_make_no_sense_are_refused(days, why):
    with pytest.raises(CannotSave, match=why):
        appoint(people.person(), **days)


@pytest.mark.parametrize(
    ("first", "last"), [(TODAY, CHRISTMAS), (CHRISTMAS, None), (TODAY, None), (CHRISTMAS, CHRISTMAS + A_DAY)]
)
def test_a_role_is_not_held_twice_on_a_day(first, last):
    person = people.person()
    appoint(person, from_on=CHRISTMAS, until=CHRISTMAS + A_DAY)

    with pytest.raises(CannotSave, match="already Data analyst from 25 December 2026 until 26 December 2026"):
        appoint(person, from_on=first, until=last)


def test_a_role_may_be_held_again_from_the_day_after():
    person = people.person()
    appoint(person, until=CHRISTMAS)

    appoint(person, from_on=CHRISTMAS + A_DAY)

    assert roles_of(person, CHRISTMAS + 2 * A_DAY) == {Role.ANALYST}


@pytest.mark.parametrize("role", Role)
def test_nobody_gives_a_role_to_themselves(role):
    administrator = people.person(Role.ADMINISTRATOR)

    with pytest.raises(CannotSave, match="Nobody gives a role to themselves"):
        appoint(administrator, role, by=administrator)


def test_a_role_ends_at_once_or_after_a_day_and_the_ledger_says_which():
    person = people.person(Role.ANALYST, Role.VERIFIER)

    end(the(person, Role.ANALYST))
    end(the(person, Role.VERIFIER), last_on=CHRISTMAS, why="moves on")

    held = [roles_of(person, day) for day in (TODAY - A_DAY, TODAY, CHRISTMAS, CHRISTMAS + A_DAY)]
    assert held == [{Role.ANALYST, Role.VERIFIER}, {Role.VERIFIER}, {Role.VERIFIER}, frozenset()]
    assert [(line.what, line.detail, line.why) for line in ledger.lines(subject=person.handle)] == [
        ("ended a role", {"role": "verifier", "until": "2026-12-25"}, "moves on"),
        ("ended a role", {"role": "analyst", "until": "2026-10-30"}, ""),
    ]


def test_an_appointment_that_has_not_begun_is_taken_back():
    person = people.person()
    held = appoint(person, from_on=CHRISTMAS)

    end(held)

    assert not person.roles.exists()
    with pytest.raises(CannotSave, match="has ended already"):
        end(held)


@pytest.mark.parametrize(
    ("last_on", "why"),
    [
        (TODAY - A_DAY, "The last day has passed"),
        (CHRISTMAS, "ends on 25 December 2026 as it is"),
        (CHRISTMAS + A_DAY, "appoint them again"),
    ],
)
def test_an_end_is_brought_forward_only(last_on, why):
    held = appoint(people.person(), until=CHRISTMAS)

    with pytest.raises(CannotSave, match=why):
        end(held, last_on=last_on)


def test_a_role_is_not_ended_twice():
    person = people.person(Role.ANALYST)
    held = the(person, Role.ANALYST)
    end(held)

    with pytest.raises(CannotSave, match="has ended already"):
        end(held)


def an_administrator(**changes):
    """Somebody who is one, and of whom something is different."""
    person = people.person(Role.ADMINISTRATOR)
    for name, value in changes.items():
        setattr(person.user, name, value)
    person.user.save()
    return person


@pytest.mark.parametrize(
    "other",
    [
        lambda: None,
        lambda: an_administrator(is_active=False),
        lambda: an_administrator(password="!no password is chosen"),
        lambda: appoint(people.person(), Role.ADMINISTRATOR, until=CHRISTMAS),
        lambda: appoint(people.person(), Role.ADMINISTRATOR, from_on=CHRISTMAS),
        lambda: people.person(Role.ADMINISTRATOR, in_area=people.area("885")),
    ],
    ids=["nobody", "closed", "never signed in", "ends", "has not begun", "elsewhere"],
)
def test_the_last_administrator_stays_one(other):
    administrator = people.person(Role.ADMINISTRATOR)
    other()

    with pytest.raises(CannotSave, match="Marlshire would be left without an administrator"):
        end(the(administrator, Role.ADMINISTRATOR), by=administrator)

    assert roles_of(administrator, TODAY) == {Role.ADMINISTRATOR}


def test_an_administrator_may_go_where_another_remains():
    administrator = people.person(Role.ADMINISTRATOR)
    people.person(Role.ADMINISTRATOR)

    end(the(administrator, Role.ADMINISTRATOR), by=administrator)

    assert roles_of(administrator, TODAY) == frozenset()
