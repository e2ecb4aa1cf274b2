"""The first page says what needs whoever looks, by role; and an empty list says what to do."""

from datetime import timedelta

import pytest

from goldenthread.foundation.ledger.reads import SIGNED_IN, SYSTEM
from goldenthread.foundation.ledger.writes import record
from goldenthread.foundation.notices.writes import tell
from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.governance.models import Body, Meeting
from goldenthread.improve.plans.writes import ask_for_signature, sign_override, take_stock
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
    assert list(found) == ["Next meetings", "Papers", "Challenged", "What changed"]


def test_somebody_without_a_role_is_told_whom_to_ask():
    assert "Ask an administrator" in home().text


@pytest.mark.parametrize("count", [1, 3])
def test_the_number_of_questions_does_not_grow(count, django_assert_num_queries):
    for number in range(count):
        plans.action(f"1.{number}", due_on=people.TODAY - timedelta(days=1))
    browser = people.signed_in(people.person(Role.IMPROVEMENT_LEAD))

    with django_assert_num_queries(17):
        browser.get("/")


def test_a_lead_of_actions_is_shown_what_they_owe_first():
    lead = people.person(Role.ACTION_LEAD)
    plans.action("1.1", lead=lead, updated_on=people.TODAY - timedelta(days=40))
    plans.action("1.2", updated_on=people.TODAY - timedelta(days=40))

    found = needs(people.signed_in(lead).get("/"))

    assert (next(iter(found)), found["What you owe"]) == ("What you owe", (1, ["1.1 Do the thing of 1.1."]))


def test_the_chair_is_shown_what_waits_for_a_signature():
    made = plans.action("1.1", due_on=people.TODAY - timedelta(days=1))
    take_stock(plan=made.theme.plan, by=SYSTEM, on=people.TODAY)
    asker = people.person(Role.ACTION_LEAD)
    until = people.TODAY + timedelta(days=30)
    ask_for_signature(about=made, why="The letter came on Monday.", until=until, by=asker, on=people.TODAY)

    assert needs(home(Role.BOARD_CHAIR))["To sign"] == (1, ["The letter came on Monday."])


def test_what_was_told_since_somebody_was_last_here_is_shown_and_no_more():
    person = people.person(Role.ACTION_LEAD)
    record(what=SIGNED_IN, by=person, on=people.TODAY - timedelta(days=7), area="999", subject=person.handle)
    for days, what in ((9, "Old news"), (3, "New news")):
        tell(to=[person], what=what, href="/plan/", by=SYSTEM, on=people.TODAY - timedelta(days=days))

    found = needs(people.signed_in(person).get("/"))

    assert found["Since you were last here, on 24 October 2026"] == (1, ["New news"])


def test_decisions_that_nobody_has_promised_wait_for_whoever_keeps_meetings():
    board = Body.objects.create(area=people.area(), name="Board")
    held = Meeting.objects.create(body=board, on=people.TODAY, state=Meeting.State.HELD)
    held.decisions.create(number=1, words="Ask families of under-fives.")

    assert needs(home(Role.IMPROVEMENT_LEAD))["Decisions waiting"] == (1, ["Ask families of under-fives."])


@pytest.mark.parametrize("role", Role)
def test_nobody_sees_an_empty_page(role):
    shown = home(role).context["needs"]

    assert [need.title for need in shown if not (need.lines or need.empty)] == []
    assert shown != []
