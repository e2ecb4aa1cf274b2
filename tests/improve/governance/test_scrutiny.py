from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.notices.models import Notice
from goldenthread.foundation.partnership.models import Person, Role
from goldenthread.improve.governance import reads, writes
from goldenthread.improve.governance.models import Proof, Response
from goldenthread.improve.governance.seen import seen
from tests.factories import people
from tests.factories.scrutiny import APPROVED, ON, recommendation, response, review

pytestmark = pytest.mark.django_db
LATER = date(2026, 11, 17)  # the day after the answer was due


@pytest.fixture
def keeper() -> Person:
    return people.person(Role.IMPROVEMENT_LEAD, name="Bob Keeper")


@pytest.fixture
def member() -> Person:
    return people.person(Role.SCRUTINY_MEMBER, name="Judith")


@pytest.fixture
def verifier() -> Person:
    return people.person(Role.VERIFIER, name="Vera")


def told(what: str) -> list[tuple[str, str]]:
    return [(line.by, line.subject) for line in ledger.lines(what=what)]


def heard(person: Person) -> list[str]:
    return [notice.what for notice in Notice.objects.filter(to=person)]


# Writing


def test_a_review_is_recorded_with_one_line_in_the_ledger(keeper: Person) -> None:
    made = writes.open_review(
        area=people.area(), code="SR26", title="Autism", approved_on=APPROVED, by=keeper, on=ON, sent_to="Cabinet"
    )

    assert (made.code, made.received_on, made.sent_to) == ("SR26", None, "Cabinet")
    assert told("scrutiny review recorded") == [(keeper.handle, f"review:{made.pk}")]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"code": "SR26"}, "belongs to another review"),
        ({"approved_on": ON + timedelta(days=1)}, "recorded once members have approved it"),
        ({"received_on": APPROVED - timedelta(days=1)}, "cannot have been received before"),
    ],
)
def test_a_review_that_may_not_be_recorded(keeper: Person, given, sentence: str) -> None:
    review("SR26")

    with pytest.raises(writes.CannotSave, match=sentence):
        writes.open_review(
            **{"area": people.area(), "code": "X", "title": "T", "approved_on": APPROVED, **given}, by=keeper, on=ON
        )


def test_ids_are_stable_whatever_is_printed(keeper: Person) -> None:
    made = [writes.recommend(review=review(), words="Do it.", number="12", by=keeper, on=ON) for _ in range(2)]

    assert [(one.stable_id, one.number) for one in made] == [("SR26-01", "12"), ("SR26-02", "12")]
    assert len(told("recommendation recorded")) == 2


@pytest.mark.parametrize("kind", [kind for kind in Response.Kind if kind != Response.Kind.AGREED])
def test_every_response_but_agreed_gives_its_reason(keeper: Person, kind: str) -> None:
    with pytest.raises(writes.CannotSave, match="Give the reason"):
        writes.respond(recommendation=recommendation(), kind=kind, reason=" ", given_on=ON, by=keeper, on=ON)


@pytest.mark.parametrize("given_on", [APPROVED - timedelta(days=1), ON + timedelta(days=1)])
def test_a_response_comes_after_the_review_and_not_after_today(keeper: Person, given_on: date) -> None:
    with pytest.raises(writes.CannotSave, match="between 17 September 2026 and today"):
        writes.respond(recommendation=recommendation(), kind="agreed", given_on=given_on, by=keeper, on=ON)


def test_the_owner_and_members_hear_of_a_response(keeper: Person, member: Person) -> None:
    owner = people.person(Role.ACTION_LEAD)

    made = writes.respond(recommendation=recommendation(), kind="agreed", given_on=ON, owner=owner, by=keeper, on=ON)

    assert (heard(owner), heard(member)) == (["Agreed: SR26-01"], ["Agreed: SR26-01"])
    assert told("recommendation answered") == [(keeper.handle, f"response:{made.pk}")]


def test_a_later_response_stands_beside_the_earlier(keeper: Person) -> None:
    asked = recommendation()
    for kind in ("partly", "overtaken"):
        writes.respond(recommendation=asked, kind=kind, reason="So.", given_on=ON, by=keeper, on=ON)

    assert [one.kind for one in asked.responses.all()] == ["partly", "overtaken"]


def test_the_second_of_two_to_move_a_response_is_told(keeper: Person) -> None:
    made = response()
    stamp = seen(made)
    writes.move_response(response=made, state="in_progress", by=keeper, on=ON, seen=stamp)

    with pytest.raises(writes.ChangedSince):
        writes.move_response(response=Response.objects.get(pk=made.pk), state="complete", by=keeper, on=ON, seen=stamp)

    assert Response.objects.get().state == "in_progress"


def test_members_who_do_not_accept_say_why(member: Person) -> None:
    owner = people.person(Role.ACTION_LEAD)
    made = response(kind="partly", owner=owner)

    with pytest.raises(writes.CannotSave, match="Say what is wanting"):
        writes.give_view(response=made, accepted=False, by=member, on=ON)
    writes.give_view(response=made, accepted=False, words="It gives no date.", by=member, on=ON)

    assert [(view.accepted, view.words) for view in made.views.all()] == [(False, "It gives no date.")]
    assert heard(owner) == ["Members do not accept the answer to SR26-01"]


def test_proof_is_accepted_by_neither_its_owner_nor_whoever_offered_it(keeper: Person, verifier: Person) -> None:
    owner = people.person(Role.BOARD_MEMBER)
    proof = writes.prove_response(response=response(owner=owner), title="Minutes", by=keeper, on=ON)

    with pytest.raises(writes.CannotSave, match="You own what this is to prove"):
        writes.accept_response_proof(proof=proof, by=owner, on=ON)
    with pytest.raises(writes.CannotSave, match="You offered this proof yourself"):
        writes.accept_response_proof(proof=proof, by=keeper, on=ON)
    writes.accept_response_proof(proof=proof, by=verifier, on=ON)

    assert (proof.accepted_by, proof.accepted_on) == (verifier, ON)
    assert told("proof of a response accepted") == [(verifier.handle, f"proof:{proof.pk}")]


def test_an_owner_known_only_by_name_does_not_accept_it_either(keeper: Person) -> None:
    owner = people.person(Role.VERIFIER, name="Joanne Birtles")
    proof = writes.prove_response(response=response(owner_as_written="Joanne birtles"), title="M", by=keeper, on=ON)

    with pytest.raises(writes.CannotSave, match="You own what this is to prove"):
        writes.accept_response_proof(proof=proof, by=owner, on=ON)


def test_proof_is_returned_with_what_is_wanting(keeper: Person, verifier: Person) -> None:
    proof = writes.prove_response(response=response(), title="Minutes", by=keeper, on=ON)

    with pytest.raises(writes.CannotSave, match="Say what is wanting"):
        writes.return_response_proof(proof=proof, because=" ", by=verifier, on=ON)
    writes.return_response_proof(proof=proof, because="Not signed.", by=verifier, on=ON)

    assert (proof.returned_because, proof.accepted_on) == ("Not signed.", None)


# Reading


def test_the_counts_add_up_to_every_recommendation() -> None:
    twice = recommendation(1)
    response(twice, "partly")
    response(twice, "agreed")
    response(recommendation(2), "overtaken")
    recommendation(3)

    register = reads.register(people.area(), ON)

    assert {label: count for label, count in register.counts if count} == {
        "Agreed": 1,
        "Overtaken by events": 1,
        "No response yet": 1,
    }
    assert sum(count for _, count in register.counts) == len(register.rows) == 3
    assert register.answered_twice == 1


@pytest.mark.parametrize(
    ("as_at", "sentence", "overdue"),
    [
        (ON, "No answer yet: it is due by 16 November 2026.", False),
        (LATER, "No answer: it was due by 16 November 2026, 1 day ago.", True),
    ],
)
def test_an_answer_that_is_owed(as_at: date, sentence: str, overdue: bool) -> None:
    one = reads.recommendation(people.area(), recommendation().pk, as_at)

    assert (one.when, one.overdue) == (sentence, overdue)


def test_an_answer_given_late_says_so() -> None:
    asked = recommendation(of=review(received_on=date(2026, 8, 1), approved_on=date(2026, 8, 1)))
    response(asked, given_on=date(2026, 10, 2))

    assert reads.recommendation(people.area(), asked.pk, ON).when == "Answered on 2 October 2026, 2 days late."


def test_a_review_older_than_the_law_has_no_date() -> None:
    asked = recommendation(of=review(approved_on=date(2009, 1, 1), received_on=None))

    one = reads.recommendation(people.area(), asked.pk, ON)

    assert (one.clock, one.overdue) == (None, False)
    assert one.when == "Not answered. No time limit of that day is held here."


def test_partly_agreed_is_unsettled_until_members_accept_the_reason(member: Person) -> None:
    made = response(kind="partly")
    before = [row.recommendation for row in reads.register(people.area(), ON).unsettled]
    writes.give_view(response=made, accepted=False, words="No date.", by=member, on=ON)
    between = len(reads.register(people.area(), ON).unsettled)
    writes.give_view(response=made, accepted=True, by=member, on=ON)

    assert (before, between) == ([made.recommendation], 1)
    assert reads.register(people.area(), ON).unsettled == []


def test_complete_without_accepted_proof_is_not_proved(keeper: Person, verifier: Person) -> None:
    made = response(state="complete", due_on=ON - timedelta(days=3))
    proof = writes.prove_response(response=made, title="Minutes", by=keeper, on=ON)
    before = len(reads.register(people.area(), ON).unproved)

    writes.accept_response_proof(proof=proof, by=verifier, on=ON)

    assert (before, reads.register(people.area(), ON).unproved) == (1, [])


def test_what_was_promised_and_not_done_is_overdue() -> None:
    response(due_on=ON - timedelta(days=3))

    (row,) = reads.register(people.area(), ON).rows

    assert row.latest.days_late == 3


# Pages

GET = {"recommendations": 0, "review": 1, "recommendation": 1}
KEEP = ("add_review", "recommend", "respond", "progress", "prove_response")
KEEPERS = {Role.IMPROVEMENT_LEAD, Role.SERVICE_MANAGER, Role.BOARD_CHAIR}
VERIFIERS = KEEPERS | {Role.VERIFIER, Role.BOARD_MEMBER}


@pytest.fixture
def made(verifier: Person) -> Response:
    answer = response(kind="partly", number="12")
    Proof.objects.create(response=answer, title="Minutes", captured_on=ON, offered_by="person:0")
    answer.views.create(accepted=False, words="It gives no date.", by=verifier, on=ON)
    return answer


def address(page: str, of: Response) -> str:
    asked = of.recommendation
    keys = {
        "recommendations": [],
        "add_review": [],
        "review": [asked.review_id],
        "recommend": [asked.review_id],
        "recommendation": [asked.pk],
        "respond": [asked.pk],
    }
    if page == "response_proof":
        keys[page] = [of.proofs.get().pk]
    return reverse(f"governance:{page}", args=keys.get(page, [of.pk]))


def page_of(client: Client, page: str, of: Response) -> str:
    answer = client.get(address(page, of))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize("role", Role)
def test_who_may_do_what(made: Response, role: Role) -> None:
    client = people.signed_in(people.person(role))

    answers = {page: client.get(address(page, made)).status_code for page in (*GET, *KEEP)}
    looking = client.get(address("response_proof", made)).status_code
    judging = client.get(address("members_view", made)).status_code

    read, keep = (200 if role is not Role.ADMINISTRATOR else 403), (200 if role in KEEPERS else 403)
    assert answers == {**dict.fromkeys(GET, read), **dict.fromkeys(KEEP, keep)}
    assert looking == (200 if role in VERIFIERS else 403)
    assert judging == (200 if role is Role.SCRUTINY_MEMBER else 403)


def test_another_areas_are_not_found(made: Response) -> None:
    elsewhere = people.area("998")
    keeper = people.signed_in(people.person(Role.IMPROVEMENT_LEAD, in_area=elsewhere))
    member = people.signed_in(people.person(Role.SCRUTINY_MEMBER, in_area=elsewhere))
    keyed = ("review", "recommendation", "recommend", "respond", "progress", "prove_response", "response_proof")

    assert [keeper.get(address(page, made)).status_code for page in keyed] == [404] * len(keyed)
    assert member.get(address("members_view", made)).status_code == 404
    assert "SR26" not in keeper.get(address("recommendations", made)).content.decode()


@pytest.mark.parametrize("page", [*GET, *KEEP, "response_proof", "members_view"])
def test_a_stranger_is_sent_to_sign_in(client: Client, made: Response, page: str) -> None:
    assert client.get(address(page, made)).status_code == 302


def test_an_area_without_reviews_is_told_what_to_do(keeper: Person) -> None:
    page = people.signed_in(keeper).get(reverse("governance:recommendations")).content.decode()

    assert "No scrutiny review is recorded yet. Record one" in page


def test_the_register_says_what_needs_somebody(keeper: Person, made: Response) -> None:
    recommendation(2, of=review("SR25", approved_on=date(2025, 1, 2), received_on=date(2025, 1, 2)))

    page = page_of(people.signed_in(keeper), "recommendations", made)

    assert "2 recommendations; 1 without any response, 1 of them overdue." in page
    assert "Partly agreed, and members have not accepted the reason:" in page
    assert "No answer: it was due by 1 March 2025, 609 days ago." in page
    assert "(printed as 12)" in page


def test_the_review_says_by_which_rule_the_answer_is_due(keeper: Person, made: Response) -> None:
    page = page_of(people.signed_in(keeper), "review", made)

    assert "<strong>16 November 2026</strong>" in page
    assert "Two months beginning with 17 September 2026, when the executive received them." in page
    assert "Local Government Act 2000, section 9FE" in page
    assert "This rule is not verified." in page


def test_a_review_whose_receipt_is_not_known_says_so(keeper: Person) -> None:
    answer = response(recommendation(of=review(received_on=None)))

    assert reads.UNKNOWN_RECEIPT in page_of(people.signed_in(keeper), "review", answer)


def test_a_long_register_is_paged_and_prints_whole(keeper: Person) -> None:
    for serial in range(1, 28):
        recommendation(serial)
    client, link = people.signed_in(keeper), reverse("governance:recommendations")

    pages = [client.get(link, asked).content.decode() for asked in ({}, {"page": 2}, {"all": ""})]

    assert [("SR26-01" in page, "SR26-27" in page) for page in pages] == [(True, False), (False, True), (True, True)]


def test_the_whole_story_by_its_forms(keeper: Person, member: Person, verifier: Person) -> None:
    bob, judith, vera = (people.signed_in(one) for one in (keeper, member, verifier))
    day = {"given_on-day": "20", "given_on-month": "10", "given_on-year": "2026"}
    bob.post(
        reverse("governance:add_review"),
        {
            "title": "Autism",
            "code": "SR26",
            "approved_on-day": "17",
            "approved_on-month": "9",
            "approved_on-year": "2026",
        },
    )
    made = reads.reviews(people.area()).get()
    bob.post(reverse("governance:recommend", args=[made.pk]), {"words": "Do it.", "number": "9"})
    asked = made.recommendations.get()
    bob.post(reverse("governance:respond", args=[asked.pk]), {"kind": "partly", "reason": "No money.", **day})
    answer = asked.responses.get()
    bob.post(address("progress", answer), {"state": "complete", "seen": seen(answer)})
    bob.post(address("prove_response", answer), {"title": "Minutes"})
    vera.post(address("response_proof", answer), {"accept": "yes"})
    judith.post(address("members_view", answer), {"accepted": "no", "words": "It gives no date."})

    page = page_of(bob, "recommendation", answer)

    assert [
        words in page for words in ("Partly agreed", "No money.", "Complete, 31 October 2026", "accepted by Vera")
    ] == [True] * 4
    assert "<strong>Not accepted</strong>: It gives no date." in page


def test_a_response_without_its_reason_loses_nothing(keeper: Person) -> None:
    asked = recommendation()
    day = {"given_on-day": "20", "given_on-month": "10", "given_on-year": "2026"}

    answer = people.signed_in(keeper).post(
        reverse("governance:respond", args=[asked.pk]), {"kind": "deferred", "given_by": "The Cabinet", **day}
    )

    page = answer.content.decode()
    assert (answer.status_code, asked.responses.count()) == (400, 0)
    assert ("Give the reason: members ask for it" in page, 'value="The Cabinet"' in page) == (True, True)


@pytest.mark.parametrize(("page", "queries"), [("recommendations", 9), ("review", 9), ("recommendation", 8)])
@pytest.mark.parametrize("count", [1, 3, 30])
def test_pages_ask_the_database_as_often_however_many(
    keeper: Person, made: Response, page: str, queries: int, count: int, django_assert_num_queries
) -> None:
    for serial in range(2, count + 1):
        for kind in ("noted", "partly"):
            answer = response(recommendation(serial * 2 + (kind == "noted")), kind, owner=keeper)
            Proof.objects.create(response=answer, title="M", captured_on=ON, accepted_by=keeper, accepted_on=ON)
            answer.views.create(accepted=True, by=keeper, on=ON)
    client = people.signed_in(keeper)

    with django_assert_num_queries(queries):
        page_of(client, page, made)
