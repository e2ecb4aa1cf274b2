from datetime import date, timedelta

import pytest

from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.governance import reads
from goldenthread.improve.governance.models import Body, Meeting
from goldenthread.improve.plans import reads as plans_reads
from goldenthread.improve.plans.models import Override, Update
from goldenthread.rules.honesty.talks import Talk
from tests.factories import meetings, people, plans
from tests.factories.meetings import ON

pytestmark = pytest.mark.django_db
LAST = date(2026, 10, 8)


@pytest.fixture
def dora():
    return people.person(Role.BOARD_CHAIR, name="Dora Chair")


def found(viewer) -> reads.Exceptions:
    themed = next(iter(plans_reads.plans(people.area())), None)
    return reads.exceptions(people.area(), themed, ON, viewer, small_numbers=False)


def six_reds_over_four_activities() -> None:
    """As a Cabinet was told in May 2018: two activities each stand for two actions."""
    activities = ("The matrix", "The matrix", "Local offer data", "Local offer data", "Text messages", "The system")
    for n, activity in enumerate(activities):
        action = plans.action(f"1.{n}", "red", activity=activity)
        if n < 3:
            action.remedies.create(
                wording="Another way.", owner="Ann", due_on=date(2027, 1, n + 1),
                approved_by="Dora Chair" if n == 0 else "", approved_on=LAST if n == 0 else None,
            )  # fmt: skip


def test_six_reds_over_four_activities_with_what_each_owes(dora) -> None:
    six_reds_over_four_activities()

    page = found(dora)

    assert (len(page.standing.reds), len(page.standing.red_activities())) == (6, 4)
    assert [one.action.ref for one in page.dates_to_approve] == ["1.1", "1.2"]
    assert [one.action.ref for one in page.owing] == ["1.3", "1.4", "1.5"]


def test_what_moved_is_since_the_last_meeting_of_the_board_that_one_chairs(dora) -> None:
    mine, other = meetings.body("Mine"), meetings.body("Other")
    meetings.seat(mine, "Dora Chair", person=dora, chairs=True)
    last = meetings.meeting(mine, LAST)
    others = meetings.meeting(other, LAST + timedelta(days=9))
    meetings.meeting(mine, ON - timedelta(days=1), Meeting.State.CANCELLED)
    meetings.meeting(meetings.body("A panel", kind=Body.Kind.SCRUTINY), ON - timedelta(days=2))
    before, after = plans.action("1.1", updated_on=date(2026, 9, 1)), plans.action("1.2", updated_on=date(2026, 9, 1))
    Update.objects.create(action=before, on=LAST - timedelta(days=1), reported="amber", by="x")
    Update.objects.create(action=after, on=LAST + timedelta(days=1), reported="amber", by="x")

    page = found(dora)

    assert (page.waits.last, page.standing.since) == (last, LAST)
    assert ([one.action for one in page.worse], page.better) == ([after], [])
    assert found(people.person(Role.BOARD_MEMBER)).waits.last.pk == others.pk


def test_without_a_meeting_it_is_since_the_end_of_the_month_before(dora) -> None:
    plans.action()

    page = found(dora)

    assert (page.waits.last, page.standing.since) == (None, date(2026, 9, 30))


def test_every_theme_stands_in_one_talk_or_has_nothing_to_say_yet(dora) -> None:
    plans.action()
    plans.theme(number=2, reported="white")

    page = found(dora)

    assert [one.talk for one in page.talks] == list(Talk)
    assert sum(len(one.themes) for one in page.talks) + len(page.silent) == 2


def test_explanations_that_end_within_four_weeks_are_said(dora) -> None:
    for n, days in enumerate((0, 28, 29)):
        action = plans.action(f"1.{n}", due_on=ON - timedelta(days=9))
        Override.objects.create(
            action=action, signed_as="Dora", signed_on=LAST, why="Snow.", until_on=ON + timedelta(days=days)
        )
    plans.action("1.9", due_on=ON - timedelta(days=9))

    page = found(dora)

    assert [(one.of.action.ref, one.until) for one in page.expiring] == [
        ("1.0", ON), ("1.1", ON + timedelta(days=28)),
    ]  # fmt: skip
    assert page.open_challenges == 1 + len([one for one in page.standing.challenged_themes if one.verdict.open])


def test_overdue_commitments_and_decisions_without_an_owner(dora) -> None:
    late = meetings.commitment(due_on=ON - timedelta(days=3))
    meetings.commitment(due_on=ON)
    decision = meetings.decision()

    page = found(dora)

    assert [one.commitment for one in page.overdue] == [late]
    assert page.waits.unpromised == (decision,)


def test_explanations_that_wait_for_a_signature_are_counted(dora) -> None:
    for n in (1, 2):
        challenge = plans.action(f"1.{n}").challenges.create(raised_on=LAST, reported="green", supported="amber")
        challenge.explanations.create(why="Snow.", until_on=ON, asked_by=people.person(), asked_on=LAST)

    assert found(dora).waits.explanations == 2


def test_without_a_plan_only_meetings_are_said(dora) -> None:
    page = found(dora)

    assert (page.standing, page.dates_to_approve, page.owing, page.silent, page.worse, page.expiring) == (
        None, [], [], [], [], [],
    )  # fmt: skip
    assert page.open_challenges == 0
