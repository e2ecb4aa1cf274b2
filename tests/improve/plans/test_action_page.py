"""An action's own page: what was promised, by whom, what was done, what is next, and how it came to be as it is."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.plans.models import Action, Ended, Evidence, Funding, Remedy, Risk, Succession
from tests.factories import people
from tests.factories.plans import ON, action, plan

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
CHANGES = ("reword", "edit_action", "split", "merge", "withdraw", "depends", "add_milestone", "remedy")


@pytest.fixture
def ann() -> Person:
    return people.person(Role.ACTION_LEAD, name="Ann Bell")


@pytest.fixture
def keeper() -> Client:
    return people.signed_in(people.person(Role.IMPROVEMENT_LEAD, name="Bob Keeper"))


def seen(client: Client, made: Action) -> str:
    answer = client.get(reverse("plans:action", args=[made.pk]))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def follows(later: Action, earlier: Action, kind: Ended = Ended.SPLIT) -> None:
    Succession.objects.create(
        earlier=earlier,
        later=later,
        kind=kind,
        on=ON - 9 * DAY,
        asked_by="The board",
        meeting="the October board",
        why="It was two things.",
    )


def test_who_shares_it_and_which_body_answers_for_it(ann: Person, keeper: Client) -> None:
    made = action(lead=ann, body="Children’s Trust")
    made.shared_with.add(people.person(name="Cal Reed"))

    page = seen(keeper, made)

    assert ("Cal Reed" in page, "Children’s Trust" in page) == (True, True)


def test_what_is_next_and_which_help_is_needed_stand_at_the_top(keeper: Client) -> None:
    made = action()
    made.updates.update(next_step="Ask the schools.", help_needed="A room.")

    page = seen(keeper, made)

    assert "<strong>Next:</strong> Ask the schools." in page
    assert "<strong>Help needed:</strong> A room." in page


def test_where_it_came_from_and_what_it_became(keeper: Client) -> None:
    earlier = action("1.1", ended_on=ON - 9 * DAY, ended_because="split")
    later = action("1.1a")
    follows(later, earlier)

    born, gone = seen(keeper, later), seen(keeper, earlier)

    why = "Asked by The board at the October board: It was two things."
    link = f'Split from <a class="govuk-link" href="{reverse("plans:action", args=[earlier.pk])}">1.1</a>'
    assert link in born
    assert "Split into others on 22 October 2026: no longer in the plan" in gone
    assert (why in born, why in gone) == (True, True)


def test_an_ended_action_is_read_and_not_changed(keeper: Client) -> None:
    made = action(due_on=ON - DAY, ended_on=ON, ended_because="withdrawn")

    page = seen(keeper, made)

    addresses = [reverse(f"plans:{name}", args=[made.pk]) for name in (*CHANGES, "report", "sign", "offer_evidence")]
    assert [address for address in addresses if f'href="{address}"' in page] == []


def test_the_money_that_pays_for_it_and_its_risks(keeper: Client) -> None:
    made = action()
    money = Funding.objects.create(plan=plan(), title="Two psychologists", source="DSG", pounds_a_year=150_000, years=3)
    risk = Risk.objects.create(plan=plan(), title="Nobody applies", likelihood=4, impact=3, owner="Ann", raised_on=ON)
    closed = Risk.objects.create(
        plan=plan(), title="It rains", likelihood=1, impact=1, owner="Ann", raised_on=ON, closed_on=ON
    )
    for one in (money, risk, closed):
        one.actions.add(made)

    page = seen(keeper, made)

    assert ("£150,000 a year" in page, "scored 12 of 25" in page, "It rains" in page) == (True, True, False)


def test_the_row_of_the_file_is_kept(keeper: Client) -> None:
    page = seen(keeper, action(as_written={"Timescale": "Sept 18 / ongoing"}))

    assert "Sept 18 / ongoing" in page


def test_each_is_offered_the_changes_that_they_may_make(ann: Person, keeper: Client) -> None:
    made = action(lead=ann)

    offers = [
        [name for name in CHANGES if f'href="{reverse(f"plans:{name}", args=[made.pk])}"' in seen(client, made)]
        for client in (keeper, people.signed_in(ann), people.signed_in(people.person(Role.SCRUTINY_MEMBER)))
    ]

    assert offers == [list(CHANGES), ["remedy"], []]


def test_a_chair_approves_the_newest_date_that_nobody_has_approved(ann: Person, keeper: Client) -> None:
    made = action(colour="red", lead=ann)
    old = Remedy.objects.create(action=made, wording="Ask.", owner="Ann", due_on=ON + DAY)
    new = Remedy.objects.create(action=made, wording="Ask again.", owner="Ann", due_on=ON + 30 * DAY)
    chair = people.signed_in(people.person(Role.BOARD_CHAIR))

    pages = [seen(client, made) for client in (chair, keeper)]
    new.approved_by, new.approved_on = "The chair", ON
    new.save()

    asked = [
        [reverse("plans:approve", args=[one.pk]) in page for one in (old, new)] for page in (*pages, seen(chair, made))
    ]
    assert asked == [[False, True], [False, False], [False, False]]


@pytest.mark.parametrize("count", [1, 3, 40])
def test_the_page_asks_the_database_as_often_however_much_hangs_on_it(
    ann: Person, keeper: Client, count: int, django_assert_max_num_queries
) -> None:
    """With every kind of thing, so that none is asked for one by one."""
    made = action("1.1", "blue", lead=ann, verified_by=ann, verified_on=ON, due_on=ON - DAY)
    for number in range(count):
        _hang(made, number, people.person())

    with django_assert_max_num_queries(14):
        seen(keeper, made)


def _hang(made: Action, number: int, who: Person) -> None:
    made.updates.create(on=ON, reported="green", done="More.", by=who.handle)
    made.shared_with.add(who)
    made.milestones.create(title=f"Step {number}", due_on=ON)
    made.amendments.create(before="a", after="b", asked_by="Ann", on=ON)
    Remedy.objects.create(action=made, wording="Ask.", owner="Ann", due_on=ON + DAY)
    Evidence.objects.create(action=made, title="A letter", captured_on=ON, accepted_by=who, accepted_on=ON)
    made.depends_on.create(needs=action(f"0.{number}", "red"))
    made.holds_up.create(action=action(f"9.{number}"))
    follows(made, action(f"5.{number}"))
    Risk.objects.create(
        plan=plan(), title=f"Risk {number}", likelihood=1, impact=1, owner="Ann", raised_on=ON
    ).actions.add(made)
    Funding.objects.create(plan=plan(), title="Money", source="DSG", pounds_a_year=1).actions.add(made)
