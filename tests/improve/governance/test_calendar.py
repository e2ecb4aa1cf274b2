"""The days that matter, on a page and as a feed that a calendar program reads without signing in."""

from datetime import date

import icalendar
import pytest
from django.test import Client

from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.governance.models import Body, Commitment, Meeting
from goldenthread.improve.governance.reads import calendar as reads
from goldenthread.improve.governance.writes.calendar import make_calendar_key
from goldenthread.improve.plans.models import Remedy
from tests.factories import people, plans

pytestmark = pytest.mark.django_db
ON = people.TODAY
NOVEMBER, DECEMBER = date(2026, 11, 16), date(2026, 12, 1)


def board(in_area=None):
    return Body.objects.create(area=in_area or people.area(), name="Board")


def kinds(as_at=ON):
    return [(one.on, one.kind, one.what) for one in reads.dates(people.area(), as_at)]


def member(*roles):
    return people.person(*(roles or (Role.BOARD_MEMBER,)))


def test_dates_of_the_plan_and_of_meetings_stand_in_order():
    plans.action("1.1", due_on=DECEMBER, wording="Visit schools.")
    Meeting.objects.create(body=board(), on=NOVEMBER)
    Commitment.objects.create(area=people.area(), words="Send the chart.", made_on=ON, due_on=ON)

    assert kinds() == [
        (ON, "Commitment due", "Send the chart."),
        (NOVEMBER, "Meeting", "Board"),
        (DECEMBER, "Action due", "1.1 Visit schools."),
    ]


def test_what_is_complete_or_has_left_the_plan_is_not_awaited():
    done = plans.action("1.1", "blue", due_on=DECEMBER)
    done.milestones.create(title="Half way", due_on=NOVEMBER)
    plans.action("1.2", due_on=DECEMBER, ended_on=ON, ended_because="withdrawn")
    plans.action("1.3", "white", due_on=DECEMBER, wording="Not begun.")

    assert kinds() == [(DECEMBER, "Action due", "1.3 Not begun.")]


def test_of_several_new_dates_the_newest_is_awaited():
    action = plans.action("1.1", "red", due_on=date(2026, 9, 1), wording="Do it.")
    Remedy.objects.create(action=action, wording="First try.", owner="Ann", due_on=NOVEMBER)
    Remedy.objects.create(action=action, wording="Second try.", owner="Ann", due_on=DECEMBER)

    assert kinds() == [
        (date(2026, 9, 1), "Action due", "1.1 Do it."),
        (DECEMBER, "New date of a red action", "1.1 Second try."),
    ]


def test_effects_targets_explanations_ends_and_risks_have_their_days():
    theme = plans.theme()
    outcome = theme.outcomes.create(ref="1A", sentence="Help comes sooner.", effect_expected_on=NOVEMBER)
    outcome.measures.create(indicator="timeliness_20_weeks", target=60, target_by=DECEMBER)
    theme.overrides.create(signed_as="Ann, Director", signed_on=ON, why="It is so.", until_on=NOVEMBER)
    theme.plan.risks.create(
        title="One provider.", likelihood=3, impact=4, owner="Ann", raised_on=ON, review_on=DECEMBER
    )
    theme.plan.ends_on = DECEMBER
    theme.plan.save()

    assert kinds() == [
        (NOVEMBER, "Effect expected", "Help comes sooner."),
        (NOVEMBER, "Signed explanation ends", "1. Theme 1"),
        (DECEMBER, "Plan ends", "A plan"),
        (DECEMBER, "Risk to look at again", "One provider."),
        (DECEMBER, "Target to be met", "Help comes sooner."),
    ]


def test_another_areas_dates_are_not_among_them():
    elsewhere = plans.theme(plans.plan(people.area("885")))
    plans.action("9.9", under=elsewhere)
    Meeting.objects.create(body=board(people.area("885")), on=NOVEMBER)

    assert kinds() == []


def test_the_feed_is_read_by_the_secret_alone_and_gives_whole_days():
    action = plans.action("1.1", due_on=DECEMBER, wording="Visit schools.")
    key = make_calendar_key(person=member(), on=ON)

    answer = Client().get(f"/meetings/calendar/{key}.ics")
    (event,) = icalendar.Calendar.from_ical(answer.content).walk("VEVENT")

    assert (answer.status_code, answer["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert (event["SUMMARY"], event.start, str(event["UID"])) == (
        "Action due: 1.1 Visit schools.", DECEMBER, f"action-{action.pk}@goldenthread",
    )  # fmt: skip


def test_a_new_secret_stops_the_old_one_and_neither_is_kept():
    person = member()
    old, new = make_calendar_key(person=person, on=ON), make_calendar_key(person=person, on=ON)

    found = [Client().get(f"/meetings/calendar/{key}.ics").status_code for key in (old, new, "guess")]

    assert found == [404, 200, 404]
    assert reads.key_of(person).sha256 not in (old, new)


def test_who_may_no_longer_read_the_plan_has_an_empty_hand():
    person = member()
    key = make_calendar_key(person=person, on=ON)
    person.roles.update(until_on=date(2026, 10, 30))

    assert Client().get(f"/meetings/calendar/{key}.ics").status_code == 404


def test_whose_account_was_closed_has_no_feed():
    person = member()
    key = make_calendar_key(person=person, on=ON)
    person.user.is_active = False
    person.user.save()

    assert Client().get(f"/meetings/calendar/{key}.ics").status_code == 404


def test_the_page_shows_one_kind_when_asked_and_says_what_is_late():
    plans.action("1.1", due_on=date(2026, 10, 1), wording="Late thing.")
    Meeting.objects.create(body=board(), on=NOVEMBER)
    page = people.signed_in(member())

    everything = page.get("/meetings/calendar/").content.decode()
    meetings = page.get("/meetings/calendar/?kind=Meeting").content.decode()

    assert ["Past, and not ended: 1" in shown for shown in (everything, meetings)] == [True, False]
    assert ["November 2026" in shown for shown in (everything, meetings)] == [True, True]


def test_the_address_is_shown_once():
    page = people.signed_in(member())

    answer = page.post("/meetings/calendar/key/", follow=True)
    again = page.get("/meetings/calendar/")

    assert [".ics" in each.content.decode() for each in (answer, again)] == [True, False]


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_the_database_as_often_however_many_dates(count, django_assert_num_queries):
    for number in range(count):
        action = plans.action(f"1.{number}", due_on=DECEMBER)
        action.milestones.create(title="Half way", due_on=NOVEMBER)
    page = people.signed_in(member())

    with django_assert_num_queries(15):
        page.get("/meetings/calendar/")
