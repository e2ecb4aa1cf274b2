from datetime import timedelta

import pytest
from django.urls import reverse

from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.plans import reads
from goldenthread.improve.plans.models import Action, Dependency
from goldenthread.improve.plans.reads import Rests
from tests.factories import people
from tests.factories.plans import ON, action, plan, theme

pytestmark = pytest.mark.django_db
BRIGHTWELL = "Brightwell Learning"


def waits(made: Action, *needs: Action) -> Action:
    for other in needs:
        Dependency.objects.create(action=made, needs=other)
    return made


def found() -> Rests:
    return reads.rests(plan(), list(plan().themes.all()), ON)


def test_a_late_action_holds_up_all_that_waits_for_it_in_the_end() -> None:
    outcome = theme(number=2).outcomes.create(ref="2A", sentence="Better.")
    late = action("1.1", "red", due_on=ON - timedelta(days=61))
    middle = waits(action("1.2", due_on=ON + timedelta(days=48)), late)
    waits(action("2.1", under=theme(number=2), outcome=outcome), middle)

    first, second = found().holdings

    assert [one.action.ref for one in first.waiting] == ["1.2", "2.1"]
    assert (first.late, first.themes, first.outcomes, first.spare) == (61, 2, 1, 48)
    assert [one.action.ref for one in second.waiting] == ["2.1"]


def test_dates_that_cannot_both_be_kept_have_less_than_nothing_to_spare() -> None:
    waits(action("1.2", due_on=ON + timedelta(days=10)), action("1.1", due_on=ON + timedelta(days=30)))

    assert [(one.spare, one.short) for one in found().holdings] == [(-20, 20)]


def test_what_is_complete_holds_up_nothing() -> None:
    waits(action("1.2"), action("1.1", "blue"))

    assert (found().holdings, found().chains, found().pairs) == ((), (), ())


def test_a_ring_that_a_file_brought_is_named() -> None:
    one, other = action("1.1"), action("1.2")
    waits(one, other)
    waits(other, one)

    assert [[each.action.ref for each in ring] for ring in found().cycles] == [["1.1", "1.2"]]


def test_the_share_on_a_partner_has_its_numerator_and_denominator() -> None:
    for n in range(33):
        action(f"1.{n}", partners=f"{BRIGHTWELL}; Marlshire County Council")
    for n in range(74):
        action(f"2.{n}", partners="Marlshire County Council")
    people.organisation()

    council, brightwell = found().partners

    assert (brightwell.name, brightwell.share, brightwell.heavy) == (BRIGHTWELL, "31 % (33 of 107 actions)", True)
    assert (council.share, council.leads, council.heavy) == ("100 % (107 of 107 actions)", True, False)


def test_an_action_counts_once_for_a_name_in_both_columns() -> None:
    action("1.1", "red", partners=f"{BRIGHTWELL};  brightwell  learning", body="BRIGHTWELL LEARNING")
    action("1.2", due_on=ON - timedelta(days=1), body=BRIGHTWELL)
    action("1.3")

    (only,) = found().partners

    assert (only.name, len(only.actions), only.red, only.challenged, found().unnamed) == (BRIGHTWELL, 2, 1, 1, 1)


@pytest.mark.parametrize(("named", "heavy"), [(1, False), (2, True)])
def test_a_quarter_is_not_yet_too_much(named: int, heavy: bool) -> None:
    for n in range(4):
        action(f"1.{n}", partners=BRIGHTWELL if n < named else "")

    assert found().partners[0].heavy is heavy


@pytest.fixture
def bob():
    return people.signed_in(people.person(Role.IMPROVEMENT_LEAD))


def page_of(client) -> str:
    answer = client.get(reverse("plans:rests"))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_page_warns_draws_and_lists(bob) -> None:
    waits(action("1.2"), action("1.1", "red", partners=BRIGHTWELL))

    page = page_of(bob)

    assert "More than 25 % of the plan rests on Brightwell Learning" in page
    assert "50 % (1 of 2 actions) rest on Brightwell Learning; 1 of them is unfinished." in page
    assert "Unfinished actions that wait for each other: 2 actions, 1 waits." in page


def test_too_many_to_draw_are_left_to_the_table(bob) -> None:
    first = action("1.0")
    for n in range(1, 42):
        waits(action(f"1.{n}"), first)

    page = page_of(bob)

    assert "There are too many to draw legibly, so here is the table alone." in page
    assert 'class="chart"' not in page


def test_a_plan_without_waits_or_partners_is_told_what_to_do(bob) -> None:
    action()

    page = page_of(bob)

    assert "No unfinished action is said to wait for another." in page
    assert "No action names an organisation that it rests on." in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_as_often_however_many_actions(bob, count: int, django_assert_max_num_queries) -> None:
    for n in range(count):
        waits(action(f"1.{n}", partners=BRIGHTWELL), action(f"2.{n}", under=theme(number=n + 2)))

    with django_assert_max_num_queries(13):
        page_of(bob)
