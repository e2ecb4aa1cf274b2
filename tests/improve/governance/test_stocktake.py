from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.governance import reads
from goldenthread.improve.governance.models import Expectation, Visit
from goldenthread.improve.governance.together import together
from goldenthread.improve.plans import reads as plans
from goldenthread.improve.plans.models import OutcomeMeasure, Update
from tests.factories import people
from tests.factories.plans import action, plan, theme
from tests.factories.reports import plan_of_107
from tests.factories.scrutiny import ON, expectation, visit

pytestmark = pytest.mark.django_db
LINK = "governance:stocktake"


@pytest.fixture
def ada() -> Client:
    return people.signed_in(people.person(Role.ADVISER, name="Ada Adviser"))


def shown(client: Client) -> str:
    answer = client.get(reverse(LINK))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_what_moved_is_since_the_last_stocktake(ada: Client) -> None:
    moved = action("1.1", "amber", updated_on=ON - timedelta(days=60))
    Update.objects.create(action=moved, on=ON - timedelta(days=5), reported="green", done="More.", by="somebody")
    visit("stocktake", ON - timedelta(days=30))
    visit("stocktake", ON)
    visit("monitoring", ON - timedelta(days=2))

    page = shown(ada)

    assert "compared with the last stocktake," in page
    assert "What moved since 1 October 2026" in page
    assert "1 action reported better, 0 worse." in page
    assert "(Amber to Green)" in page


def test_without_an_earlier_stocktake_the_page_says_so(ada: Client) -> None:
    action("1.1")

    assert "no stocktake is recorded yet: compared with 30 September 2026" in shown(ada)


def test_everything_on_one_page(ada: Client) -> None:
    done = action("1.1", "green", due_on=ON - timedelta(days=9))
    came = visit("stocktake", ON - timedelta(days=30), level="significant", concerns="Waits.")
    came.seen.create(title="The minutes", action=done, said="They are clear.")
    came.commitments.create(
        area=people.area(),
        words="Publish the waits.",
        owner_as_written="The board",
        made_on=came.on,
        due_on=ON - timedelta(days=1),
    )
    expectation("Sign-off", of=done.theme.plan, due_on=ON - timedelta(days=3))
    done.theme.plan.risks.create(title="Therapists leave", likelihood=4, impact=5, owner="Ann", raised_on=ON)

    page = shown(ada)

    assert "1 of 1 actions, 1 of them Green, and" in page
    assert "it was due on 28 October 2026, 3 days ago, and nothing has been recorded." in page
    assert "<strong>Significant concerns</strong>" in page
    assert "1 commitment: 0 kept, 1 overdue." in page
    assert 'Therapists leave</th><td class="govuk-table__cell govuk-table__cell--numeric">20</td>' in page
    assert "They are clear." in page


def test_a_closed_risk_and_another_plans_expectation_are_left_out(ada: Client) -> None:
    held = action("1.1").theme.plan
    held.risks.create(title="Gone", likelihood=1, impact=1, owner="Ann", raised_on=ON, closed_on=ON)
    expectation("Theirs", of=plan(title="Another plan"))

    page = shown(ada)

    assert ["Gone" in page, "Theirs" in page] == [False, False]
    assert "risk</a> is recorded." in page


def test_table_1_adds_up_whatever_the_plan(ada: Client) -> None:
    plan_of_107()

    (themed,) = plans.plans(people.area())
    found = reads.stocktake(people.area(), themed, ON, small_numbers=False)

    assert [row.total for _, row in found.rows] == [17, 24, 10, 9, 11, 19, 11, 6]
    assert found.standing.tally.everything.counts == (49, 30, 6, 17, 5)


def test_an_area_without_a_plan_is_told_what_to_do(ada: Client) -> None:
    assert "has no improvement plan here yet. Bring the one" in shown(ada)


def test_the_other_plans_are_one_press_away(ada: Client) -> None:
    action("1.1")
    other = action("9", under=theme(plan(title="A second plan")))

    page = ada.get(reverse(LINK), {"plan": other.theme.plan_id}).content.decode()

    assert "A second plan · as at 31 October 2026" in page


@pytest.mark.parametrize("role", Role)
def test_who_may_read_it(role: Role) -> None:
    action("1.1")

    answer = people.signed_in(people.person(role)).get(reverse(LINK))

    assert answer.status_code == (200 if role is not Role.ADMINISTRATOR else 403)


@pytest.mark.parametrize("count", [1, 3, 20])
def test_the_page_asks_the_database_as_often_however_much(ada: Client, count: int, django_assert_num_queries) -> None:
    held = theme().plan
    outcome = theme().outcomes.create(ref="1A", sentence="Better.")
    OutcomeMeasure.objects.create(outcome=outcome, indicator="right_help_in_time", families=True)
    for number in range(count):
        done = action(f"1.{number}", "red", lead=people.person())
        done.milestones.create(title="Half way", due_on=ON)
        came = visit("stocktake", ON - timedelta(days=30 + number))
        came.seen.create(title="Minutes", action=done)
        came.commitments.create(area=people.area(), words="Do it.", owner=people.person(), made_on=came.on)
        expectation(f"Visit {number}", of=held, visit=came, result="met", result_on=ON)
        held.risks.create(title="Risk", likelihood=1, impact=1, owner="Ann", raised_on=ON)

    with django_assert_num_queries(14):
        shown(ada)


def test_several_lists_in_one_question_are_the_rows_themselves(django_assert_num_queries) -> None:
    visits = [visit(on=ON - timedelta(days=days), level="none", next_on=ON) for days in (1, 2)]
    expected = [expectation()]

    with django_assert_num_queries(1):
        found = together(Visit.objects.all(), Expectation.objects.all(), Visit.objects.none())

    assert [sorted(rows, key=lambda row: row.pk) for rows in found] == [visits, expected, []]
    assert (found[0][0].next_on, found[1][0].due_on) == (ON, expected[0].due_on)
