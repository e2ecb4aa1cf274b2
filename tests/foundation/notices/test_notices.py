"""Somebody is told: on the page at once, by e-mail at their own pace, and never of what they did themselves."""

from datetime import date

import pytest
from django.core import mail

from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.notices import reads, writes
from goldenthread.foundation.notices.models import Pace
from goldenthread.foundation.partnership.models import Role
from tests.factories import people

pytestmark = pytest.mark.django_db
SATURDAY, MONDAY = people.TODAY, date(2026, 11, 2)


def told(*to, by=SYSTEM, what="Action 1.1 is challenged", why="It is late.", on=SATURDAY):
    return writes.tell(to=to, what=what, why=why, href="/plan/actions/1/", by=by, on=on)


def lead(pace: Pace | None = None):
    person = people.person(Role.ACTION_LEAD)
    if pace:
        writes.choose_pace(person=person, pace=pace, on=SATURDAY)
    return person


def sent() -> list[tuple[list[str], str]]:
    return [(one.to, one.subject) for one in mail.outbox]


def test_each_is_told_once_and_nobody_of_what_they_did_themselves():
    one, other = lead(), lead()

    made = told(one, other, one, None, by=other)

    assert [notice.to for notice in made] == [one]
    assert list(reads.told(other)) == []


def test_a_digest_holds_everything_that_waits_and_is_sent_once():
    person = lead()
    told(person)
    told(person, what="Words of action 1.1 changed")

    first = writes.send_digests(area=people.area(), on=SATURDAY)
    again = writes.send_digests(area=people.area(), on=SATURDAY)

    assert (first, again) == ((1, 0), (0, 0))
    assert sent() == [([person.user.email], "Goldenthread: 2 changes for you to see")]
    assert [line for line in mail.outbox[0].body.splitlines() if line.startswith("* ")] == [
        "* Action 1.1 is challenged",
        "* Words of action 1.1 changed",
    ]
    assert "http://localhost:8000/plan/actions/1/" in mail.outbox[0].body.split()


@pytest.mark.parametrize(("pace", "saturday", "monday"), [(Pace.DAILY, 1, 0), (Pace.WEEKLY, 0, 1), (Pace.NEVER, 0, 0)])
def test_each_is_sent_at_their_own_pace(pace, saturday, monday):
    told(lead(pace))

    found = [writes.send_digests(area=people.area(), on=day) for day in (SATURDAY, MONDAY)]

    assert found == [(saturday, 0), (monday, 0)]


def test_at_once_is_sent_when_the_change_is_saved(django_capture_on_commit_callbacks, settings):
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    hasty, patient = lead(Pace.AT_ONCE), lead()

    with django_capture_on_commit_callbacks(execute=True):
        told(hasty, patient)

    assert sent() == [([hasty.user.email], "Goldenthread: 1 change for you to see")]
    assert list(reads.waiting(hasty)) == []


def test_what_a_mail_server_refuses_keeps_waiting_and_others_get_theirs(monkeypatch):
    unlucky, lucky = lead(), lead()
    told(unlucky, lucky)
    send = writes.send_waiting

    def refusing(*, person, on):
        if person == unlucky:
            raise ConnectionRefusedError
        return send(person=person, on=on)

    monkeypatch.setattr(writes, "send_waiting", refusing)

    assert writes.send_digests(area=people.area(), on=SATURDAY) == (1, 1)
    assert [one.what for one in reads.waiting(unlucky)] == ["Action 1.1 is challenged"]


def test_without_an_address_it_stays_on_the_page():
    person = lead()
    person.user.email = ""
    person.user.save()
    told(person)

    assert writes.send_digests(area=people.area(), on=SATURDAY) == (0, 0)
    assert [one.sent_on for one in reads.told(person)] == [None]


def test_another_areas_people_are_not_in_this_areas_digest():
    told(people.person(Role.ACTION_LEAD, in_area=people.area("885")))

    assert writes.send_digests(area=people.area(), on=SATURDAY) == (0, 0)


def test_the_page_shows_ones_own_and_keeps_the_choice(client):
    person = lead()
    told(person)
    told(lead(), what="Not for you")
    page = people.signed_in(person)

    shown = page.get("/told/").content.decode()
    answer = page.post("/told/", {"pace": "weekly"})

    assert ("Action 1.1 is challenged" in shown, "Not for you" in shown) == (True, False)
    assert (answer.status_code, reads.pace_of(person)) == (302, Pace.WEEKLY)


def test_a_choice_that_is_none_is_asked_again():
    page = people.signed_in(lead())

    answer = page.post("/told/", {"pace": "hourly"})

    assert answer.status_code == 400


@pytest.mark.parametrize("count", [1, 3, 60])
def test_the_page_asks_the_database_as_often_however_many_notices(count, django_assert_num_queries):
    person = lead()
    for _ in range(count):
        told(person)
    page = people.signed_in(person)

    with django_assert_num_queries(8):
        page.get("/told/")


def test_a_digest_of_many_people_asks_a_bounded_number_of_questions_each(django_assert_max_num_queries):
    for _ in range(3):
        told(lead())

    with django_assert_max_num_queries(3 + 3 * 5):
        writes.send_digests(area=people.area(), on=SATURDAY)
