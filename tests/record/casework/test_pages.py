"""The waiting list and one child's case, in a browser."""

import uuid
from datetime import date

import pytest
from django.urls import reverse

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.partnership.models import Role
from goldenthread.record.casework import reads
from tests.factories import people
from tests.factories.casework import a_child, a_plan, a_request

pytestmark = pytest.mark.django_db
WHY = "The family asked"
LIST = reverse("casework:index")


def case_of(child):
    return reverse("casework:case", args=[child.public_id])


@pytest.mark.parametrize(
    ("role", "listed", "opened"),
    [
        (Role.CASEWORKER, 200, 200),
        (Role.SERVICE_MANAGER, 200, 200),
        (Role.IMPROVEMENT_LEAD, 200, 403),
        (Role.BOARD_MEMBER, 403, 403),
        (Role.SCRUTINY_MEMBER, 403, 403),
        (Role.ANALYST, 403, 403),
        (Role.PARENT_FORUM, 403, 403),
        (Role.ADMINISTRATOR, 403, 403),
    ],
)
def test_each_role_sees_what_it_may(role, listed, opened):
    child = a_child()
    browser = people.signed_in(people.person(role))

    assert (browser.get(LIST).status_code, browser.get(case_of(child)).status_code) == (listed, opened)


@pytest.mark.parametrize(("role", "sees"), [(Role.CASEWORKER, True), (Role.IMPROVEMENT_LEAD, False)])
def test_the_list_names_children_only_to_those_who_may_see_names(role, sees):
    request = a_request(a_child(surname="Quillfeather"))

    page = people.signed_in(people.person(role)).get(LIST).text

    assert ("Quillfeather" in page, str(request.child.public_id) in page) == (sees, sees)
    assert "Decide whether to assess — due Monday 2 November 2026 (in 2 days)" in page


def test_a_case_opens_once_a_reason_is_given_and_every_look_is_recorded():
    child = a_plan(a_child(surname="Quillfeather")).request.child
    who = people.person(Role.CASEWORKER, name="Sam Invented")
    browser = people.signed_in(who)

    asked = browser.get(case_of(child))
    shown = browser.post(case_of(child), {"why": WHY}, follow=True)
    browser.get(case_of(child))

    assert ("Quillfeather" in asked.text, "Quillfeather" in shown.text) == (False, True)
    assert "Sam Invented" in shown.text
    assert [(look.by, look.why) for look in ledger.looks_at(reads.subject(child))] == [(who.handle, WHY)] * 2


def test_a_reason_is_needed_and_must_be_one_of_those_offered():
    child = a_child()

    answer = people.signed_in(people.person(Role.CASEWORKER)).post(case_of(child), {"why": "Curious"})

    assert answer.status_code == 400
    assert list(ledger.looks_at(reads.subject(child))) == []


@pytest.mark.parametrize("method", ["get", "post"])
def test_another_areas_child_is_not_found_and_neither_is_nobody(method):
    browser = people.signed_in(people.person(Role.CASEWORKER))
    elsewhere = case_of(a_child(people.area("885")))
    nobody = reverse("casework:case", args=[uuid.uuid4()])

    assert [getattr(browser, method)(page, {"why": WHY}).status_code for page in (elsewhere, nobody)] == [404, 404]


@pytest.mark.parametrize("rows", [1, 3])
def test_the_list_asks_as_many_questions_for_three_children_as_for_one(rows, django_assert_num_queries):
    for number in range(rows):
        a_request(received_on=date(2026, 9, 1 + number))
    browser = people.signed_in(people.person(Role.CASEWORKER))

    with django_assert_num_queries(8):
        browser.get(LIST)


def test_the_list_is_paged():
    for number in range(26):
        a_request(received_on=date(2026, 9, 1 + number % 28))
    browser = people.signed_in(people.person(Role.IMPROVEMENT_LEAD))

    first, second = browser.get(LIST).text, browser.get(LIST, {"page": 2}).text

    assert (first.count('<th scope="row"'), second.count('<th scope="row"')) == (25, 1)


def test_an_empty_list_says_how_to_begin():
    assert "No request is open." in people.signed_in(people.person(Role.CASEWORKER)).get(LIST).text
