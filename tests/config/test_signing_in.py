"""A sign-in is a line of the ledger, and tells when somebody was last here."""

from datetime import date

import pytest
from django.test import Client

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.partnership.models import Role
from tests.factories import people

pytestmark = pytest.mark.django_db


PASSWORD = "a long enough password"


def sign_in(person, password=PASSWORD):
    return Client().post("/sign-in/", {"login": person.user.username, "password": password})


@pytest.fixture
def lead():
    person = people.person(Role.IMPROVEMENT_LEAD)
    person.user.set_password(PASSWORD)
    person.user.save()
    return person


def test_each_sign_in_is_a_line_and_a_refused_one_is_not(lead):
    answers = [sign_in(lead).status_code, sign_in(lead, "a wrong password").status_code]

    assert answers == [302, 200]
    assert [(line.by, line.on, line.area) for line in ledger.lines(what=ledger.SIGNED_IN)] == [
        (lead.handle, people.TODAY, "999")
    ]


def test_last_here_is_the_last_day_before(lead, settings):
    settings.GOLDENTHREAD_TODAY = "2026-10-20"
    sign_in(lead)
    settings.GOLDENTHREAD_TODAY = "2026-10-31"
    sign_in(lead)

    found = [ledger.last_here(lead.handle, day) for day in (date(2026, 10, 20), date(2026, 10, 31), date(2026, 11, 1))]

    assert found == [None, date(2026, 10, 20), people.TODAY]
