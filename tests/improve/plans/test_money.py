from datetime import timedelta
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.plans import reads, writes
from goldenthread.improve.plans.models import Funding
from tests.factories import people
from tests.factories.plan_register import funding
from tests.factories.plans import HEADINGS, ON, action, plan, theme, workbook
from tests.improve.plans.demo import commit

pytestmark = pytest.mark.django_db
TYPED = {"title": "Posts", "source": "Base budget", "pounds_a_year": "£675,000", "years": "2", "first_year": "2026-27"}


@pytest.fixture
def who() -> Person:
    return people.person(Role.IMPROVEMENT_LEAD)


@pytest.fixture
def bob(who: Person) -> Client:
    return people.signed_in(who)


def spending():
    return reads.spending(plan(), ON)


def promised(who: Person, **more) -> Funding:
    given = {"title": "Posts", "source": "Base budget", "pounds_a_year": 150_000, "years": 3, "first_year": "2025-26"}
    return writes.promise_money(plan=plan(), by=who, on=ON, **{**given, **more})


def seen(client: Client) -> str:
    answer = client.get(reverse("plans:money"))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_money_names_its_actions_and_has_one_line_in_the_ledger(who: Person) -> None:
    one = action("1.1")

    made = promised(who, actions=[one])

    assert (made.pays_for, list(made.actions.all())) == ("1.1", [one])
    assert [line.subject for line in ledger.lines(what="money promised")] == [f"plan:{plan().pk}/funding:{made.pk}"]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"years": 0}, "one or more"),
        ({"posts": Decimal(2), "posts_filled": Decimal(3)}, "3 posts cannot be filled of 2"),
        ({"posts_filled": Decimal(3)}, "how many posts there are"),
    ],
)
def test_what_cannot_be_promised_says_why(who: Person, more, said: str) -> None:
    with pytest.raises(writes.CannotSave, match=said):
        promised(who, **more)


def test_the_same_money_is_not_promised_twice(who: Person) -> None:
    promised(who)

    with pytest.raises(writes.CannotSave, match="add it there, so that it is not counted twice"):
        promised(who, title="POSTS")


def test_another_plans_actions_are_not_paid_for(who: Person) -> None:
    with pytest.raises(writes.CannotSave, match="of its own plan only"):
        promised(who, actions=[action("9", under=theme(plan(title="Another")))])


def test_an_account_stands_beside_and_changes_no_sum(who: Person) -> None:
    made = funding(pounds_a_year=675_000, years=1)
    before = spending().total

    writes.add_account(funding=made, pounds=600_000, posts=Decimal(17), source="Minutes", by=who, on=ON)

    found = spending()
    assert (before, found.total, found.least, found.most) == (675_000, 675_000, 600_000, 675_000)
    assert found.commitments[0].differences == ("Minutes: £600,000, which is not the £675,000 counted here.",)


def test_an_account_is_given_once_in_a_source_and_not_in_the_future(who: Person) -> None:
    made = funding()
    writes.add_account(funding=made, pounds=5, source="Minutes", by=who, on=ON)

    with pytest.raises(writes.CannotSave, match="is here already"):
        writes.add_account(funding=made, pounds=6, source="minutes", by=who, on=ON)
    with pytest.raises(writes.CannotSave, match="has not come yet"):
        writes.add_account(funding=made, pounds=6, source="Later", said_on=ON + timedelta(days=1), by=who, on=ON)


def test_years_add_up_and_what_names_no_year_is_said() -> None:
    funding("One", pounds_a_year=100, years=2, first_year="2025-26")
    funding("Two", pounds_a_year=10, years=2, first_year="2026-27")
    funding("Three", pounds_a_year=1, years=1, first_year="soon")

    found = spending()

    assert found.years == (("2025-26", 100), ("2026-27", 110), ("2027-28", 10))
    assert (found.total, found.unplaced) == (221, 1)


def test_posts_that_nobody_counted_are_not_none() -> None:
    funding("One", posts=Decimal(5), posts_filled=Decimal("3.5"))
    funding("Two", posts=Decimal(10))

    found = spending()

    assert (found.posts, found.posts_told, found.posts_filled, found.posts_unsaid) == (15, 5, Decimal("3.5"), 1)


def test_actions_that_no_money_names() -> None:
    paid, unpaid = action("1.1"), action("1.2")
    funding(pays_for="1.1, 9.9").actions.add(paid)

    found = spending()

    assert (found.without, found.commitments[0].unknown) == ((unpaid,), ("9.9",))
    assert found.share_without == "50.0 % (1 of 2 actions)"


def test_a_file_ties_money_to_the_actions_that_it_names(who: Person) -> None:
    money = [["Title", "Funding source", "Pounds a year", "Years", "First year", "Pays for"]]
    rows = [[ref, "Do it.", "Ann", "31/03/2027", "Green", ""] for ref in ("1.1", "1.2")]
    content = workbook(
        {"Plan": [HEADINGS, *rows], "Money": [*money, ["Posts", "Base", 150000, 3, "2025-26", "1.2; 7.7"]]}
    )

    commit(content, who)
    commit(content, who)

    made = Funding.objects.get()
    assert list(made.actions.values_list("ref", flat=True)) == ["1.2"]
    assert reads.spending(made.plan, ON).commitments[0].unknown == ("7.7",)


def test_money_an_account_and_posts_by_their_forms(bob: Client) -> None:
    action("1.1")

    bob.post(reverse("plans:add_money"), {**TYPED, "posts": "17", "actions": "1.1"})
    made = Funding.objects.get()
    bob.post(reverse("plans:add_account", args=[made.pk]), {"source": "Minutes", "pounds": "600000", "posts": "15"})
    bob.post(reverse("plans:posts", args=[made.pk]), {"posts": "17", "posts_filled": "12.5"})

    page = seen(bob)
    assert "£1,350,000 in 1 commitment, each counted once." in page
    assert "Taking the lowest account of each it is £1,200,000, taking the highest £1,350,000." in page
    assert "12.5 of 17" in page
    assert (
        "Minutes: £600,000, which is neither the £675,000 a year counted here nor its £675,000 × 2 = £1,350,000."
        in page
    )


@pytest.mark.parametrize("name", ["add_money", "add_account", "posts"])
def test_nothing_typed_is_lost_when_something_is_wrong(bob: Client, name: str) -> None:
    made = funding()
    theme()

    answer = bob.post(
        reverse(f"plans:{name}", args=[] if name == "add_money" else [made.pk]),
        {**TYPED, "pounds": "lots", "pounds_a_year": "lots", "posts": "some"},
    )

    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Give a number of posts, such as 17 or 2.5." in page
    assert 'value="some"' in page


@pytest.mark.parametrize("role", Role)
def test_who_may_read_and_who_may_write(role: Role) -> None:
    made, client = funding(), people.signed_in(people.person(role))
    theme()

    read = client.get(reverse("plans:money")).status_code
    written = (("add_money", []), ("add_account", [made.pk]), ("posts", [made.pk]))
    write = {client.get(reverse(f"plans:{name}", args=keys)).status_code for name, keys in written}

    assert read == (403 if role is Role.ADMINISTRATOR else 200)
    assert write == ({200} if role in (Role.IMPROVEMENT_LEAD, Role.SERVICE_MANAGER) else {403})


@pytest.mark.parametrize("name", ["add_account", "posts"])
def test_another_areas_money_is_not_found(name: str) -> None:
    made = funding()
    elsewhere = people.signed_in(people.person(Role.IMPROVEMENT_LEAD, in_area=people.area("998")))

    assert elsewhere.get(reverse(f"plans:{name}", args=[made.pk])).status_code == 404


def test_a_plan_without_money_is_told_what_to_do(bob: Client) -> None:
    action()

    assert "No money is named for this plan." in seen(bob)


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_as_often_however_many(bob: Client, count: int, django_assert_max_num_queries) -> None:
    for n in range(count):
        made = funding(f"Money {n}")
        made.actions.add(action(f"1.{n}"))
        made.accounts.create(pounds=5, source="Minutes")

    with django_assert_max_num_queries(12):
        seen(bob)
