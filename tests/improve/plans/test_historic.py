"""How the plan stood month by month: only while an action was in it, and never by loading every update."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.plans import historic
from goldenthread.improve.plans.historic import Member
from goldenthread.improve.plans.models import Action, Challenge, Ended, Milestone, Succession
from goldenthread.rules.honesty.colours import Colour
from tests.factories import people
from tests.factories.big_plan import Size, big_plan
from tests.factories.plans import ON, action, plan, theme

AUGUST, SEPTEMBER = date(2026, 8, 31), date(2026, 9, 30)


def test_months_end_on_their_last_day_and_the_last_on_the_day_itself() -> None:
    assert historic.month_ends(date(2026, 8, 12), date(2026, 10, 20)) == [AUGUST, SEPTEMBER, date(2026, 10, 20)]
    assert historic.month_ends(date(2026, 8, 12), AUGUST) == [AUGUST]
    assert historic.month_ends(ON, ON) == [ON]


def test_an_action_counts_from_the_day_it_came_until_the_day_before_it_ended() -> None:
    days = [AUGUST - timedelta(days=1), AUGUST, ON - timedelta(days=1), ON]

    found = historic.colours_at([], [Member(1, 1, came_on=AUGUST, ended_on=ON)], days)

    assert [month.total() for month in found] == [0, 1, 1, 0]


def test_the_colour_of_a_day_is_the_newest_told_by_its_end() -> None:
    told = [(1, AUGUST, "green"), (1, SEPTEMBER, "red"), (1, SEPTEMBER, "amber")]

    found = historic.colours_at(told, [Member(1, 1), Member(2, 1)], [AUGUST, SEPTEMBER])

    assert found == [Counter({Colour.GREEN: 1, Colour.WHITE: 1}), Counter({Colour.AMBER: 1, Colour.WHITE: 1})]


DAYS = st.integers(0, 30).map(lambda days: ON - timedelta(days=days))
SPANS = st.tuples(DAYS, st.none() | DAYS)


@given(st.sets(DAYS, min_size=1, max_size=5).map(sorted), st.lists(SPANS, max_size=8))
def test_what_stands_is_what_walking_day_by_day_would_count(days, spans) -> None:
    walked = [sum(begins <= day and (end is None or day < end) for begins, end in spans) for day in days]

    assert historic.standing_on(days, spans) == walked


@pytest.mark.django_db
def test_a_split_action_gives_way_to_its_successors_and_nothing_is_counted_twice() -> None:
    before = action("1.1", "amber", updated_on=AUGUST)
    after = [action(ref, "green", updated_on=ON) for ref in ("1.1a", "1.1b")]
    Action.objects.filter(pk=before.pk).update(ended_on=ON, ended_because=Ended.SPLIT)
    for one in after:
        Succession.objects.create(earlier=before, later=one, kind=Ended.SPLIT, on=ON, asked_by="The board")

    found = historic.history(plan(), ON)

    assert [(month.on, dict(month.colours)) for month in found] == [
        (AUGUST, {Colour.AMBER: 1}),
        (SEPTEMBER, {Colour.AMBER: 1}),
        (ON, {Colour.GREEN: 2}),
    ]


@pytest.mark.django_db
def test_milestones_and_challenges_by_month() -> None:
    made = action(updated_on=AUGUST)
    for title, due, reached in (("A", AUGUST, SEPTEMBER), ("B", SEPTEMBER, None), ("C", ON, AUGUST)):
        Milestone.objects.create(action=made, title=title, due_on=due, reached_on=reached)
    Challenge.objects.create(
        action=made, raised_on=AUGUST, reported="green", supported="amber", answered_on=ON, answer="facts"
    )

    found = historic.history(plan(), ON)

    assert [(month.due, month.reached, month.challenged) for month in found] == [(1, 0, 1), (2, 1, 1), (3, 2, 0)]


@pytest.mark.django_db
def test_one_theme_alone() -> None:
    action("1.1", "red", updated_on=SEPTEMBER)
    other = action("2.1", "blue", under=theme(number=2), updated_on=SEPTEMBER)

    found = historic.history(plan(), ON, other.theme_id)

    assert [dict(month.colours) for month in found] == [{Colour.BLUE: 1}] * 2


@pytest.mark.django_db
def test_without_any_report_there_is_one_column_of_white() -> None:
    action(colour="white")

    (found,) = historic.history(plan(), ON)

    assert (found.on, found.colours) == (ON, Counter({Colour.WHITE: 1}))


@pytest.mark.django_db
def test_changes_alone_give_the_colours_that_every_update_gives() -> None:
    made = big_plan(Size(actions=40, months=8), ON)
    days = historic.month_ends(date(2026, 3, 1), ON)
    found = historic.members(made)

    by_changes = list(historic.colours_at(historic.changes(made, ON), found, days))

    everything = [
        (one.action_id, one.on, one.reported)
        for each in Action.objects.filter(theme__plan=made)
        for one in each.updates.order_by("on", "pk")
    ]
    everything.sort(key=lambda told: told[1])
    assert by_changes == list(historic.colours_at(everything, found, days))
    assert len(historic.changes(made, ON)) < len(everything)


@pytest.mark.django_db
@pytest.mark.parametrize("count", [1, 3, 60])
def test_the_page_asks_as_often_whatever_the_size(count: int, django_assert_num_queries) -> None:
    big_plan(Size(actions=count, months=4), ON)
    client = people.signed_in(people.person(Role.BOARD_MEMBER))

    with django_assert_num_queries(9):
        assert client.get("/plan/history/").status_code == 200


@pytest.mark.django_db
def test_the_page_says_what_is_not_known_and_shows_red_amber_and_green_on_request() -> None:
    action(updated_on=AUGUST)
    client = people.signed_in(people.person(Role.BOARD_MEMBER))

    plain, rag = (" ".join(client.get(f"/plan/history/{each}").content.decode().split()) for each in ("", "?view=rag"))

    assert "When an action was first written into the plan is not recorded" in plain
    assert ("Blue (B): complete" in plain, "Blue (B): complete" in rag) == (True, False)
    assert "Grey (–): not started" in rag
