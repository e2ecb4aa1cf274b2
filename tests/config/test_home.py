"""The first page says what needs whoever looks, by role; and an empty list says what to do."""

from datetime import timedelta

import pytest

from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.plans.writes import sign_override
from tests.factories import casework, people, plans

pytestmark = pytest.mark.django_db


def home(*roles):
    return people.signed_in(people.person(*roles)).get("/")


def needs(answer):
    return {need.title: (need.total, [line.text for line in need.lines]) for need in answer.context["needs"]}


def test_a_lead_is_shown_challenges_and_updates_owed_before_all_else():
    plans.action("1.1", due_on=people.TODAY - timedelta(days=1))
    plans.action("1.2", updated_on=people.TODAY - timedelta(days=40))
    plans.action("1.3")

    found = needs(home(Role.IMPROVEMENT_LEAD))

    late, silent = "1.1 Do the thing of 1.1.", "1.2 Do the thing of 1.2."
    # Theme 1 is challenged too: it is reported Green and names no measure at all.
    assert found["Challenged"] == (3, ["Theme 1. Theme 1", late, silent])
    assert found["Updates owed"] == (1, [silent])


def test_a_challenge_that_somebody_has_explained_and_signed_is_not_on_the_first_page():
    made = plans.action("1.1", due_on=people.TODAY - timedelta(days=1))
    who = people.person(Role.IMPROVEMENT_LEAD)
    until = people.TODAY + timedelta(days=30)

    sign_override(about=made.theme, why="The measure is named in May.", until=until, by=who, on=people.TODAY)

    assert needs(people.signed_in(who).get("/"))["Challenged"] == (1, ["1.1 Do the thing of 1.1."])


def test_without_a_plan_the_lead_is_told_how_to_begin():
    answer = home(Role.IMPROVEMENT_LEAD)

    assert "There is no improvement plan yet." in answer.text
    assert needs(answer)["Challenged"] == (0, [])


def test_a_caseworker_is_shown_what_is_late_with_the_law_that_makes_it_so():
    casework.a_request(received_on=people.TODAY - timedelta(days=50))

    answer = home(Role.CASEWORKER)

    assert needs(answer)["Late"][0] == 1
    assert "Six weeks from the request received on 11 September 2026" in answer.text


def test_a_member_of_scrutiny_is_shown_no_child():
    casework.a_request(received_on=people.TODAY - timedelta(days=50))

    found = needs(home(Role.SCRUTINY_MEMBER))

    assert "Late" not in found
    assert list(found) == ["Papers", "Challenged"]


def test_somebody_without_a_role_is_told_whom_to_ask():
    assert "Ask an administrator" in home().text


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_questions_does_not_grow(count, django_assert_num_queries):
    for number in range(count):
        plans.action(f"1.{number}", due_on=people.TODAY - timedelta(days=1))
    browser = people.signed_in(people.person(Role.IMPROVEMENT_LEAD))

    with django_assert_num_queries(14):
        browser.get("/")
