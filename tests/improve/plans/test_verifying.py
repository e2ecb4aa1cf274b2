"""Evidence waits for somebody who neither leads the action nor offered it; both are told what became of it."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundation.notices import reads as notices
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.plans import reads, writes
from goldenthread.improve.plans.models import Action, Evidence
from tests.factories import people
from tests.factories.plans import ON, action, plan, theme

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def ann() -> Person:
    return people.person(Role.ACTION_LEAD, name="Ann Bell")


@pytest.fixture
def vera() -> Person:
    return people.person(Role.VERIFIER, name="Vera Pike")


@pytest.fixture
def desk(vera: Person) -> Client:
    return people.signed_in(vera)


def offered(made: Action, title: str = "A letter", *, by: Person | None = None, days_ago: int = 0, **more) -> Evidence:
    hand = by.handle if by else ""
    return Evidence.objects.create(action=made, title=title, captured_on=ON - days_ago * DAY, offered_by=hand, **more)


def page_of(client: Client, **asked: object) -> str:
    answer = client.get(reverse("plans:evidence_waiting"), asked)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_queue_is_oldest_first_and_holds_nothing_of_ones_own(ann: Person, vera: Person) -> None:
    made, led, shared = action("1.1", lead=ann), action("1.2", lead=vera), action("1.3")
    shared.shared_with.add(vera)
    ended = action("1.4", ended_on=ON, ended_because="withdrawn")
    elsewhere = action("1.5", under=theme(plan(people.area("998"))))
    offered(made, "Newer", by=ann)
    offered(made, "Older", days_ago=9)
    offered(made, "My own", by=vera)
    offered(made, "Returned", returned_because="Not signed.")
    offered(made, "Accepted", accepted_by=ann, accepted_on=ON)
    for each in (led, shared, ended, elsewhere):
        offered(each, each.ref)

    assert [one.title for one in reads.evidence_for(vera, ON)] == ["Older", "Newer"]


def test_complete_actions_wait_for_somebody_else_to_verify_them(ann: Person, vera: Person) -> None:
    waiting = action("1.1", "blue", lead=ann)
    by_its_lead = action("1.2", "blue", lead=ann, verified_by=ann, verified_on=ON, updated_on=ON - DAY)
    action("1.3", "blue", lead=ann, verified_by=people.person(), verified_on=ON)
    action("1.4", "blue", lead=vera)
    action("1.5", "green", lead=ann)
    action("1.6", "blue", lead=ann).updates.update(by=vera.handle)
    offered(waiting, accepted_by=vera, accepted_on=ON)

    found = reads.complete_for(vera, ON)

    assert [(one.ref, one.pieces) for one in found] == [(by_its_lead.ref, 0), (waiting.ref, 1)]


def test_the_page_says_what_it_is_and_who_offered_it(ann: Person, desk: Client) -> None:
    evidence = offered(action("1.1", lead=ann), "Minutes of May", by=ann, words="It was agreed.")
    offered(action("1.2"), "From the file")
    action("1.3", "blue", lead=ann)

    page = page_of(desk)

    assert ("Evidence: 2" in page, "Complete actions, to be verified: 1" in page) == (True, True)
    assert ("“It was agreed.”" in page, "offered by Ann Bell" in page, "brought with a file" in page) == (True,) * 3
    assert f'href="{reverse("plans:evidence", args=[evidence.pk])}?back=queue"' in page


def test_an_empty_queue_says_what_would_stand_there(desk: Client) -> None:
    page = page_of(desk)

    assert "No evidence waits for you." in page
    assert "No complete action waits for you." in page


def test_a_long_queue_has_pages(desk: Client) -> None:
    made = action()
    for number in range(26):
        offered(made, f"Letter {number:02}", days_ago=30 - number)

    first, second = page_of(desk), page_of(desk, page=2)

    assert ("Letter 00" in first, "Letter 25" in first, "Letter 25" in second) == (True, False, True)


def test_from_the_queue_one_goes_back_to_it(desk: Client) -> None:
    evidence = offered(action())

    answer = desk.post(reverse("plans:evidence", args=[evidence.pk]) + "?back=queue", {"accept": "yes"})

    assert answer.url == reverse("plans:evidence_waiting")


@pytest.mark.parametrize("role", Role)
def test_who_may_see_the_queue(role: Role) -> None:
    answer = people.signed_in(people.person(role)).get(reverse("plans:evidence_waiting"))

    may = {Role.IMPROVEMENT_LEAD, Role.SERVICE_MANAGER, Role.VERIFIER, Role.BOARD_CHAIR, Role.BOARD_MEMBER}
    assert answer.status_code == (200 if role in may else 403)


@pytest.mark.parametrize("count", [1, 3, 30])
def test_the_queue_asks_the_database_as_often_however_long(
    ann: Person, desk: Client, count: int, django_assert_max_num_queries
) -> None:
    for number in range(count):
        offered(action(f"1.{number}", "blue", lead=ann), by=ann)

    with django_assert_max_num_queries(11):
        page_of(desk)


# Nobody looks at their own


def test_whoever_shares_an_action_neither_accepts_returns_nor_verifies(ann: Person, vera: Person, desk: Client) -> None:
    made = action(colour="blue", lead=ann)
    made.shared_with.add(vera)
    evidence = offered(made, by=ann)

    for write in (
        lambda: writes.accept_evidence(evidence=evidence, by=vera, on=ON),
        lambda: writes.return_evidence(evidence=evidence, because="No.", by=vera, on=ON),
        lambda: writes.verify_action(action=made, by=vera, on=ON),
    ):
        with pytest.raises(writes.CannotSave, match="Ask a colleague who does not lead it"):
            write()

    assert desk.get(reverse("plans:evidence", args=[evidence.pk])).status_code == 403


def test_whoever_offered_it_neither_accepts_nor_returns_it(vera: Person) -> None:
    evidence = offered(action(), by=vera)

    with pytest.raises(writes.CannotSave, match="You offered this evidence yourself"):
        writes.accept_evidence(evidence=evidence, by=vera, on=ON)
    with pytest.raises(writes.CannotSave, match="You offered this evidence yourself"):
        writes.return_evidence(evidence=evidence, because="No.", by=vera, on=ON)


# Who is told


def test_the_leads_and_whoever_offered_it_are_told(ann: Person, vera: Person) -> None:
    shares, helper = people.person(name="Cal Reed"), people.person(name="Dee Shah")
    made = action(lead=ann)
    made.shared_with.add(shares)
    first, second = offered(made, "First", by=helper), offered(made, "Second", by=ann)

    writes.accept_evidence(evidence=first, by=vera, on=ON)
    writes.return_evidence(evidence=second, because="It is not signed.", by=vera, on=ON)

    accepted = ("Evidence for action 1.1 was accepted", "“First” counts.")
    returned = ("Evidence for action 1.1 was returned", "“Second”: It is not signed.")
    assert {
        who.name: [(one.what, one.why) for one in notices.told(who).order_by("pk") if "vidence" in one.what]
        for who in (ann, shares, helper, vera)
    } == {"Ann Bell": [accepted, returned], "Cal Reed": [accepted, returned], "Dee Shah": [accepted], "Vera Pike": []}


def test_verifiers_are_told_that_evidence_waits_but_not_one_who_leads(ann: Person, vera: Person) -> None:
    other = people.person(Role.VERIFIER)

    writes.offer_evidence(action=action(lead=other), title="A letter", by=ann, on=ON)

    assert [notices.told(who).count() for who in (vera, other, ann)] == [1, 0, 0]


def test_the_lead_is_told_that_the_action_is_verified(ann: Person, vera: Person) -> None:
    writes.verify_action(action=action(colour="blue", lead=ann), by=vera, on=ON)

    assert "Action 1.1 is verified" in [one.what for one in notices.told(ann)]


def test_what_was_taken_up_again_after_it_was_verified_comes_back_and_can_be_verified(
    desk: Client, vera: Person
) -> None:
    made = action("1.1", "blue", updated_on=ON - 9 * DAY, verified_by=people.person(), verified_on=ON - 8 * DAY)
    sound = [one.ref for one in reads.complete_for(vera, ON)]
    made.updates.create(on=ON - 2 * DAY, reported="green", by="somebody")
    made.updates.create(on=ON - DAY, reported="blue", by="somebody")

    waiting = [one.ref for one in reads.complete_for(vera, ON)]
    page = desk.get(reverse("plans:action", args=[made.pk])).content.decode()
    desk.post(reverse("plans:verify", args=[made.pk]))

    assert (sound, waiting, "I have seen that it is complete" in page) == ([], ["1.1"], True)
    assert list(reads.complete_for(vera, ON)) == []


def test_a_sharers_verification_does_not_take_an_action_off_the_queue(vera: Person, ann: Person) -> None:
    made = action("1.1", "blue", verified_by=ann, verified_on=ON)
    made.shared_with.add(ann)

    assert [one.ref for one in reads.complete_for(vera, ON)] == ["1.1"]
