"""A sign-in is given to somebody who is there; the link to its password works once, and for a time."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.urls import reverse

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.partnership import links, writes
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.foundation.partnership.writes import CannotSave
from tests.factories import people
from tests.factories.people import TODAY

pytestmark = pytest.mark.django_db
BY = {"by": SYSTEM, "on": TODAY}
PASSWORD = "four quiet words here"


def invited(name="Gareth Pryce", email="gareth@marlshire.example"):
    person = writes.register_person(area=people.area(), name=name, **BY)
    writes.give_sign_in(person=person, email=email, **BY)
    return person


def link_of(person):
    return links.path_for(person).partition("?link=")[2]


def choose(link, password=PASSWORD):
    return writes.choose_password(link=link, password=password, on=TODAY)


def said(person):
    return [line.what for line in ledger.lines(subject=person.handle)][::-1]


def test_somebody_named_in_a_plan_stays_the_same_person():
    person = writes.register_person(area=people.area(), name="Gareth Pryce", **BY)

    user = writes.give_sign_in(person=person, email="gareth@marlshire.example", **BY)

    assert (Person.objects.get().user, user.username, user.has_usable_password()) == (user, "gareth.pryce", False)
    assert said(person) == ["registered a person", "gave a sign-in"]


def test_user_names_are_free_ones():
    names = [invited(name, "").user.username for name in ("Zoë Ångström", "Zoe Angstrom", "ZOE ANGSTROM", "李明")]

    assert names == ["zoe.angstrom", "zoe.angstrom2", "zoe.angstrom3", "person"]


def test_a_link_lets_its_person_choose_a_password():
    person = invited()

    chosen = choose(link_of(person))

    assert (chosen, chosen.user.check_password(PASSWORD)) == (person, True)
    line = ledger.lines(subject=person.handle).first()
    assert (line.what, line.by) == ("chose a password", person.handle)


def test_a_link_works_once():
    link = link_of(invited())
    choose(link)

    assert links.person_behind(link) is None
    with pytest.raises(CannotSave, match="no longer works"):
        choose(link, "another four quiet words")


@pytest.mark.parametrize(("days", "works"), [(2, True), (4, False)])
def test_a_link_expires(days, works, settings):
    link = link_of(invited())

    settings.GOLDENTHREAD_TODAY = (TODAY + timedelta(days=days)).isoformat()

    assert (links.person_behind(link) is not None) == works


def renew(person):
    writes.renew_link(person=person, **BY)


def close(person):
    writes.close_sign_in(person=person, **BY)


def open_again(person):
    close(person)
    writes.give_sign_in(person=person, email=person.user.email, **BY)


def write_to_another(person):
    writes.edit_person(
        person=person, name=person.name, post="", organisation=None, email="other@marlshire.example", **BY
    )


@pytest.mark.parametrize("change", [renew, close, open_again, write_to_another])
def test_a_link_dies_with_what_it_was_made_for(change):
    person = invited()
    link = link_of(person)

    change(person)

    assert links.person_behind(link) is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _: "",
        lambda _: "-",
        lambda link: link[:-1],
        lambda link: link + "0",
        lambda link: "9" * 40 + link,
        lambda link: "²" + link,
        lambda link: "0" + link.partition("-")[2],
        lambda link: link.replace("-", "\x00-", 1),
        lambda link: f"{int(link.partition('-')[0]) + 1}-{link.partition('-')[2]}",
    ],
)
def test_a_link_that_was_tampered_with_is_nobodys(spoil):
    person = invited()
    invited("Ann Bell", "ann@marlshire.example")

    assert links.person_behind(spoil(link_of(person))) is None


def test_no_link_touches_a_password_that_is_in_use():
    person = people.person()
    person.user.set_password(PASSWORD)
    person.user.save()

    assert links.person_behind(link_of(person)) is None


@pytest.mark.parametrize("change", [renew, close, open_again])
def test_sessions_and_the_old_password_end_at_once(change):
    person = people.person(Role.IMPROVEMENT_LEAD)
    person.user.set_password(PASSWORD)
    person.user.save()
    client = people.signed_in(person)
    before = client.get("/").status_code

    change(person)

    assert (before, client.get("/").status_code) == (200, 302)
    assert (
        client.post(reverse("account_login"), {"login": person.user.username, "password": PASSWORD}).status_code == 200
    )


def test_a_closed_sign_in_leaves_the_roles_in_the_record():
    person = people.person(Role.ANALYST)

    close(person)

    assert (User.objects.get(pk=person.user.pk).is_active, person.roles.count()) == (False, 1)
    assert said(person) == ["closed a sign-in"]


@pytest.mark.parametrize("change", [close, renew])
def test_what_is_closed_is_neither_closed_again_nor_renewed(change):
    person = invited()
    close(person)

    with pytest.raises(CannotSave, match="cannot sign in"):
        change(person)


def test_a_second_sign_in_is_refused():
    with pytest.raises(CannotSave, match="has a sign-in already"):
        writes.give_sign_in(person=invited(), **BY)


def test_an_address_that_somebody_has_is_refused():
    held, person = invited(), writes.register_person(area=people.area(), name="Ann Bell", **BY)

    with pytest.raises(CannotSave, match="Gareth Pryce signs in with this e-mail address"):
        writes.give_sign_in(person=person, email=held.user.email, **BY)

    assert Person.objects.get(pk=person.pk).user is None


@pytest.mark.parametrize("change", [writes.close_sign_in, writes.renew_link])
def test_nobody_closes_or_renews_their_own(change):
    people.person(Role.ADMINISTRATOR)
    myself = people.person(Role.ADMINISTRATOR)

    with pytest.raises(CannotSave, match="your own sign-in"):
        change(person=myself, by=myself, on=TODAY)


def test_the_last_administrators_sign_in_stays_open():
    with pytest.raises(CannotSave, match="left without an administrator"):
        close(people.person(Role.ADMINISTRATOR))
