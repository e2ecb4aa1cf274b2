"""The frame of every page, its errors, and signing in and out."""

import logging

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

from goldenthread.config.logs import Discreet
from goldenthread.foundation.partnership.models import Role
from tests.factories import people

pytestmark = pytest.mark.django_db
PASSWORD = "three words of mine"


@pytest.fixture(autouse=True)
def _nobody_has_tried_yet() -> None:
    cache.clear()


def with_password() -> User:
    user = people.person(Role.BOARD_MEMBER).user
    user.set_password(PASSWORD)
    user.save()
    return user


def sign_in(browser: Client, name: str, password: str):
    return browser.post("/sign-in/", {"login": name, "password": password})


@pytest.mark.parametrize("by", ["username", "email"])
def test_signing_in_by_name_or_address(by: str) -> None:
    user = with_password()

    answer = sign_in(Client(), getattr(user, by), PASSWORD)

    assert (answer.status_code, answer["Location"]) == (302, "/")


def test_a_wrong_password_leads_to_the_box_and_not_to_the_name() -> None:
    answer = sign_in(Client(), with_password().username, "wrong")

    page = answer.content.decode()
    assert ("There is a problem" in page, 'href="#id_login"' in page, "<title>Error: Sign in" in page) == (True,) * 3


def test_an_empty_box_is_named_in_the_summary() -> None:
    page = sign_in(Client(), "", "").content.decode()

    assert page.count("User name or e-mail address: an answer is needed.") == 2  # above, and at the box


def test_after_five_wrong_passwords_even_the_right_one_waits() -> None:
    user, browser = with_password(), Client()
    for _ in range(5):
        sign_in(browser, user.username, "wrong")

    answer = sign_in(browser, user.username, PASSWORD)

    assert (answer.status_code, "Too many" in answer.content.decode()) == (200, True)


def test_signing_out() -> None:
    browser = people.signed_in(people.person(Role.BOARD_MEMBER))

    browser.post("/sign-out/")

    assert browser.get("/work/").status_code == 302


def test_nobody_can_make_an_account_or_reset_a_password_from_outside() -> None:
    addresses = ["/sign-up/", "/accounts/signup/", "/accounts/password/reset/", "/password/reset/"]

    assert [Client().get(address).status_code for address in addresses] == [404] * 4


def test_a_page_names_the_area_the_person_and_the_demonstration() -> None:
    person = people.person(Role.BOARD_MEMBER, name="Priya Nair")

    page = people.signed_in(person).get("/work/").content.decode()

    words = ["Marlshire", "Priya Nair", "Nobody here is real", "31 October 2026", "Skip to main content"]
    assert [each in page for each in words] == [True] * 5


def test_a_real_area_carries_no_demonstration_banner() -> None:
    page = people.signed_in(people.person(in_area=people.area("885"))).get("/work/").content.decode()

    assert ["Worcestershire" in page, "Demonstration" in page] == [True, False]


def test_no_page_needs_inline_script_or_style() -> None:
    answer = people.signed_in(people.person()).get("/work/")

    assert "default-src 'self'" in answer["Content-Security-Policy"]
    assert ["style=" in answer.content.decode(), "<script>" in answer.content.decode()] == [False, False]


def test_an_account_that_belongs_to_nobody_is_refused_but_can_sign_out() -> None:
    browser = Client()
    browser.force_login(User.objects.create(username="nobody"))

    answers = [
        browser.get("/work/").status_code,
        browser.get("/sources/").status_code,
        browser.post("/sign-out/").status_code,
    ]

    assert answers == [403, 200, 302]


@pytest.mark.parametrize(
    ("address", "status", "heading"),
    [("/nothing/", 404, "Page not found"), ("/work/x/", 404, "Page not found")],
)
def test_errors_say_what_to_do(address: str, status: int, heading: str) -> None:
    answer = people.signed_in(people.person()).get(address)

    assert (answer.status_code, heading in answer.content.decode(), address in answer.content.decode()) == (
        status,
        True,
        False,
    )


def test_a_refusal_of_a_stale_page_says_so() -> None:
    answer = Client(enforce_csrf_checks=True).post("/sign-in/", {})

    assert (answer.status_code, "Your page was open for too long" in answer.content.decode()) == (403, True)


def test_a_fault_is_logged_without_its_words() -> None:
    words = "Amelia Example, born 4 March 2012"
    try:
        raise ValueError(words)
    except ValueError as fault:
        record = logging.LogRecord(
            "x", logging.ERROR, __file__, 1, "Fault", None, (ValueError, fault, fault.__traceback__)
        )

    written = Discreet("{message}", style="{").format(record)

    assert ["Amelia" in written, "ValueError (its words are not logged)" in written] == [False, True]
