from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.governance.models import Meeting
from tests.factories import meetings, people, plans
from tests.factories.meetings import ON

pytestmark = pytest.mark.django_db
PAGES = ("index", "chair", "map", "body", "meeting", "commitments", "commitment")
KEPT = (
    "add_body", "edit_body", "add_seat", "end_seat", "add_line", "plan_meeting", "edit_meeting", "add_item", "attend",
    "held", "agree_minutes", "minute", "table_paper", "decide", "promise", "commit", "end_commitment", "offer_proof",
)  # fmt: skip
READERS = {role for role in Role if role is not Role.ADMINISTRATOR}
KEEPERS = {Role.IMPROVEMENT_LEAD, Role.SERVICE_MANAGER, Role.BOARD_CHAIR}
VERIFIERS = KEEPERS | {Role.VERIFIER, Role.BOARD_MEMBER}


class Things:
    """One of each."""

    def __init__(self) -> None:
        self.body = meetings.body()
        self.seat = meetings.seat(self.body)
        self.meeting = meetings.meeting(self.body)
        self.item = meetings.item(self.meeting)
        self.decision = meetings.decision(self.meeting)
        self.commitment = meetings.commitment(meeting=self.meeting)
        self.proof = meetings.proof(self.commitment)

    def address(self, page: str) -> str:
        keys = {
            **dict.fromkeys(("index", "chair", "map", "commitments", "add_body")),
            **dict.fromkeys(("body", "edit_body", "add_seat", "add_line", "plan_meeting"), self.body),
            "end_seat": self.seat,
            **dict.fromkeys(("minute", "table_paper"), self.item),
            "commit": self.decision,
            **dict.fromkeys(("commitment", "end_commitment", "offer_proof"), self.commitment),
            "proof": self.proof,
        }
        thing = keys.get(page, self.meeting)
        return reverse(f"governance:{page}", args=[thing.pk] if thing else [])


@pytest.fixture
def things() -> Things:
    return Things()


@pytest.fixture
def bob() -> Client:
    return people.signed_in(people.person(Role.IMPROVEMENT_LEAD, name="Bob Keeper"))


def seen(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize("role", Role)
def test_who_may_read(things: Things, role: Role) -> None:
    client = people.signed_in(people.person(role))

    answers = {page: client.get(things.address(page)).status_code for page in PAGES}

    assert answers == dict.fromkeys(PAGES, 200 if role in READERS else 403)


@pytest.mark.parametrize("role", Role)
def test_who_may_keep_meetings(things: Things, role: Role) -> None:
    client = people.signed_in(people.person(role))

    opened = {page: client.get(things.address(page)).status_code for page in KEPT}
    sent = {page: client.post(things.address(page)).status_code for page in KEPT}

    assert opened == dict.fromkeys(KEPT, 200 if role in KEEPERS else 403)
    wrong = {page: 302 if page == "attend" else 400 for page in KEPT}  # that nobody came is an answer too
    assert sent == (wrong if role in KEEPERS else dict.fromkeys(KEPT, 403))


@pytest.mark.parametrize("role", Role)
def test_who_may_look_at_proof(things: Things, role: Role) -> None:
    client = people.signed_in(people.person(role))

    assert client.get(things.address("proof")).status_code == (200 if role in VERIFIERS else 403)
    assert client.post(things.address("proof")).status_code == (400 if role in VERIFIERS else 403)


@pytest.mark.parametrize("page", [*PAGES, *KEPT, "proof"])
def test_a_stranger_is_sent_to_sign_in(client: Client, things: Things, page: str) -> None:
    assert client.get(things.address(page)).status_code == 302


def test_another_areas_things_are_not_found(things: Things) -> None:
    elsewhere = people.signed_in(people.person(Role.IMPROVEMENT_LEAD, in_area=people.area("998")))
    keyed = {page for page in (*PAGES, *KEPT, "proof") if any(c.isdigit() for c in things.address(page))}

    assert {page: elsewhere.get(things.address(page)).status_code for page in keyed} == dict.fromkeys(keyed, 404)


def test_pages_without_anything_say_how_to_begin(bob: Client) -> None:
    said = {page: seen(bob, reverse(f"governance:{page}")) for page in ("index", "map", "commitments", "chair")}

    assert "No meeting is planned. Choose a body on the" in said["index"]
    assert "Begin with the body that owns it" in said["map"]
    assert "Nobody has promised anything at a meeting yet." in said["commitments"]
    assert "There is no improvement plan here yet" in said["chair"]


def _fill(count: int) -> Things:
    things = Things()
    theme = plans.theme()
    outcome = theme.outcomes.create(ref="O1", sentence="Children get help sooner.")
    outcome.measures.create(indicator="plans_in_force")
    outcome.measures.create(indicator="parents_rating_experience_good", families=True)
    upper = things.body
    owner = people.person(Role.ACTION_LEAD)
    for n in range(count):
        action = plans.action(f"1.{n}", "red", under=theme, activity="The review")
        action.remedies.create(wording="Another way.", owner="Ann", due_on=date(2027, 1, 1))
        lower = meetings.body(f"Group {n}", workstream=f"WS{n}")
        meetings.line(lower, upper)
        meetings.seat(lower, person=owner)
        meetings.meeting(lower, ON + timedelta(days=n), Meeting.State.PLANNED)
        past = meetings.meeting(upper, ON - timedelta(days=7 + n))
        one = meetings.item(past)
        one.papers.create(title="A paper", captured_on=ON)
        meetings.decision(past, item=one)
        for at in (past, things.meeting):
            late = meetings.commitment(meeting=at, owner=owner, due_on=ON - timedelta(days=1 + n), action=action)
            meetings.proof(late, offered_by=owner.handle)
        meetings.proof(things.commitment, offered_by=owner.handle)
        extra = meetings.item(things.meeting, f"More {n}")
        extra.papers.create(title="Another", captured_on=ON)
        meetings.decision(things.meeting, item=extra)
        things.meeting.attendances.create(name=f"Somebody {n}")
        meetings.seat(things.body, f"Member {n}", person=people.person())
    things.commitment.action = action
    things.commitment.save()
    return things


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(
    ("page", "queries"),
    [
        ("index", 11), ("chair", 14), ("map", 11), ("body", 15), ("meeting", 10), ("commitments", 9),
        ("commitment", 12), ("add_item", 14), ("attend", 7), ("add_line", 8), ("commit", 6),
    ],
)  # fmt: skip
def test_the_number_of_questions_does_not_grow(
    bob: Client, page: str, queries: int, count: int, django_assert_num_queries
) -> None:
    things = _fill(count)

    with django_assert_num_queries(queries):
        bob.get(things.address(page))
