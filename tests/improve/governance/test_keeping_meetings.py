"""The pages on which meetings are kept, as somebody uses them."""

from datetime import date, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.governance.models import Body, Commitment, Meeting, Seat
from tests.factories import meetings, people, plans
from tests.factories.meetings import ON, YESTERDAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def bob() -> Client:
    return people.signed_in(people.person(Role.IMPROVEMENT_LEAD, name="Bob Keeper"))


def at(page: str, *keys: int) -> str:
    return reverse(f"governance:{page}", args=keys)


def seen(client: Client, address: str) -> str:
    return " ".join(client.get(address).content.decode().split())


def sent(client: Client, address: str, status: int = 200, **typed) -> str:
    """What the reader sees after sending a form: where it led, or the form again."""
    answer = client.post(address, typed, follow=True)
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


def on(day: date, name: str = "meets_on") -> dict[str, int]:
    return {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year}


def test_a_body_is_added_changed_and_filled(bob: Client) -> None:
    page = sent(bob, at("add_body"), name="The Board", kind="board", rhythm="monthly")
    body = Body.objects.get(name="The Board")
    sent(bob, at("add_seat", body.pk), name="Ann", post="Director", organisation="The council", chairs="on")
    after = seen(bob, at("body", body.pk))

    assert "The Board is on the map. Say who sits there, and whom it reports to." in page
    assert "Ann (chair)" in after
    assert "Its rhythm is not kept" not in after
    assert "Every month. No meeting has been recorded as held. No meeting is planned." in after


def test_a_seat_without_anybody_is_sent_back(bob: Client) -> None:
    page = sent(bob, at("add_seat", meetings.body().pk), 400, post="Director")

    assert "Say who sits here: choose somebody from the list, or write their name." in page
    assert 'value="Director"' in page


def test_the_second_to_change_a_body_sees_both_and_may_save_again(bob: Client) -> None:
    body = meetings.body("The Board", purpose="To steer.")
    typed = {"name": "The Board", "kind": "board", "rhythm": "weekly", "purpose": "To watch.", "seen": "long ago"}

    first = bob.post(at("edit_body", body.pk), typed)

    page = " ".join(first.content.decode().split())
    assert first.status_code == 400
    assert "Somebody else has changed this body since you opened it." in page
    assert "What it says now" in page
    assert ("To steer." in page, "To watch." in page) == (True, True)
    again = sent(bob, at("edit_body", body.pk), **{**typed, "seen": first.context["form"]["seen"].value()})
    assert "The Board is changed." in again
    assert "To watch." in again


def test_a_seat_ends_on_its_page(bob: Client) -> None:
    seat = meetings.seat()

    page = sent(bob, at("end_seat", seat.pk), **on(YESTERDAY, "until_on"))

    assert Seat.objects.get(pk=seat.pk).until_on == YESTERDAY
    assert "Past seats: 1" in page


def test_a_ring_is_refused_on_the_page_and_a_line_removed(bob: Client) -> None:
    board, owner = meetings.body("Board"), meetings.body("Owner")
    sent(bob, at("add_line", board.pk), upper=owner.pk, about="every month")

    refused = sent(bob, at("add_line", owner.pk), 400, upper=board.pk)
    removed = sent(bob, at("add_line", board.pk), remove=board.reports_to.get().pk)

    assert "Board reports to Owner already: they would report to each other in a ring" in refused
    assert "Board no longer reports to Owner." in removed
    assert not board.reports_to.exists()


@pytest.mark.parametrize("key", ["0", "x"])
def test_a_line_that_is_not_there_is_not_found(bob: Client, key: str) -> None:
    assert bob.post(at("add_line", meetings.body().pk), {"remove": key}).status_code == 404


def test_the_map_draws_the_lines_and_says_who_is_missing(bob: Client) -> None:
    board, owner = meetings.body("The Board"), meetings.body("The Owner", kind=Body.Kind.HEALTH_AND_WELLBEING)
    meetings.line(board, owner, "progress")
    meetings.meeting(board, date(2026, 8, 30))

    page = seen(bob, at("map"))

    assert "The Board reports to The Owner." in page
    assert "No seat of the parent carer forum is recorded on" in page
    assert "<strong>Not kept.</strong> Every month. Last met 62 days ago, on 30 August 2026." in page


def test_the_forums_seat_is_named_on_the_map(bob: Client) -> None:
    meetings.seat(name="A Parent", post="Chair of the Parent Carer Forum")

    assert "The parent carer forum has a seat on" in seen(bob, at("map"))


def test_the_next_date_is_offered_and_a_meeting_planned(bob: Client) -> None:
    body = meetings.body()
    meetings.meeting(body, date(2026, 10, 13))

    offered = seen(bob, at("plan_meeting", body.pk))
    sent(bob, at("plan_meeting", body.pk), **on(date(2026, 11, 10)), starts_at="14:00", place="Room 2")

    assert "10 November 2026 is the next date by its rhythm: every month." in offered
    planned = Meeting.objects.get(on=date(2026, 11, 10))
    assert (planned.starts_at, planned.place, planned.state) == (time(14), "Room 2", "planned")


def test_a_meeting_is_changed_once_more_only_knowingly(bob: Client) -> None:
    meeting = meetings.meeting(on=ON + timedelta(days=9), state=Meeting.State.PLANNED, place="Room 1")
    typed = {**on(meeting.on), "place": "Room 2"}

    overtaken = sent(bob, at("edit_meeting", meeting.pk), 400, **typed, seen="long ago")
    form = bob.get(at("edit_meeting", meeting.pk)).context["form"]
    saved = sent(bob, at("edit_meeting", meeting.pk), **typed, seen=form["seen"].value())

    assert "Somebody else has changed this meeting since you opened it." in overtaken
    assert ("The meeting is changed." in saved, "Room 2" in saved) == (True, True)


def test_an_item_is_offered_from_the_facts_and_added(bob: Client) -> None:
    meeting = meetings.meeting(on=ON + timedelta(days=9), state=Meeting.State.PLANNED)
    meetings.commitment(due_on=ON)

    offered = seen(bob, at("add_item", meeting.pk))
    chosen = seen(bob, at("add_item", meeting.pk) + "?title=Commitments due: 1 by this meeting")
    page = sent(bob, at("add_item", meeting.pk), title="Commitments due", purpose="decision", presenter="Ann")

    assert "?title=Commitments%20due%3A%201%20by%20this%20meeting" in offered
    assert 'value="Commitments due: 1 by this meeting"' in chosen
    assert ("1. Commitments due" in page, "To decide · Ann" in page) == (True, True)


def test_a_paper_is_tabled_as_it_stands(bob: Client) -> None:
    item = meetings.item()

    page = sent(bob, at("table_paper", item.pk), title="Highlight report", words="49 of 107 are Green.")

    assert ("Paper: Highlight report" in page, "49 of 107 are Green." in page) == (True, True)
    assert "As captured on 31 October 2026. The words’ fingerprint (SHA-256) begins " in page


def test_who_came_is_recorded_from_the_seats_in_one_form(bob: Client) -> None:
    meeting = meetings.meeting()
    ann, cat = meetings.seat(name="Ann", post="Director"), meetings.seat(name="Cat")
    meetings.seat(name="Gone", until_on=YESTERDAY - timedelta(days=1))
    typed = {f"seat{ann.pk}": "came", f"seat{cat.pk}": "apologies", "others": "Dan, Head teacher\n\nEve"}

    page = sent(bob, at("attend", meeting.pk), **typed)
    again = seen(bob, at("attend", meeting.pk))

    assert "Ann, Director<br>Dan, Head teacher<br>Eve" in page
    assert list(meeting.attendances.filter(apologies=True).values_list("name", flat=True)) == ["Cat"]
    assert ("Dan, Head teacher Eve" in again, "Gone" in again) == (True, False)


def test_minutes_are_written_and_the_second_writer_is_told(bob: Client) -> None:
    item = meetings.item(minutes="What Ann wrote.")

    page = sent(bob, at("minute", item.pk), 400, minutes="What Bob wrote.", seen="long ago")

    assert ("What Ann wrote." in page, "What Bob wrote." in page) == (True, True)
    item.refresh_from_db()
    assert item.minutes == "What Ann wrote."


def test_a_meeting_is_held_minuted_and_agreed(bob: Client) -> None:
    item = meetings.item(meetings.meeting(state=Meeting.State.PLANNED))
    meeting = item.meeting

    unsaid = seen(bob, at("meeting", meeting.pk))
    sent(bob, at("held", meeting.pk), was="held")
    opened = bob.get(at("minute", item.pk)).context["form"]["seen"].value()
    sent(bob, at("minute", item.pk), minutes="The board heard the report.", seen=opened)
    page = sent(bob, at("agree_minutes", meeting.pk), **on(ON, "agreed_on"))

    assert "Nobody has said yet whether it was held." in unsaid
    assert "Held; minutes agreed on 31 October 2026." in page
    assert ("Write its minutes" in page, "Record a commitment made without" in page) == (False, True)


def test_a_cancelled_meeting_says_why_on_its_page(bob: Client) -> None:
    meeting = meetings.meeting(on=ON + timedelta(days=5), state=Meeting.State.PLANNED)

    wanting = sent(bob, at("held", meeting.pk), 400, was="cancelled")
    page = sent(bob, at("held", meeting.pk), was="cancelled", because="Snow.")

    assert "Say why it was cancelled" in wanting
    assert "Cancelled: Snow." in page


def test_dates_in_law_stand_on_the_page_of_a_council_meeting(bob: Client) -> None:
    cabinet = meetings.body("Cabinet", kind=Body.Kind.EXECUTIVE)
    meeting = meetings.meeting(cabinet, date(2026, 11, 12), Meeting.State.PLANNED)

    page = seen(bob, at("meeting", meeting.pk))

    assert "4 November 2026: five clear working days before the meeting" in page
    assert "14 October 2026: 28 clear days before a key decision is made" in page
    assert "provisional: from practitioners’ knowledge" in page


def test_a_decision_becomes_a_commitment_through_an_action(bob: Client) -> None:
    meeting = meetings.meeting()
    action = plans.action("4.4", due_on=ON - timedelta(days=9))

    asked = sent(bob, at("decide", meeting.pk), words="Complete the backlog.", to_do="yes")
    decision = meeting.decisions.get()
    page = sent(
        bob, at("commit", decision.pk), words=decision.words, owner_as_written="The director",
        **on(date(2026, 12, 1), "due_on"), action_ref="4.4",
    )  # fmt: skip
    commitment = Commitment.objects.get()

    assert "Make decision 1 a commitment" in asked
    assert "The director owns this commitment." in page
    shown = seen(bob, at("commitment", commitment.pk))
    assert (commitment.action, commitment.decision) == (action, decision)
    assert f'{at("meeting", meeting.pk)}">SEND Improvement Board, 30 October 2026</a>, decision 1' in shown
    assert "but the facts support" in shown


def test_a_decision_that_asks_nothing_goes_back_to_the_meeting(bob: Client) -> None:
    page = sent(bob, at("decide", meetings.meeting().pk), words="Note the report.", to_do="no")

    assert "nobody needs to act" in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Say who will do it: choose somebody from the list, or write their name."),
        ({"owner_as_written": "Ann"}, "Say by when: a day, or in words below."),
        (
            {"owner_as_written": "Ann", "due_as_written": "soon", "action_ref": "9.9"},
            "No plan of Marlshire has an action 9.9.",
        ),
        ({"owner_as_written": "Ann", "due_on-day": "31", "due_on-month": "2"}, "Enter a real date"),
    ],
)
def test_an_unclear_promise_is_sent_back_with_what_was_typed(bob: Client, typed: dict, sentence: str) -> None:
    page = sent(bob, at("promise", meetings.meeting().pk), 400, words="Write to schools.", **typed)

    assert sentence in page
    assert "Write to schools." in page
    assert Commitment.objects.count() == 0


def test_an_owner_offers_proof_and_somebody_else_accepts_it(bob: Client) -> None:
    ann = people.person(Role.ACTION_LEAD, name="Ann Owner")
    held = meetings.commitment(owner=ann)

    offered = sent(people.signed_in(ann), at("offer_proof", held.pk), title="The letter", words="Dear head teacher …")
    kept = sent(bob, at("proof", held.proofs.get().pk), kept="yes")

    assert "Not yet looked at." in offered
    assert "offered by Ann Owner" in offered
    assert "You have accepted “The letter”. The commitment is kept." in kept
    assert "Kept on 31 October 2026" in kept


def test_proof_is_returned_with_what_is_wanting(bob: Client) -> None:
    proof = meetings.proof()

    silent = sent(bob, at("proof", proof.pk), 400, **{"return": "yes"})
    page = sent(bob, at("proof", proof.pk), because="It has no date.", **{"return": "yes"})

    assert "Say what is wanting" in silent
    assert "Returned: It has no date." in page


def test_an_owner_may_not_look_at_the_proof_and_a_stranger_may_not_offer_any() -> None:
    owner = people.person(Role.IMPROVEMENT_LEAD)
    proof = meetings.proof(meetings.commitment(owner=owner))

    assert people.signed_in(owner).get(at("proof", proof.pk)).status_code == 403
    other = people.signed_in(people.person(Role.ACTION_LEAD))
    assert other.get(at("offer_proof", proof.commitment.pk)).status_code == 403


def test_a_commitment_is_dropped_or_not_yet_kept(bob: Client) -> None:
    held = meetings.commitment()

    unproven = sent(bob, at("end_commitment", held.pk), 400, how="kept")
    page = sent(bob, at("end_commitment", held.pk), how="dropped", because="The law has changed.")

    assert "No proof of it has been accepted." in unproven
    assert "Dropped on 31 October 2026: The law has changed." in page


def test_the_list_is_narrowed(bob: Client) -> None:
    late = meetings.commitment("Late.", due_on=YESTERDAY)
    meetings.commitment("Later.", due_on=date(2026, 12, 1))

    page = seen(bob, at("commitments") + "?state=overdue")
    none = seen(bob, at("commitments") + f"?state=kept&body={late.meeting.body_id}&owner=The%20director")
    strange = seen(bob, at("commitments") + "?state=strange&body=x&owner=nobody")

    assert ("Late." in page, "Later." in page) == (True, False)
    assert "No commitment is like that." in none
    assert ("Late." in strange, "Later." in strange) == (True, True)


def test_a_long_list_is_paged_and_stays_narrowed(bob: Client) -> None:
    meeting = meetings.meeting()
    for n in range(51):
        meetings.commitment(f"Promise {n}.", meeting=meeting, due_on=YESTERDAY)

    page = seen(bob, at("commitments") + "?state=open")

    assert "Page 1 of 2" in page
    assert "?state=open&amp;page=2" in page


def test_the_chairs_page_says_exceptions_first(bob: Client) -> None:
    last = meetings.meeting(on=date(2026, 10, 8))
    for n, activity in enumerate(("The review", "The review", "The system")):
        plans.action(f"1.{n}", "red", activity=activity)
    meetings.commitment("Late.", due_on=YESTERDAY, meeting=last)
    meetings.decision(last, words="Write to parents.")

    page = seen(bob, at("chair"))

    assert "3 red actions over 2 activities. 3 of them owe a remedial action." in page
    assert "What moved since 8 October 2026" in page
    assert "No explanation waits to be signed." in page
    assert "1 commitment overdue." in page
    assert "decision 1: Write to parents." in page


def test_a_new_date_is_approved_from_the_chairs_page_by_the_chair_only(bob: Client) -> None:
    action = plans.action("1.1", "red")
    action.remedies.create(wording="Another way.", owner="Ann", due_on=date(2027, 1, 1))
    dora = people.signed_in(people.person(Role.BOARD_CHAIR))

    pages = [seen(client, at("chair")) for client in (dora, bob)]

    assert ["Approve the new date" in page for page in pages] == [True, False]
    assert ["Not yet approved" in page for page in pages] == [True, True]
