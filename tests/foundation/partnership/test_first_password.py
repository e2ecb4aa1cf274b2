"""Anybody with a link chooses a password by it, once; without one nobody learns anything."""

import logging
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.urls import reverse

from goldenthread.config.logs import Discreet
from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.partnership import links, writes
from goldenthread.foundation.partnership.models import Role
from tests.factories import people
from tests.factories.people import TODAY

pytestmark = pytest.mark.django_db
PAGE = reverse("partnership:first_password")
PASSWORD = "four quiet words here"
CHOSEN = {"password": PASSWORD, "again": PASSWORD}
BY = {"by": SYSTEM, "on": TODAY}


@pytest.fixture
def invited():
    person = writes.register_person(area=people.area(), name="Gareth Pryce", **BY)
    writes.give_sign_in(person=person, email="gareth@marlshire.example", **BY)
    return person


@pytest.fixture
def path(invited):
    return links.path_for(invited)


def opened(path):
    client = Client()
    client.get(path)
    return client


def sign_in(login="gareth.pryce"):
    return Client().post(reverse("account_login"), {"login": login, "password": PASSWORD})


def body(answer):
    """The page without what is drawn by lot for each answer."""
    return [line for line in answer.text.splitlines() if "csrfmiddlewaretoken" not in line]


def test_the_link_leads_to_an_address_without_it(path):
    client = Client()

    answer = client.get(path)

    page = client.get(answer["Location"])
    assert (answer.status_code, answer["Location"], page.status_code) == (302, PAGE, 200)
    assert ("Gareth Pryce" in page.text, path.partition("=")[2] in page.text) == (True, False)
    assert "no-store" in page["Cache-Control"]


@pytest.mark.parametrize("login", ["gareth.pryce", "gareth@marlshire.example"])
def test_a_password_is_chosen_and_signs_in_and_its_owner_is_told(path, login):
    answer = opened(path).post(PAGE, CHOSEN)

    assert (answer.status_code, answer["Location"]) == (302, reverse("account_login"))
    assert sign_in(login).status_code == 302
    (sent,) = mail.outbox
    assert (sent.to, PASSWORD in sent.body, "a password was just chosen" in sent.body) == (
        ["gareth@marlshire.example"],
        False,
        True,
    )


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({}, "Choose a password."),
        ({"password": "short words", "again": "short words"}, "at least 12 characters"),
        ({"password": "123456789012345", "again": "123456789012345"}, "entirely numeric"),
        ({"password": "gareth.pryce1", "again": "gareth.pryce1"}, "too similar to the username"),
        ({"password": PASSWORD, "again": PASSWORD + "!"}, "The two are not the same."),
        ({"password": PASSWORD}, "Write the password a second time."),
    ],
)
def test_a_weak_password_is_refused_in_words_and_never_shown_again(path, given, why):
    client = opened(path)

    answer = client.post(PAGE, given)

    assert (answer.status_code, why in answer.text) == (400, True)
    assert [value for value in given.values() if f'value="{value}"' in answer.text] == []
    assert client.post(PAGE, CHOSEN).status_code == 302


def nothing(invited, settings):
    pass


def used(invited, settings):
    writes.choose_password(link=links.path_for(invited).partition("=")[2], password=PASSWORD, on=TODAY)


def expired(invited, settings):
    settings.GOLDENTHREAD_TODAY = (TODAY + timedelta(days=4)).isoformat()


def closed(invited, settings):
    writes.close_sign_in(person=invited, **BY)


def renewed(invited, settings):
    writes.renew_link(person=invited, **BY)


@pytest.mark.parametrize("then", [used, expired, closed, renewed])
def test_a_link_that_no_longer_works_changes_nothing(then, invited, path, settings):
    before, after = opened(path), Client()
    then(invited, settings)
    invited.refresh_from_db()
    held = invited.user.password

    answers = [after.get(path), before.get(PAGE), before.post(PAGE, CHOSEN), after.post(path, CHOSEN)]

    assert ["This link does not work" in answer.text for answer in answers] == [True] * 4
    invited.refresh_from_db()
    assert invited.user.password == held


@pytest.mark.parametrize("then", [used, expired, closed, renewed])
def test_every_link_that_does_not_work_is_answered_alike(then, invited, path, settings):
    stranger = Client().get(PAGE)
    then(invited, settings)

    answers = [Client().get(path), Client().get(f"{PAGE}?link=77777-made-up"), Client().get(f"{PAGE}?link=%00")]

    assert [(answer.status_code, body(answer)) for answer in answers] == [(200, body(stranger))] * 3


def test_a_stranger_leaves_no_session_behind(invited):
    Client().get(f"{PAGE}?link={invited.user.pk}-abc-def")
    Client().post(PAGE, CHOSEN)

    assert Session.objects.count() == 0


def test_whoever_was_signed_in_there_is_not_any_more(path):
    client = people.signed_in(people.person(Role.SERVICE_MANAGER))
    client.get(path)

    client.post(PAGE, CHOSEN)

    assert client.get("/").status_code == 302


def test_choosing_twice_at_once_works_once(path):
    first, second = opened(path), opened(path)

    first.post(PAGE, CHOSEN)
    answer = second.post(PAGE, {"password": "a thief's own words", "again": "a thief's own words"})

    assert ("This link does not work" in answer.text, sign_in().status_code) == (True, 302)


def test_a_password_is_not_chosen_from_another_site(path):
    client = Client(enforce_csrf_checks=True)
    client.get(path)

    assert (client.post(PAGE, CHOSEN).status_code, sign_in().status_code) == (403, 200)


def test_the_link_reaches_no_log_whatever_goes_wrong(path, caplog, settings):
    token = path.partition("=")[2]
    caplog.set_level(logging.INFO)
    Client(enforce_csrf_checks=True).post(path, CHOSEN)
    Client().put(path)
    Client().get(path.replace("/?", "/nowhere/?"))
    Client().get(path, headers={"host": "evil.example"})
    settings.CLOCK = "nowhere.now"
    Client(raise_request_exception=False).get(path)

    written = [
        Discreet("{message}", style="{").format(line) for line in caplog.records if line.name.startswith("django.")
    ]

    assert len([line for line in written if "first-password" in line]) == 4
    assert [line for line in written if token in line] == []
