"""Since when a colour is challenged, on every page that shows it; and how each challenge was answered."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from goldenthread.foundation.ledger.reads import SYSTEM
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.plans import challenging, writes
from goldenthread.improve.plans.models import Action, Challenge
from goldenthread.rules.honesty.colours import Colour
from tests.factories import challenges, people
from tests.factories.challenges import LATER
from tests.factories.plans import ON, action, plan, theme

pytestmark = pytest.mark.django_db
THIRD = date(2026, 10, 3)


@pytest.fixture
def bob() -> Person:
    return people.person(Role.IMPROVEMENT_LEAD, name="Bob Keeper")


@pytest.fixture
def late() -> Action:
    """Green since long before it was due; nobody has updated it since."""
    return action(due_on=date(2026, 10, 1), updated_on=date(2026, 9, 20), under=theme(reported="white"))


def seen(who: Person, name: str, *keys: int, **asked: object) -> str:
    answer = people.signed_in(who).get(reverse(f"plans:{name}", args=keys), asked)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def stock(on: date) -> None:
    writes.take_stock(plan=plan(), by=SYSTEM, on=on)


@pytest.mark.parametrize("page", ["challenges", "action"])
def test_since_when(late: Action, bob: Person, page: str) -> None:
    keys = [late.pk] if page == "action" else []
    before = seen(bob, page, *keys)
    stock(THIRD)

    after = seen(bob, page, *keys)

    assert "Challenged, as seen today." in before
    assert "Challenged since <strong>3 October 2026</strong>, 28 days." in after


def test_reading_a_page_writes_nothing(late: Action, bob: Person) -> None:
    for page in ("challenges", "challenge_records", "explanations"):
        seen(bob, page)

    assert Challenge.objects.count() == 0


def test_a_themes_page_shows_since_when_too(bob: Person) -> None:
    claims = theme(number=2)
    stock(THIRD)

    assert "Challenged since <strong>3 October 2026</strong>, 28 days." in seen(bob, "theme", claims.pk)


def test_an_outcome_is_reported_and_signed_for_on_its_themes_page(bob: Person) -> None:
    made = challenges.outcome(reported="")
    client, until = people.signed_in(bob), {"until-day": "30", "until-month": "11", "until-year": "2026"}

    silent = seen(bob, "theme", made.theme_id)
    client.post(reverse("plans:report_outcome", args=[made.pk]), {"colour": "green"})
    challenged = seen(bob, "theme", made.theme_id)
    listed = seen(bob, "challenges")
    chair = people.signed_in(people.person(Role.BOARD_CHAIR, name="Cora Chair"))
    chair.post(reverse("plans:sign_outcome", args=[made.pk]), {"why": "The figures come on Monday.", **until})
    signed = seen(bob, "theme", made.theme_id)

    assert "Nobody reports on the outcome itself." in silent
    assert "Reported Green. The facts support Amber.</p>" in challenged
    assert "Outcomes: 1" in listed
    assert "<strong>Cora Chair</strong> explained on 31 October 2026: The figures come on Monday." in signed


def test_an_outcomes_report_chooses_a_colour(bob: Person) -> None:
    made = challenges.outcome(reported="")

    answer = people.signed_in(bob).post(reverse("plans:report_outcome", args=[made.pk]), {})

    assert answer.status_code == 400
    assert "Choose how this outcome stands." in answer.content.decode()


KEEPERS = {Role.IMPROVEMENT_LEAD, Role.SERVICE_MANAGER}
SIGNERS = {*KEEPERS, Role.BOARD_CHAIR, Role.BOARD_MEMBER}


@pytest.mark.parametrize("role", Role)
def test_who_may_report_and_sign_for_an_outcome_and_read_the_record(role: Role) -> None:
    made = challenges.outcome()
    client = people.signed_in(people.person(role))

    names = ("report_outcome", "explain_outcome", "sign_outcome")
    answers = [client.get(reverse(f"plans:{name}", args=[made.pk])).status_code for name in names]
    record = client.get(reverse("plans:challenge_records")).status_code

    keeps, signs = (200 if role in roles else 403 for roles in (KEEPERS, SIGNERS))
    assert (answers, record) == ([keeps, keeps, signs], 403 if role is Role.ADMINISTRATOR else 200)


@pytest.mark.parametrize("name", ["report_outcome", "explain_outcome", "sign_outcome"])
def test_another_areas_outcome_is_not_found(name: str) -> None:
    made = challenges.outcome()
    elsewhere = people.signed_in(people.person(Role.IMPROVEMENT_LEAD, in_area=people.area("998")))

    assert elsewhere.get(reverse(f"plans:{name}", args=[made.pk])).status_code == 404


def test_the_record_says_how_by_whom_and_how_long(late: Action, bob: Person) -> None:
    carol = people.person(Role.BOARD_CHAIR, name="Carol Chair")
    other = action("1.2", due_on=date(2026, 10, 1), updated_on=date(2026, 9, 20))
    action("1.3", due_on=date(2026, 10, 1), updated_on=date(2026, 9, 20))
    stock(THIRD)
    remedy = writes.RemedyGiven("Ask.", "Ann", LATER)
    writes.report_progress(action=late, colour=Colour.RED, done="Late.", by=bob, on=date(2026, 10, 10), remedy=remedy)
    writes.sign_override(about=other, why="It is so.", until=LATER, by=carol, on=date(2026, 10, 13))

    page = seen(bob, "challenge_records")

    assert (
        "Half of the 2 answered challenges took 8.5 days or less: the median of 2, out of 3 raised so far. 1 is open."
        in page
    )
    assert "10 October 2026<br>The report was changed: Bob Keeper." in page
    assert "Somebody explained and signed: Carol Chair, until 30 November 2026. “It is so.”" in page
    assert "It was due on 1 October 2026 and is not complete." in page
    assert '<td class="govuk-table__cell govuk-table__cell--numeric">28</td>' in page


def test_one_answered_challenge_is_spoken_of_as_one(late: Action, bob: Person) -> None:
    stock(THIRD)
    Challenge.objects.update(answered_on=THIRD + timedelta(days=1), answer="facts")

    page = seen(bob, "challenge_records")

    assert "The one answered challenge took 1 day, out of 1 raised so far. None is open." in page


@pytest.mark.parametrize(
    ("which", "days"),
    [
        ("", [date(2026, 10, 4), THIRD]),
        ("open", [date(2026, 10, 4)]),
        ("answered", [THIRD]),
        ("else", [date(2026, 10, 4), THIRD]),
    ],
)
def test_the_record_is_filtered(late: Action, which: str, days: list[date]) -> None:
    stock(THIRD)
    Challenge.objects.update(answered_on=THIRD, answer="facts")
    stock(date(2026, 10, 4))

    assert [row.raised_on for row in challenging.record(plan(), which)] == days


def test_an_empty_record_says_what_will_stand_there(bob: Person) -> None:
    action(under=theme(reported="white"))

    page = seen(bob, "challenge_records")

    assert "it is kept here from the day it is seen until the day it is answered" in page


@pytest.mark.parametrize("count", [1, 3, 120])
def test_pages_ask_as_often_however_many_challenges(count: int, bob: Person, django_assert_max_num_queries) -> None:
    for number in range(count):
        challenges.overdue(f"1.{number}", lead=bob)
    stock(ON)
    client = people.signed_in(bob)

    with django_assert_max_num_queries(10):
        record = client.get(reverse("plans:challenge_records")).content.decode()
    with django_assert_max_num_queries(15):
        listed = client.get(reverse("plans:challenges")).content.decode()

    assert (record.count("<tr") - 1, listed.count('id="action-')) == (min(count + 1, 50), min(count, 50))


def test_later_pages_keep_the_filter(bob: Person) -> None:
    for number in range(60):
        challenges.overdue(f"1.{number}")
    stock(ON)

    page = seen(bob, "challenge_records", which="open")

    assert 'href="?which=open&amp;page=2"' in page
