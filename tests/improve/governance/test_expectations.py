from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.notices.models import Notice
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.governance import writes
from goldenthread.improve.governance.models import Expectation
from goldenthread.improve.governance.seen import seen
from goldenthread.improve.plans.models import ImprovementPlan
from goldenthread.rules.expectations import Step
from tests.factories import people
from tests.factories.plans import plan, theme
from tests.factories.scrutiny import ON, expectation, visit

pytestmark = pytest.mark.django_db
DUE = date(2026, 11, 30)
STEPS = {"unmet": "Significant concerns", "met": "No significant concerns"}
TYPED = {"title": "Fourth visit", "due_on-day": "30", "due_on-month": "9", "due_on-year": "2027", **STEPS}


@pytest.fixture
def lead() -> Person:
    return people.person(Role.IMPROVEMENT_LEAD, name="Bob Keeper")


@pytest.fixture
def bob(lead: Person) -> Client:
    return people.signed_in(lead)


def listed(client: Client) -> str:
    return " ".join(client.get(reverse("governance:expectations")).content.decode().split())


def test_an_outcome_is_expected_with_one_line_in_the_ledger(lead: Person) -> None:
    made = writes.expect(
        plan=plan(), title="Sign-off", due_on=DUE, due_as_written="End November 2026", by=lead, on=ON, **STEPS
    )

    assert (made.met, made.exceeded, made.result) == ("No significant concerns", "", "")
    assert [(line.by, line.subject) for line in ledger.lines(what="expectation recorded")] == [
        (lead.handle, f"expectation:{made.pk}")
    ]


def test_it_is_expected_once_and_with_two_steps_at_least(lead: Person) -> None:
    expectation("Sign-off")

    with pytest.raises(writes.CannotSave, match="expects “Sign-off” already"):
        writes.expect(plan=plan(), title="Sign-off", due_on=DUE, by=lead, on=ON, **STEPS)
    with pytest.raises(writes.CannotSave, match="at least two of the steps"):
        writes.expect(plan=plan(), title="Another", due_on=DUE, by=lead, on=ON, met="Signed off")


def test_nobody_moves_the_goal_after_the_result(lead: Person) -> None:
    made = expectation(result="met", result_on=ON)

    with pytest.raises(writes.CannotSave, match="recorded on 31 October 2026, so what was expected stays"):
        writes.change_expectation(expectation=made, title="Third visit", due_on=DUE, by=lead, on=ON, **STEPS)


def test_a_title_that_is_taken_cannot_be_given_to_another(lead: Person) -> None:
    expectation("Sign-off")

    with pytest.raises(writes.CannotSave, match="expects “Sign-off” already"):
        writes.change_expectation(expectation=expectation(), title="Sign-off", due_on=DUE, by=lead, on=ON, **STEPS)


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"step": Step.SIGNIFICANTLY_EXCEEDED}, "“Significantly exceeded” is not defined"),
        ({"because": " "}, "Say what shows it"),
        ({"result_on": ON + timedelta(days=1)}, "recorded once it is known"),
    ],
)
def test_a_result_that_may_not_be_recorded(lead: Person, given, sentence: str) -> None:
    made = expectation()

    with pytest.raises(writes.CannotSave, match=sentence):
        writes.record_result(
            **{"expectation": made, "step": Step.MET, "because": "The letter.", **given}, by=lead, on=ON
        )


def test_a_result_is_found_on_a_visit_to_this_area(lead: Person) -> None:
    made, came = expectation(), visit()

    writes.record_result(expectation=made, step=Step.MET, because="The letter.", visit=came, by=lead, on=ON)

    made.refresh_from_db()
    assert (made.result, made.result_on, made.visit) == ("met", ON, came)
    with pytest.raises(writes.CannotSave, match="a visit to this area"):
        writes.record_result(
            expectation=made, step=Step.MET, because="So.", visit=visit(in_area=people.area("998")), by=lead, on=ON
        )


def test_the_chair_hears_of_a_result(lead: Person) -> None:
    chair = people.person(Role.BOARD_CHAIR)

    writes.record_result(expectation=expectation(), step=Step.UNMET, because="The letter.", by=lead, on=ON)

    assert [notice.what for notice in Notice.objects.filter(to=chair)] == ["Unmet: Third visit"]


def test_the_table_has_every_step_and_how_each_stands(bob: Client) -> None:
    expectation("Third visit")
    expectation("Sign-off", due_on=ON - timedelta(days=3), due_as_written="End October 2026")
    expectation("Second visit", result="exceeded", result_on=ON, result_because="The letter raises none.")

    page = listed(bob)

    assert "<strong>Not yet due</strong>: 30 November 2026, in 30 days." in page
    assert "it was due on 28 October 2026, 3 days ago, and nothing has been recorded." in page
    assert "<strong>Exceeded</strong>, recorded on 31 October 2026: No concerns.<br>The letter raises none." in page
    assert "“End October 2026”" in page
    assert "“–”: nobody defined it, so it cannot be the result." in page


def test_a_reform_plan_has_names_of_its_own_and_says_which_are_not_verified(bob: Client) -> None:
    reform = ImprovementPlan.objects.create(area=people.area(), title="Reform", kind="lsrp")
    expectation("High needs capital", of=reform)

    page = listed(bob)

    assert ["Requirements not met</th>" in page, "Exceeds requirements</th>" in page] == [True, True]
    assert "The names of the two steps between are ours and are not verified." in page


def test_without_a_plan_and_without_expectations_the_page_says_what_to_do(bob: Client) -> None:
    without_plan = listed(bob)
    theme()
    with_plan = listed(bob)

    assert "There is no improvement plan here yet." in without_plan
    assert "Nothing is expected by a day yet. Say beforehand" in with_plan


def test_expected_changed_and_found_by_their_forms(bob: Client) -> None:
    theme()
    bob.post(reverse("governance:add_expectation"), TYPED)
    made = Expectation.objects.get()
    bob.post(
        reverse("governance:edit_expectation", args=[made.pk]), {**TYPED, "exceeded": "No concerns", "seen": seen(made)}
    )
    choices = bob.get(reverse("governance:expectation_result", args=[made.pk])).content.decode()
    bob.post(
        reverse("governance:expectation_result", args=[made.pk]), {"step": "exceeded", "because": "The letter says so."}
    )

    made.refresh_from_db()
    assert (made.exceeded, made.result, made.result_on) == ("No concerns", "exceeded", ON)
    assert ('value="exceeded"' in choices, 'value="significantly"' in choices) == (True, False)


def test_with_no_plan_there_is_nothing_to_expect(bob: Client) -> None:
    assert bob.get(reverse("governance:add_expectation")).status_code == 302


def test_of_several_plans_the_one_that_was_chosen(bob: Client) -> None:
    theme()
    other = theme(plan(title="A second plan")).plan

    bob.post(f"{reverse('governance:add_expectation')}?plan={other.pk}", TYPED)

    assert Expectation.objects.get().plan == other
    assert "Add what is expected of “A second plan”" in listed(bob)


def test_the_second_of_two_to_change_it_is_told(bob: Client, lead: Person) -> None:
    made = expectation()
    stamp = seen(made)
    writes.change_expectation(expectation=made, title="The third", due_on=DUE, by=lead, on=ON, **STEPS)

    answer = bob.post(reverse("governance:edit_expectation", args=[made.pk]), {**TYPED, "seen": stamp})

    assert answer.status_code == 400
    page = answer.content.decode()
    assert ["Somebody else has changed this outcome" in page, "The third" in page] == [True, True]


def test_a_result_needs_a_reason(bob: Client) -> None:
    made = expectation()

    answer = bob.post(reverse("governance:expectation_result", args=[made.pk]), {"step": "met"})

    assert (answer.status_code, Expectation.objects.get().result) == (400, "")
    assert "Say what shows it, in a sentence." in answer.content.decode()


KEEPERS = {Role.IMPROVEMENT_LEAD, Role.SERVICE_MANAGER, Role.BOARD_CHAIR}


@pytest.mark.parametrize("role", Role)
def test_who_may_do_what(role: Role) -> None:
    theme()
    made, client = expectation(), people.signed_in(people.person(role))

    answers = [
        client.get(reverse(f"governance:{page}", args=keys)).status_code
        for page, keys in (
            ("expectations", []),
            ("add_expectation", []),
            ("edit_expectation", [made.pk]),
            ("expectation_result", [made.pk]),
        )
    ]

    read = 200 if role is not Role.ADMINISTRATOR else 403
    keep, find = (200 if role in allowed else 403 for allowed in (KEEPERS, KEEPERS | {Role.ADVISER}))
    assert answers == [read, keep, keep, find]


@pytest.mark.parametrize("page", ["edit_expectation", "expectation_result"])
def test_another_areas_is_not_found(bob: Client, page: str) -> None:
    made = expectation(of=plan(people.area("998"), "Theirs"))

    assert bob.get(reverse(f"governance:{page}", args=[made.pk])).status_code == 404


@pytest.mark.parametrize("count", [1, 3, 20])
def test_the_page_asks_the_database_as_often_however_many(bob: Client, count: int, django_assert_num_queries) -> None:
    theme()
    for number in range(count):
        expectation(f"Visit {number}", result="met", result_on=ON, visit=visit(on=ON - timedelta(days=number)))

    with django_assert_num_queries(6):
        listed(bob)
