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


def family_page_of(child):
    return reverse("casework:standing", args=[child.public_id])


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


def opened(child, role=Role.CASEWORKER):
    """A browser in which the reason for looking at this child's file has been given."""
    browser = people.signed_in(people.person(role, name="Sam Invented"))
    browser.post(case_of(child), {"why": WHY})
    return browser


def test_the_family_page_says_what_was_asked_when_things_are_due_and_whom_to_ask():
    child = a_request(a_child(surname="Quillfeather"), date(2026, 9, 21), source="1").child

    text = opened(child).get(family_page_of(child)).text

    assert "For Robin Quillfeather and family, on 31 October 2026." in text
    assert "The next thing it must do: decide whether to assess." in text
    assert "By 2 November 2026: Decide whether to assess" in text
    assert "There are 2 days left." in text
    assert "Six weeks from the request" in text
    assert f"Sam Invented, Marlshire County Council. Say that your case is {child.reference}." in text


def test_the_family_page_says_plainly_that_a_day_has_passed():
    child = a_request(received_on=date(2026, 9, 1)).child

    assert "This day has passed, 18 days ago, and it is not done." in opened(child).get(family_page_of(child)).text


def test_the_family_page_of_a_plan_says_so():
    child = a_plan().request.child

    text = opened(child).get(family_page_of(child)).text

    assert "There is an education, health and care plan, issued on 20 May 2025." in text


def test_the_family_page_is_a_look_and_asks_for_the_reason_first():
    child = a_child()
    browser = people.signed_in(people.person(Role.CASEWORKER))

    sent = browser.get(family_page_of(child))
    browser.post(case_of(child), {"why": WHY})
    browser.get(family_page_of(child))

    assert (sent.status_code, sent["Location"]) == (302, case_of(child))
    assert [look.why for look in ledger.looks_at(reads.subject(child))] == [WHY]


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.CASEWORKER, Role.SERVICE_MANAGER)])
def test_the_family_page_is_for_those_who_may_see_names(role):
    assert people.signed_in(people.person(role)).get(family_page_of(a_child())).status_code == 403


@pytest.mark.parametrize("page", [case_of, family_page_of])
def test_nothing_personal_is_in_an_address_a_title_an_error_or_a_log(page, caplog):
    mine = a_child(surname="Quillfeather", forename="Zebedee")
    elsewhere = a_child(people.area("885"), surname="Quillfeather", forename="Zebedee")
    browser = opened(mine)

    shown = browser.get(page(mine))
    missed = browser.get(page(elsewhere))
    refused = people.signed_in(people.person(Role.BOARD_MEMBER)).get(page(mine))

    title = shown.text.partition("</title>")[0]
    told = [page(mine), title, missed.text, refused.text, caplog.text, str(mine)]
    assert (missed.status_code, refused.status_code) == (404, 403)
    assert not any(word in each for each in told for word in ("Quillfeather", "Zebedee", mine.upn))
