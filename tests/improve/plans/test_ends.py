from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.notices.models import Notice
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.plans import reads, writes
from goldenthread.improve.plans.ending import last_day
from goldenthread.improve.plans.models import ImprovementPlan, StatedEnd
from tests.factories import people
from tests.factories.plans import ON, action, plan, theme

pytestmark = pytest.mark.django_db


@pytest.fixture
def who() -> Person:
    return people.person(Role.IMPROVEMENT_LEAD)


@pytest.fixture
def bob(who: Person) -> Client:
    return people.signed_in(who)


def state(who: Person, words: str, source: str = "Report to Cabinet", **more) -> StatedEnd:
    return writes.state_end(plan=plan(), words=words, source=source, by=who, on=ON, **more)


def seen(client: Client) -> str:
    answer = client.get(reverse("plans:ends"))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize(
    ("words", "on"),
    [
        ("complete by September 2027", date(2027, 9, 30)),
        ("on track for autumn 2027", date(2027, 12, 31)),
        ("the end of spring 2027, we hope", date(2027, 3, 31)),
        ("signed off: end October 2027", date(2027, 10, 31)),
        ("by 16/7/2027 at the latest", date(2027, 7, 16)),
        ("from May 2026 until 8 February 2027", date(2027, 2, 8)),
        ("within 12 weeks", None),
        ("when it is done", None),
    ],
)
def test_the_last_day_that_words_allow(words: str, on: date | None) -> None:
    assert last_day(words) == on


def test_an_end_is_stated_with_one_line_in_the_ledger(who: Person) -> None:
    made = state(who, "by March 2027")

    assert made.on == date(2027, 3, 31)
    assert [line.subject for line in ledger.lines(what="end of plan stated")] == [
        f"plan:{plan().pk}/statedend:{made.pk}"
    ]


def test_a_person_may_say_what_the_words_mean(who: Person) -> None:
    assert state(who, "when the DfE says so", means=date(2027, 5, 1)).on == date(2027, 5, 1)


def test_who_keeps_the_plan_is_told_of_another_end(who: Person) -> None:
    keeper = people.person(Role.IMPROVEMENT_LEAD)
    state(who, "by March 2027")
    state(who, "until March 2027")
    before = Notice.objects.count()

    state(who, "by May 2027")

    assert before == 0
    assert list(Notice.objects.values_list("to", "what")) == [
        (keeper.pk, "Another end is stated for A plan: 31 May 2027")
    ]


def test_the_same_words_are_recorded_once_in_a_source(who: Person) -> None:
    state(who, "by March 2027")
    state(who, "by March 2027", source="Minutes")

    with pytest.raises(writes.CannotSave, match="is here already"):
        state(who, "BY March 2027")
    with pytest.raises(writes.CannotSave, match="has not come yet"):
        state(who, "by May 2027", said_on=ON + timedelta(days=1))


def test_one_day_said_twice_is_no_conflict(who: Person) -> None:
    state(who, "by March 2027")
    state(who, "by 31 March 2027")

    found = reads.ends(plan())

    assert (found.conflicting, found.sentence) == (
        False,
        "The end of this plan was stated twice, for one day: 31 March 2027 (twice).",
    )


def test_words_without_a_day_are_kept_and_counted(who: Person) -> None:
    state(who, "until it is signed off")

    found = reads.ends(plan())

    assert (len(found.silent), found.sentence) == (
        1,
        "The end of this plan was stated once, and no day was named.",
    )


def test_the_page_reports_every_end_beside_the_plans_own_and_the_forecast(bob: Client, who: Person) -> None:
    action("1.1", due_on=date(2027, 7, 16))
    ImprovementPlan.objects.update(ends_on=date(2027, 8, 31))
    state(who, "by July 2027")
    state(who, "by October 2027, or until it is signed off")

    page = seen(bob)

    assert "2 different ends are stated" in page
    assert "for 2 different days: 31 July 2027 and 31 October 2027." in page
    assert "and the words allow a later one" in page
    assert "The last action is due" in page
    assert "The plan’s own end" in page
    assert "No forecast yet." in page


def test_an_end_is_recorded_by_its_form(bob: Client) -> None:
    theme()

    answer = bob.post(reverse("plans:state_end"), {"words": "by autumn 2027", "source": "Minutes"}, follow=True)

    assert "Recorded: the words allow 31 December 2027 at the latest." in answer.content.decode()
    assert StatedEnd.objects.get().on == date(2027, 12, 31)


def test_nothing_typed_is_lost_when_something_is_wrong(bob: Client) -> None:
    theme()

    answer = bob.post(reverse("plans:state_end"), {"words": "by autumn 2027", "means-day": "40"})

    page = answer.content.decode()
    assert answer.status_code == 400
    assert "Say where it was said." in page
    assert 'value="by autumn 2027"' in page
    assert 'value="40"' in page


@pytest.mark.parametrize("role", Role)
def test_who_may_read_and_who_may_write(role: Role) -> None:
    theme()
    client = people.signed_in(people.person(role))

    read, write = (client.get(reverse(f"plans:{name}")).status_code for name in ("ends", "state_end"))

    assert read == (403 if role is Role.ADMINISTRATOR else 200)
    assert write == (200 if role in (Role.IMPROVEMENT_LEAD, Role.SERVICE_MANAGER) else 403)


@pytest.mark.parametrize("name", ["forecast", "rests", "risks", "money", "ends"])
def test_an_area_without_a_plan_is_told_what_to_do(bob: Client, name: str) -> None:
    assert "Bring the one that you keep in Word or Excel" in bob.get(reverse(f"plans:{name}")).content.decode()


@pytest.mark.parametrize("name", ["state_end", "add_risk", "add_money"])
def test_without_a_plan_there_is_nothing_to_add_to(bob: Client, name: str) -> None:
    assert bob.get(reverse(f"plans:{name}")).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_as_often_however_many(
    bob: Client, who: Person, count: int, django_assert_max_num_queries
) -> None:
    for n in range(count):
        action(f"1.{n}")
        state(who, f"by {n + 1} March 2027")

    with django_assert_max_num_queries(13):
        seen(bob)
