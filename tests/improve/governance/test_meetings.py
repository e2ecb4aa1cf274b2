from datetime import date, time, timedelta
from hashlib import sha256

import pytest

from goldenthread.foundation.ledger.models import Entry
from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.governance import reads, writes
from goldenthread.improve.governance.models import Body, Decision, Meeting
from goldenthread.improve.governance.seen import seen
from tests.factories import meetings, people, plans
from tests.factories.meetings import ON, YESTERDAY

pytestmark = pytest.mark.django_db
TO_COME = ON + timedelta(days=12)


@pytest.fixture
def bob():
    return people.person(Role.IMPROVEMENT_LEAD, name="Bob Keeper")


def test_a_meeting_is_planned_once_a_day(bob) -> None:
    body = meetings.body()

    meeting = writes.plan_meeting(body=body, meets_on=TO_COME, place="Room 2", by=bob, on=ON)

    assert (meeting.state, meeting.place) == (Meeting.State.PLANNED, "Room 2")
    with pytest.raises(writes.CannotSave, match="has a meeting on 12 November 2026 already"):
        writes.plan_meeting(body=body, meets_on=TO_COME, by=bob, on=ON)


def test_a_meeting_moves_and_the_ledger_has_both_days(bob) -> None:
    meeting = meetings.meeting(on=TO_COME, state=Meeting.State.PLANNED)

    writes.change_meeting(meeting=meeting, meets_on=date(2026, 11, 19), starts_at=time(14), by=bob, on=ON)

    assert Entry.objects.latest("position").detail == {"on": "2026-11-19", "before": "2026-11-12"}
    with pytest.raises(writes.ChangedSince):
        writes.change_meeting(meeting=meeting, meets_on=TO_COME, seen="another", by=bob, on=ON)


def test_a_meeting_that_was_held_does_not_move_into_the_future(bob) -> None:
    with pytest.raises(writes.CannotSave, match="was held, so its day cannot be one that is still to come"):
        writes.change_meeting(meeting=meetings.meeting(), meets_on=TO_COME, by=bob, on=ON)


def test_agenda_items_are_numbered_in_order(bob) -> None:
    meeting = meetings.meeting(on=TO_COME, state=Meeting.State.PLANNED)

    items = [writes.add_item(meeting=meeting, title=title, by=bob, on=ON) for title in ("Welcome", "The plan")]

    assert [str(item) for item in items] == ["1. Welcome", "2. The plan"]


def test_nothing_is_put_on_a_cancelled_agenda(bob) -> None:
    meeting = meetings.meeting(state=Meeting.State.CANCELLED)

    with pytest.raises(writes.CannotSave, match="Put the item on the agenda of the next one"):
        writes.add_item(meeting=meeting, title="Late", by=bob, on=ON)


def test_a_tabled_paper_keeps_the_hash_of_its_words(bob) -> None:
    paper = writes.table_paper(item=meetings.item(), title="Report", words="49 of 107 are Green.", by=bob, on=ON)

    assert paper.sha256 == sha256(b"49 of 107 are Green.").hexdigest()
    assert paper.captured_on == ON
    assert writes.table_paper(item=paper.item, title="Elsewhere", by=bob, on=ON).sha256 == ""


def test_who_came_replaces_what_was_written_before(bob) -> None:
    meeting = meetings.meeting()
    writes.record_attendance(meeting=meeting, people=[writes.Attended("Ann"), writes.Attended("Cat")], by=bob, on=ON)

    came = [writes.Attended("Ann", "Director"), writes.Attended("Dan", apologies=True)]
    writes.record_attendance(meeting=meeting, people=came, by=bob, on=ON)

    rows = list(meeting.attendances.values_list("name", "post", "apologies"))
    assert rows == [("Ann", "Director", False), ("Dan", "", True)]
    assert Entry.objects.latest("position").detail == {"present": 1, "apologies": 1}


def test_a_name_that_stands_twice_is_refused(bob) -> None:
    with pytest.raises(writes.CannotSave, match="Ann stands in the list twice"):
        writes.record_attendance(
            meeting=meetings.meeting(), people=[writes.Attended("Ann"), writes.Attended("Ann")], by=bob, on=ON
        )


def test_the_second_of_two_to_write_minutes_is_told(bob) -> None:
    item = meetings.item()
    opened = seen(item)
    writes.write_minute(item=item, minutes="The board heard the report.", seen=opened, by=bob, on=ON)

    with pytest.raises(writes.ChangedSince, match="these minutes"):
        writes.write_minute(item=item, minutes="Other words.", seen=opened, by=bob, on=ON)


@pytest.mark.parametrize("change", ["minutes", "held", "decision"])
def test_nothing_has_been_said_before_the_day(bob, change: str) -> None:
    meeting = meetings.meeting(on=TO_COME, state=Meeting.State.PLANNED)
    item = meetings.item(meeting)
    changes = {
        "minutes": lambda: writes.write_minute(item=item, minutes="Said.", by=bob, on=ON),
        "held": lambda: writes.hold_meeting(meeting=meeting, by=bob, on=ON),
        "decision": lambda: writes.decide(meeting=meeting, words="Decided.", by=bob, on=ON),
    }

    with pytest.raises(writes.CannotSave, match="12 November 2026, which is still to come"):
        changes[change]()


def test_a_cancelled_meeting_says_why_and_decided_nothing(bob) -> None:
    meeting = meetings.meeting(state=Meeting.State.PLANNED)
    with pytest.raises(writes.CannotSave, match="Say why it was cancelled"):
        writes.cancel_meeting(meeting=meeting, because=" ", by=bob, on=ON)

    cancelled = writes.cancel_meeting(meeting=meeting, because="Snow.", by=bob, on=ON)

    assert (cancelled.state, cancelled.why_cancelled) == (Meeting.State.CANCELLED, "Snow.")
    with pytest.raises(writes.CannotSave, match="This meeting was cancelled, so nothing was said there"):
        writes.decide(meeting=cancelled, words="Decided.", by=bob, on=ON)


def test_a_meeting_that_decided_something_is_not_cancelled(bob) -> None:
    decision = meetings.decision()

    with pytest.raises(writes.CannotSave, match="This meeting decided something"):
        writes.cancel_meeting(meeting=decision.meeting, because="Snow.", by=bob, on=ON)


def test_decisions_are_numbered_within_their_meeting(bob) -> None:
    first, second = meetings.meeting(), meetings.meeting(on=ON - timedelta(days=40))

    made = [writes.decide(meeting=at, words="Decided.", by=bob, on=ON) for at in (first, first, second)]

    assert [one.number for one in made] == [1, 2, 1]


def test_a_decision_under_another_meetings_item_is_refused(bob) -> None:
    item = meetings.item(meetings.meeting(on=ON - timedelta(days=40)))

    with pytest.raises(writes.CannotSave, match="on the agenda of another meeting"):
        writes.decide(meeting=meetings.meeting(), item=item, words="Decided.", by=bob, on=ON)


def test_agreed_minutes_stand(bob) -> None:
    meeting = meetings.meeting(on=YESTERDAY)
    item = meetings.item(meeting, minutes="The board heard the report.")

    agreed = writes.agree_minutes(meeting=meeting, agreed_on=ON, by=bob, on=ON)

    assert agreed.minutes_agreed_on == ON
    for change in (
        lambda: writes.write_minute(item=item, minutes="Other words.", by=bob, on=ON),
        lambda: writes.decide(meeting=meeting, words="One more.", by=bob, on=ON),
        lambda: writes.record_attendance(meeting=meeting, people=[], by=bob, on=ON),
        lambda: writes.table_paper(item=item, title="A late one", by=bob, on=ON),
    ):
        with pytest.raises(writes.CannotSave, match="The minutes were agreed on 31 October 2026"):
            change()


@pytest.mark.parametrize(
    ("state", "minutes", "agreed_on", "sentence"),
    [
        (Meeting.State.PLANNED, "Said.", ON, "Say first that it was"),
        (Meeting.State.HELD, "", ON, "No minutes have been written yet"),
        (Meeting.State.HELD, "Said.", YESTERDAY, "Minutes are agreed after the meeting"),
        (Meeting.State.HELD, "Said.", TO_COME, "Minutes are agreed after the meeting"),
    ],
)
def test_minutes_that_cannot_be_agreed(bob, state: str, minutes: str, agreed_on: date, sentence: str) -> None:
    item = meetings.item(meetings.meeting(state=state), minutes=minutes)

    with pytest.raises(writes.CannotSave, match=sentence):
        writes.agree_minutes(meeting=item.meeting, agreed_on=agreed_on, by=bob, on=ON)


def test_next_and_past_meetings_in_their_order() -> None:
    board, group = meetings.body(), meetings.body("Group")
    late = meetings.meeting(board, TO_COME, Meeting.State.PLANNED)
    soon = meetings.meeting(group, ON, Meeting.State.PLANNED)
    unsaid = meetings.meeting(board, YESTERDAY, Meeting.State.PLANNED)
    held = meetings.meeting(group, date(2026, 9, 1))
    meetings.meeting(meetings.body(in_area=people.area("998")), TO_COME, Meeting.State.PLANNED)

    assert list(reads.next_meetings(people.area(), ON)) == [soon, late]
    assert list(reads.past_meetings(people.area(), ON)) == [unsaid, held]


def test_decisions_wait_until_they_are_commitments_or_ask_nothing() -> None:
    waiting = meetings.decision()
    meetings.decision(words="Note the report.", to_do=False)
    meetings.commitment(decision=meetings.decision(words="Write to schools."))
    offered = meetings.proof()
    meetings.proof(title="Returned", returned_because="It has no date.")

    found = reads.decisions_waiting(people.area(), ON)

    assert found == reads.Waiting((waiting,), (offered,))
    assert found.count == 2
    assert reads.decisions_waiting(people.area("998"), ON).count == 0


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Body.Kind.BOARD, []),
        (Body.Kind.SCRUTINY, [("Publish the agenda and its reports by", date(2026, 11, 4))]),
        (Body.Kind.HEALTH_AND_WELLBEING, [("Publish the agenda and its reports by", date(2026, 11, 4))]),
        (
            Body.Kind.EXECUTIVE,
            [
                ("Publish the agenda and its reports by", date(2026, 11, 4)),
                ("Give notice of any key decision by", date(2026, 10, 14)),
            ],
        ),
    ],
)
def test_the_law_gives_dates_to_meetings_of_the_council(kind: str, expected: list[tuple[str, date]]) -> None:
    meeting = meetings.meeting(meetings.body(kind=kind), TO_COME, Meeting.State.PLANNED)

    assert [(one.what, one.notice.due_on) for one in reads.notices_of(meeting)] == expected


def test_a_meeting_before_the_law_has_no_dates() -> None:
    assert reads.notices_of(meetings.meeting(meetings.body(kind=Body.Kind.SCRUTINY), date(1999, 5, 4))) == []


def test_the_facts_suggest_what_to_talk_about() -> None:
    meeting = meetings.meeting(on=TO_COME, state=Meeting.State.PLANNED)
    meetings.meeting(on=YESTERDAY)
    meetings.commitment(due_on=ON - timedelta(days=3))
    meetings.commitment(due_on=TO_COME)
    meetings.commitment(due_on=TO_COME + timedelta(days=1))
    for number in (1, 2, 3):
        plans.action(f"1.{number}", due_on=ON - timedelta(days=9) if number == 1 else date(2027, 3, 31))
    for number in (4, 5):
        plans.action(f"1.{number}", "red", activity="The review")

    assert reads.suggested_items(meeting, people.area(), ON) == [
        "Minutes of the last meeting, 30 October 2026",
        "Commitments due: 2 by this meeting, 1 of them overdue",
        "Challenges: 1 of 3 Green",
        "Exceptions: 2 red actions over 1 activity",
    ]


def test_without_facts_nothing_is_suggested() -> None:
    assert reads.suggested_items(meetings.meeting(), people.area(), ON) == []


def test_a_decision_without_anything_to_do_is_recorded_so(bob) -> None:
    writes.decide(meeting=meetings.meeting(), words="Note the report.", to_do=False, by=bob, on=ON)

    assert list(Decision.objects.values_list("to_do", flat=True)) == [False]
