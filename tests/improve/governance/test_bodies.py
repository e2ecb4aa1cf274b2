from datetime import date, timedelta

import pytest

from goldenthread.foundation.ledger.models import Entry
from goldenthread.foundation.partnership.models import OrganisationKind, Role
from goldenthread.improve.governance import reads, writes
from goldenthread.improve.governance.models import Body, Meeting, ReportingLine, Rhythm
from goldenthread.improve.governance.seen import seen
from tests.factories import meetings, people, plans
from tests.factories.meetings import ON

pytestmark = pytest.mark.django_db


@pytest.fixture
def bob():
    return people.person(Role.IMPROVEMENT_LEAD, name="Bob Keeper")


def described(**other) -> dict[str, str]:
    return {"name": "The Board", "kind": Body.Kind.BOARD, "rhythm": Rhythm.MONTHLY, **other}


def test_a_body_is_added_with_one_ledger_line(bob) -> None:
    body = writes.add_body(area=people.area(), name="The Board", by=bob, on=ON, rhythm=Rhythm.QUARTERLY)

    (entry,) = Entry.objects.filter(subject=f"body:{body.pk}")
    assert (entry.what, entry.area, entry.detail) == ("body added", "999", {"kind": "board", "rhythm": "quarterly"})


def test_a_second_body_of_that_name_is_refused(bob) -> None:
    meetings.body("The Board")

    with pytest.raises(writes.CannotSave, match="Marlshire has a body called “The Board” already"):
        writes.add_body(area=people.area(), name="The Board", by=bob, on=ON)


def test_the_second_of_two_to_change_a_body_is_told(bob) -> None:
    body = meetings.body("The Board")
    opened = seen(body)
    writes.change_body(body=body, by=bob, on=ON, seen=opened, **described(purpose="To steer."))

    with pytest.raises(writes.ChangedSince, match="Somebody else has changed this body since you opened it"):
        writes.change_body(body=body, by=bob, on=ON, seen=opened, **described(purpose="To watch."))

    assert Body.objects.get(pk=body.pk).purpose == "To steer."


def test_a_changed_body_may_not_take_anothers_name(bob) -> None:
    body = meetings.body("A Group")
    meetings.body("The Board")

    with pytest.raises(writes.CannotSave, match="a body called “The Board” already"):
        writes.change_body(body=body, by=bob, on=ON, **described())


def test_a_person_brings_name_post_and_organisation_to_the_seat(bob) -> None:
    ann = people.person(name="Ann Forum")

    seat = writes.fill_seat(body=meetings.body(), person=ann, chairs=True, by=bob, on=ON)

    assert (seat.name, seat.organisation, seat.chairs) == ("Ann Forum", "Marlshire County Council", True)


def test_nobody_has_two_seats_at_once_and_a_seat_needs_somebody(bob) -> None:
    body = meetings.body()
    writes.fill_seat(body=body, name="Ann", by=bob, on=ON)

    with pytest.raises(writes.CannotSave, match="Ann has a seat on SEND Improvement Board already"):
        writes.fill_seat(body=body, name="Ann", by=bob, on=ON)
    with pytest.raises(writes.CannotSave, match="Say who sits here"):
        writes.fill_seat(body=body, by=bob, on=ON)


def test_an_ended_seat_is_kept_among_the_past_ones(bob) -> None:
    body = meetings.body()
    seat = meetings.seat(body, from_on=date(2025, 1, 6))

    writes.end_seat(seat=seat, until_on=ON - timedelta(days=1), by=bob, on=ON)

    one = reads.governing(people.area(), body.pk, ON)
    assert (one.seats, one.past) == ((), (seat,))
    with pytest.raises(writes.CannotSave, match="This seat ended on 30 October 2026 already"):
        writes.end_seat(seat=seat, until_on=ON, by=bob, on=ON)


def test_a_seat_does_not_end_before_it_began(bob) -> None:
    seat = meetings.seat(from_on=ON)

    with pytest.raises(writes.CannotSave, match="took the seat on 31 October 2026"):
        writes.end_seat(seat=seat, until_on=ON - timedelta(days=1), by=bob, on=ON)


def test_a_ring_is_refused_and_says_through_whom(bob) -> None:
    owner, board, group = meetings.body("Owner"), meetings.body("Board"), meetings.body("Group")
    writes.draw_line(lower=board, upper=owner, by=bob, on=ON)
    writes.draw_line(lower=group, upper=board, by=bob, on=ON)

    with pytest.raises(writes.CannotSave) as refused:
        writes.draw_line(lower=owner, upper=group, by=bob, on=ON)

    assert str(refused.value) == (
        "Group reports to Owner already, through Board: they would report to each other in a ring, and nobody would be "
        "at the top. Remove that line first, if it is the wrong one."
    )
    assert ReportingLine.objects.count() == 2


@pytest.mark.parametrize(
    ("upper", "sentence"),
    [("Board", "Board cannot report to itself"), ("Owner", "Board reports to Owner already")],
)
def test_a_line_to_itself_or_drawn_twice_is_refused(bob, upper: str, sentence: str) -> None:
    board = meetings.body("Board")
    meetings.line(board, meetings.body("Owner"))

    with pytest.raises(writes.CannotSave, match=sentence):
        writes.draw_line(lower=board, upper=meetings.body(upper), by=bob, on=ON)


def test_another_areas_body_is_not_reported_to(bob) -> None:
    elsewhere = meetings.body("Elsewhere", in_area=people.area("998"))

    with pytest.raises(writes.CannotSave, match="reports to one of its own area"):
        writes.draw_line(lower=meetings.body(), upper=elsewhere, by=bob, on=ON)


def test_a_removed_line_is_gone_and_in_the_ledger(bob) -> None:
    lower, upper = meetings.body("Lower"), meetings.body("Upper")
    line = writes.draw_line(lower=lower, upper=upper, by=bob, on=ON)

    writes.remove_line(line=line, by=bob, on=ON)

    assert ReportingLine.objects.count() == 0
    assert Entry.objects.latest("position").detail == {"from": lower.pk, "to": upper.pk}


def test_the_forums_seat_on_a_board_is_said_or_missed() -> None:
    first, second, third = meetings.body("Board 1"), meetings.body("Board 2"), meetings.body("Board 3")
    meetings.body("Families Together", kind=Body.Kind.FORUM)
    forum = people.organisation("Voices", kind=OrganisationKind.PARENT_CARER_FORUM)
    parent = people.person(name="A Parent")
    parent.organisation = forum
    parent.save()
    known = meetings.seat(first, "A Parent", person=parent)
    named = meetings.seat(second, "Another", organisation="Families Together")
    meetings.seat(third, "A Director", organisation="The council")
    meetings.seat(third, "Gone", post="Chair of the parent carer forum", until_on=ON - timedelta(days=1))

    found = reads.governance_map(people.area(), ON)

    assert found.forum == (
        reads.ForumSeat(first, (known,)),
        reads.ForumSeat(second, (named,)),
        reads.ForumSeat(third, ()),
    )


def test_a_body_owns_the_plan_that_names_it() -> None:
    theme = plans.theme()
    theme.plan.owner = "Send Improvement board"
    theme.plan.save()

    one = reads.governing(people.area(), meetings.body().pk, ON)

    assert one.owns == (theme.plan,)


def test_the_last_meeting_held_and_the_next_planned_make_the_rhythm() -> None:
    body = meetings.body()
    meetings.meeting(body, date(2026, 8, 30))
    meetings.meeting(body, date(2026, 10, 1), Meeting.State.CANCELLED, why_cancelled="Snow.")
    meetings.meeting(body, date(2026, 11, 12), Meeting.State.PLANNED)

    one = reads.governing(people.area(), body.pk, ON)

    assert (one.last_on, one.next_on, one.rhythm.kept) == (date(2026, 8, 30), date(2026, 11, 12), False)
