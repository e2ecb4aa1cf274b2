"""Every action, chosen, counted and sorted in every way."""

import csv
import io
from datetime import date

import pytest
from django.test import Client

from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.plans import facts, listing
from goldenthread.improve.plans.models import Action, Override
from goldenthread.improve.plans.standing import ActionStanding, of_actions
from tests.factories import people
from tests.factories.big_plan import Size, big_plan
from tests.factories.plans import ON, action, plan, theme

pytestmark = pytest.mark.django_db
LATE = date(2026, 10, 1)


@pytest.fixture
def bob() -> Client:
    return people.signed_in(people.person(Role.BOARD_MEMBER))


@pytest.fixture
def four() -> list[ActionStanding]:
    """Ann leads two of them, one with Bea."""
    ann, bea = (people.person(Role.ACTION_LEAD, name=name) for name in ("Ann", "Bea"))
    action("1.1", "green", lead=ann, body="Council", partners="NHS; Forum", workstream="WS1", due_on=LATE)
    action("1.2", "red", lead=ann, partners="NHS", due_on=date(2026, 12, 1)).shared_with.add(bea)
    action("2.1", "blue", under=theme(number=2), lead_as_written="AB/CD", activity="The review", due_on=None)
    action("2.2", "white", under=theme(number=2))
    return every()


def every() -> list[ActionStanding]:
    return of_actions(plan(), list(plan().themes.all()), ON)


def refs(found: list[ActionStanding]) -> list[str]:
    return [one.action.ref for one in found]


def shared() -> listing.Shared:
    return facts.shared_with(plan())


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, ["1.1", "1.2", "2.1", "2.2"]),
        ({"theme": "2"}, ["2.1", "2.2"]),
        ({"workstream": "WS1"}, ["1.1"]),
        ({"workstream": "none", "theme": "1"}, ["1.2"]),
        ({"body": "Council"}, ["1.1"]),
        ({"lead": "none"}, ["2.2"]),
        ({"partner": "NHS"}, ["1.1", "1.2"]),
        ({"partner": "Forum"}, ["1.1"]),
        ({"due": "2026-12"}, ["1.2"]),
        ({"due": "none"}, ["2.1"]),
        ({"colour": "white"}, ["2.2"]),
        ({"challenged": "no"}, ["1.2", "2.2"]),
        ({"words": "THING 2.1"}, ["2.1"]),
        ({"words": "review", "colour": "blue"}, ["2.1"]),
        ({"words": "Ann"}, []),  # people are chosen by key, so that no name stands in an address
    ],
)
def test_choosing(four: list[ActionStanding], asked: dict[str, str], expected: list[str]) -> None:
    assert refs(listing.chosen(four, asked, shared())) == expected


def test_a_lead_is_chosen_by_a_key_also_where_they_share_the_lead(four: list[ActionStanding]) -> None:
    leads = {option.label: option.value for option in listing.options(four, shared())["lead"]}

    chosen = {name: refs(listing.chosen(four, {"lead": key}, shared())) for name, key in leads.items()}

    assert chosen == {"Ann": ["1.1", "1.2"], "AB/CD": ["2.1"], "Bea": ["1.2"], "No lead named": ["2.2"]}
    assert [name for name in leads.values() if name in ("Ann", "Bea", "AB/CD")] == []


def test_a_challenge_that_somebody_signed_for_is_a_group_of_its_own(four: list[ActionStanding]) -> None:
    Override.objects.create(action=four[0].action, signed_as="Ann", signed_on=ON, until_on=ON, why="It is so.")

    found = every()

    assert refs(listing.chosen(found, {"challenged": "explained"}, {})) == ["1.1"]
    assert refs(listing.chosen(found, {"challenged": "open"}, {})) == ["2.1"]


def test_groups_add_up_and_say_where_they_overlap(four: list[ActionStanding]) -> None:
    by_theme, by_partner = (
        listing.grouped(four, listing.BY_NAME[name], shared(), rag=False) for name in ("theme", "partner")
    )

    assert [(row.option.label, row.counts, row.total) for row in by_theme.rows] == [
        ("1. Theme 1", (1, 0, 1, 0, 0), 2),
        ("2. Theme 2", (0, 0, 0, 1, 1), 2),
    ]
    assert (by_theme.sums, by_theme.total, by_theme.overlaps) == ((1, 0, 1, 1, 1), 4, False)
    assert [(row.option.label, row.total) for row in by_partner.rows] == [
        ("Forum", 1),
        ("NHS", 2),
        ("No organisation named", 2),
    ]
    assert (by_partner.total, by_partner.overlaps) == (4, True)


def test_red_amber_and_green_only_loses_no_action(four: list[ActionStanding]) -> None:
    table = listing.grouped(four, listing.BY_NAME["theme"], {}, rag=True)

    assert ([column.word for column in table.columns], table.sums) == (["Green", "Amber", "Red", "Grey"], (2, 0, 1, 1))


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("plan", ["1.1", "1.2", "2.1", "2.2"]),
        ("-plan", ["2.2", "2.1", "1.2", "1.1"]),
        ("due", ["1.1", "1.2", "2.2", "2.1"]),
        ("-due", ["2.2", "1.2", "1.1", "2.1"]),
        ("colour", ["1.2", "2.2", "1.1", "2.1"]),
        ("lead", ["2.1", "1.1", "1.2", "2.2"]),
        ("nonsense", ["1.1", "1.2", "2.1", "2.2"]),
    ],
)
def test_sorting_puts_what_is_missing_last(four: list[ActionStanding], by: str, expected: list[str]) -> None:
    assert refs(listing.ordered(four, by)) == expected


def test_the_page_shows_what_was_chosen(bob: Client, four: list[ActionStanding]) -> None:
    page = " ".join(bob.get("/plan/actions/", {"theme": "1", "colour": "red"}).content.decode().split())

    assert "1 of 4 actions" in page
    assert "Chosen: theme “1. Theme 1”; reported colour “Red: significant issue”." in page
    assert ("Do the thing of 1.2." in page, "Do the thing of 1.1." in page) == (True, False)


def test_what_the_plan_does_not_have_is_refused_and_the_rest_holds(bob: Client, four: list[ActionStanding]) -> None:
    page = bob.get("/plan/actions/", {"theme": "7", "colour": "red"}).content.decode()

    assert "No action of this plan has what was asked for here. Choose from the list." in page
    assert "1 of 4 actions" in page


def test_fifty_a_page_and_the_selection_goes_along(bob: Client) -> None:
    big_plan(Size(actions=120, months=1), ON)

    first, last = (bob.get("/plan/actions/", {"sort": "-due", "page": page}).content.decode() for page in ("1", "3"))

    assert [
        page.count('<th scope="row" class="govuk-table__header"><a class="govuk-link" href="/plan/actions/')
        for page in (first, last)
    ] == [50, 18]
    assert "?sort=-due&amp;page=2" in first


def test_the_spreadsheet_has_the_whole_selection_and_no_formula(bob: Client, four: list[ActionStanding]) -> None:
    Action.objects.filter(ref="1.2").update(wording="=HYPERLINK(1)")

    answer = bob.get("/plan/actions.csv", {"theme": "1"})

    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert [(row["ref"], row["action"], row["reported"], row["facts_support"]) for row in rows] == [
        ("1.1", "Do the thing of 1.1.", "Green", "Red"),
        ("1.2", "'=HYPERLINK(1)", "Red", "Red"),
    ]
    assert rows[0]["because"] == "It was due on 1 October 2026 and is not complete."
    assert answer["Content-Disposition"] == 'attachment; filename="marlshire-actions-2026-10-31.csv"'


@pytest.mark.parametrize("address", ["/plan/actions/", "/plan/actions.csv"])
@pytest.mark.parametrize("count", [1, 3, 60])
def test_pages_ask_as_often_whatever_the_size(bob: Client, address: str, count: int, django_assert_num_queries) -> None:
    big_plan(Size(actions=count, months=4), ON)

    with django_assert_num_queries(10):
        assert bob.get(address).status_code == 200


@pytest.mark.parametrize("address", ["/plan/actions/", "/plan/history/", "/plan/compare/"])
def test_an_area_without_a_plan_is_told_what_to_do(bob: Client, address: str) -> None:
    assert "no improvement plan here yet" in bob.get(address).content.decode()


@pytest.mark.parametrize("address", ["/plan/actions/", "/plan/actions.csv", "/plan/history/", "/plan/compare/"])
def test_an_administrator_does_not_read_the_plan(address: str) -> None:
    action()

    assert people.signed_in(people.person(Role.ADMINISTRATOR)).get(address).status_code == 403
