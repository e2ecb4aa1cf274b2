from datetime import date, timedelta

import pytest

from goldenthread.foundation.ledger.models import Entry
from goldenthread.foundation.notices import reads as notices
from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.governance import reads, writes
from goldenthread.improve.governance.models import Commitment, Meeting
from goldenthread.improve.governance.reads import CommitmentStanding
from goldenthread.improve.governance.writes import Promised
from tests.factories import meetings, people, plans
from tests.factories.meetings import ON, YESTERDAY

pytestmark = pytest.mark.django_db
DUE = date(2026, 12, 1)


@pytest.fixture
def bob():
    return people.person(Role.IMPROVEMENT_LEAD, name="Bob Keeper")


@pytest.fixture
def ann():
    return people.person(Role.ACTION_LEAD, name="Ann Owner")


@pytest.fixture
def cat():
    return people.person(Role.VERIFIER, name="Cat Verifier")


def promised(owner=None, **other) -> Promised:
    return Promised(**{"words": "Write to every school.", "owner": owner, "due_on": DUE, **other})


def test_a_decision_becomes_a_commitment_and_its_owner_is_told(bob, ann) -> None:
    decision = meetings.decision()

    made = writes.commit(decision=decision, promised=promised(ann), by=bob, on=ON)

    assert (made.decision, made.meeting, made.made_on) == (decision, decision.meeting, YESTERDAY)
    (told,) = notices.told(ann)
    assert (told.what, told.href) == ("A commitment was made in your name", f"/meetings/commitments/{made.pk}/")
    assert told.why == ("SEND Improvement Board, 30 October 2026. Due: 1 December 2026. Write to every school.")
    (entry,) = Entry.objects.filter(subject=f"commitment:{made.pk}")
    assert (entry.what, entry.detail) == ("commitment made", {"due": "2026-12-01"})


def test_a_promise_needs_no_decision_and_can_be_somebody_elses(bob) -> None:
    given = promised(owner_as_written="The director", due_on=None, due_as_written="the next meeting")

    made = writes.promise(meeting=meetings.meeting(), promised=given, by=bob, on=ON)

    standing = CommitmentStanding(made, ON)
    assert (made.decision, made.owner_name, standing.due, standing.overdue) == (
        None, "The director", "the next meeting", False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"owner_as_written": ""}, "Say who will do it"),
        ({"due_on": None}, "Say by when"),
        ({"due_on": date(2026, 10, 1)}, "It was promised on 30 October 2026"),
    ],
)
def test_a_promise_says_who_and_by_when(bob, other: dict, sentence: str) -> None:
    given = promised(**{"owner_as_written": "The director", **other})

    with pytest.raises(writes.CannotSave, match=sentence):
        writes.promise(meeting=meetings.meeting(), promised=given, by=bob, on=ON)


def test_nobody_of_another_area_owns_it_and_nothing_of_another_plan_keeps_it(bob) -> None:
    stranger = people.person(in_area=people.area("998"))
    action = plans.action(under=plans.theme(plans.plan(people.area("998"))))

    for given in (promised(stranger), promised(owner_as_written="The director", action=action)):
        with pytest.raises(writes.CannotSave, match="by somebody of this area"):
            writes.promise(meeting=meetings.meeting(), promised=given, by=bob, on=ON)


def test_nothing_is_promised_at_a_meeting_to_come(bob, ann) -> None:
    meeting = meetings.meeting(on=ON + timedelta(days=1), state=Meeting.State.PLANNED)

    with pytest.raises(writes.CannotSave, match="still to come"):
        writes.promise(meeting=meeting, promised=promised(ann), by=bob, on=ON)


def test_offered_proof_is_told_to_those_who_keep_meetings(bob, ann, cat) -> None:
    held = meetings.commitment(owner=ann)

    writes.offer_proof(commitment=held, title="The letter", words="Dear head teacher …", by=ann, on=ON)

    assert [one.what for one in notices.told(bob)] == ["Proof of a commitment waits to be looked at"]
    assert not notices.told(cat).exists()
    assert not notices.told(ann).exists()


def test_somebody_else_accepts_proof_and_with_it_the_commitment_is_kept(ann, cat) -> None:
    held = meetings.commitment(owner=ann)
    proof = meetings.proof(held, offered_by=ann.handle)

    writes.accept_proof(proof=proof, kept=True, by=cat, on=ON)

    held.refresh_from_db()
    assert (proof.accepted_by, held.state, held.ended_on) == (cat, Commitment.State.KEPT, ON)


def test_proof_of_a_part_leaves_the_commitment_open(ann, cat) -> None:
    held = meetings.commitment(owner=ann)

    writes.accept_proof(proof=meetings.proof(held), by=cat, on=ON)

    held.refresh_from_db()
    assert held.state == Commitment.State.OPEN
    assert writes.keep(commitment=held, by=cat, on=ON).state == Commitment.State.KEPT


def test_the_owner_neither_accepts_nor_returns_nor_says_that_it_was_kept() -> None:
    owner = people.person(Role.IMPROVEMENT_LEAD)
    proof = meetings.proof(meetings.commitment(owner=owner))
    changes = (
        lambda: writes.accept_proof(proof=proof, by=owner, on=ON),
        lambda: writes.return_proof(proof=proof, because="It has no date.", by=owner, on=ON),
        lambda: writes.keep(commitment=proof.commitment, by=owner, on=ON),
    )

    for change in changes:
        with pytest.raises(writes.CannotSave, match="your own commitment"):
            change()

    proof.refresh_from_db()
    assert (proof.accepted_on, proof.returned_because) == (None, "")


def test_nobody_accepts_the_proof_that_they_offered(bob) -> None:
    proof = meetings.proof(offered_by=bob.handle)

    with pytest.raises(writes.CannotSave, match="You offered this proof yourself"):
        writes.accept_proof(proof=proof, by=bob, on=ON)


def test_returned_proof_says_what_is_wanting_to_owner_and_offerer(bob, ann, cat) -> None:
    proof = meetings.proof(meetings.commitment(owner=ann), offered_by=bob.handle)
    with pytest.raises(writes.CannotSave, match="Say what is wanting"):
        writes.return_proof(proof=proof, because=" ", by=cat, on=ON)

    writes.return_proof(proof=proof, because="It has no date.", by=cat, on=ON)

    assert [[one.why for one in notices.told(who)] for who in (ann, bob)] == [["The letter: It has no date."]] * 2


def test_nothing_is_kept_without_accepted_proof(bob) -> None:
    held = meetings.proof(returned_because="It has no date.").commitment

    with pytest.raises(writes.CannotSave, match="No proof of it has been accepted"):
        writes.keep(commitment=held, by=bob, on=ON)


def test_a_commitment_is_dropped_with_a_reason_and_its_owner_is_told(bob, ann) -> None:
    held = meetings.commitment(owner=ann)
    with pytest.raises(writes.CannotSave, match="Say why it is dropped"):
        writes.drop(commitment=held, because="", by=bob, on=ON)

    writes.drop(commitment=held, because="The law has changed.", by=bob, on=ON)

    assert (held.state, held.dropped_because) == (Commitment.State.DROPPED, "The law has changed.")
    assert [one.why for one in notices.told(ann)] == ["The law has changed."]
    with pytest.raises(writes.CannotSave, match="was dropped on 31 October 2026, and so has ended"):
        writes.offer_proof(commitment=held, title="Too late", by=ann, on=ON)


@pytest.fixture
def several(ann) -> dict[str, Commitment]:
    group = meetings.meeting(meetings.body("Group"))
    return {
        "words only": meetings.commitment("Soon.", due_as_written="soon"),
        "later": meetings.commitment("Later.", due_on=DUE),
        "late": meetings.commitment("Late.", owner=ann, due_on=YESTERDAY, meeting=group),
        "today": meetings.commitment("Today.", due_on=ON),
        "kept": meetings.commitment("Kept.", state="kept", ended_on=ON, due_on=YESTERDAY),
        "dropped": meetings.commitment("Dropped.", state="dropped", ended_on=ON, dropped_because="No."),
    }


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        ("", ["late", "today", "later", "words only", "kept", "dropped"]),
        ("open", ["late", "today", "later", "words only"]),
        ("overdue", ["late"]),
        ("kept", ["kept"]),
        ("dropped", ["dropped"]),
    ],
)
def test_commitments_in_their_order(several, state: str, expected: list[str]) -> None:
    names = {one.pk: name for name, one in several.items()}

    found = [names[one.pk] for one in reads.commitments(people.area(), ON, state=state)]

    assert found == expected


def test_counts_owners_and_who_promised_where(several, ann) -> None:
    late = several["late"]

    assert reads.counts(people.area(), ON) == {"open": 4, "overdue": 1, "kept": 1, "dropped": 1}
    assert reads.owners(people.area()) == [(ann.handle, "Ann Owner"), ("The director", "The director")]
    assert list(reads.commitments(people.area(), ON, body=late.meeting.body_id)) == [late]
    assert list(reads.commitments(people.area(), ON, owner=ann.handle)) == [late]
    assert reads.commitments(people.area(), ON, owner="The director").count() == 5
    assert reads.commitments_of(ann, ON) == [CommitmentStanding(late, ON)]
    assert not reads.commitments(people.area("998"), ON).exists()


def test_how_a_commitment_stands_in_words(several) -> None:
    said = {name: CommitmentStanding(one, ON) for name, one in several.items()}

    assert {name: one.state for name, one in said.items()} == {
        "words only": "Open",
        "later": "Open",
        "late": "Overdue by 1 day",
        "today": "Open",
        "kept": "Kept on 31 October 2026",
        "dropped": "Dropped on 31 October 2026",
    }
    assert said["late"].made_at == "Group, 30 October 2026"


def test_an_action_is_found_by_its_reference() -> None:
    action = plans.action("4.4")

    assert reads.action_called(people.area(), " 4.4 ") == action
    assert reads.action_called(people.area(), "9.9") is None
    assert reads.action_called(people.area("998"), "4.4") is None
