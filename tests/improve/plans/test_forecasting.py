from datetime import date, timedelta

import pytest
from django.urls import reverse

from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.plans import forecasting, reads
from goldenthread.improve.plans.models import Action, Ended, Evidence, StatedEnd, Update
from tests.factories import people
from tests.factories.plans import ON, action, plan, theme

pytestmark = pytest.mark.django_db
DUE = ON - timedelta(days=100)


def finished(ref: str, late: int = 0, **fields):
    return action(ref, "blue", due_on=DUE, updated_on=DUE + timedelta(days=late), **fields)


def proven(ref: str, late: int = 0):
    """Evidenced, and verified by somebody else, so many days after its due date."""
    lead, verifier = people.person(), people.person()
    day = DUE + timedelta(days=late)
    made = finished(ref, lead=lead, verified_by=verifier, verified_on=day)
    Evidence.objects.create(action=made, title="A letter", captured_on=day, accepted_by=verifier, accepted_on=DUE)
    return made


def record(found) -> list[tuple[int, bool]]:
    return [(case.late, case.is_open) for case in found.record.cases]


def test_finished_is_the_first_day_since_which_nothing_but_blue_was_reported() -> None:
    made = finished("1.1", late=-10)
    for days, colour in ((5, "amber"), (9, "blue"), (20, "blue")):
        Update.objects.create(action=made, on=DUE + timedelta(days=days), reported=colour, by="somebody")

    assert record(reads.forecast(plan(), ON).reported) == [(9, False)]


def test_the_facts_support_a_finish_only_once_it_is_evidenced_and_verified_by_another() -> None:
    proven("1.1", late=30)
    finished("1.2")
    finished("1.3", lead=(lead := people.person()), verified_by=lead, verified_on=DUE)

    found = reads.forecast(plan(), ON)

    assert record(found.reported) == [(0, False), (0, False), (0, False)]
    assert record(found.supported) == [(30, False), (100, True), (100, True)]


def test_what_was_reported_after_the_day_is_not_known_on_it() -> None:
    finished("1.1", late=20)

    found = reads.forecast(plan(), DUE + timedelta(days=10))

    assert record(found.reported) == [(10, True)]


def test_an_action_that_left_the_plan_late_stays_in_the_record_and_is_not_waited_for() -> None:
    action("1.1", due_on=DUE, ended_on=DUE + timedelta(days=7), ended_because=Ended.WITHDRAWN)

    found = reads.forecast(plan(), ON).reported

    assert (record(found), found.unfinished) == ([(7, True)], 0)


def test_a_short_record_makes_no_forecast_and_says_what_is_wanting() -> None:
    finished("1.1")
    finished("1.2")
    action("1.3")

    assert forecasting.sentence(reads.forecast(plan(), ON)) == (
        "No forecast yet. It rests on how actions whose due date has passed were finished: 2 so far. It takes 5, so 3 "
        "more are needed."
    )


def test_the_sentence_gives_a_month_and_the_chance_by_the_end() -> None:
    for n in range(5):
        finished(f"1.{n}")
    action("2.1", due_on=date(2027, 3, 31))

    found = reads.forecast(plan(), ON)

    assert forecasting.sentence(found) == "7 in 10 runs finish by March 2027. By 31 March 2027, all of 1,000 do."


def test_a_plan_that_is_done_says_so() -> None:
    finished("1.1")

    assert forecasting.sentence(reads.forecast(plan(), ON)) == "Every action is reported complete."


def test_without_a_due_date_an_action_is_due_with_the_last() -> None:
    for n in range(5):
        finished(f"1.{n}")
    Action.objects.filter(pk=finished("1.9").pk).update(due_on=None)
    action("2.1", due_on=None)
    action("2.2", due_on=date(2027, 1, 31))

    found = reads.forecast(plan(), ON)

    assert (found.undated, found.unrecorded) == (1, 1)
    assert found.reported.whole.reached(1) == date(2027, 1, 31)


def test_every_end_is_kept_with_whoever_states_it() -> None:
    action("1.1", due_on=date(2027, 3, 31))
    for words in ("until March 2027", "by 31 March 2027"):
        StatedEnd.objects.create(plan=plan(), words=words, source="Cabinet", on=date(2027, 3, 31))

    assert [(end.on, end.says, end.own) for end in reads.forecast(plan(), ON).ends] == [
        (date(2027, 3, 31), "the last action is due", True),
        (date(2027, 3, 31), "“until March 2027” (Cabinet); “by 31 March 2027” (Cabinet)", False),
    ]


def test_beyond_ten_years_no_month_is_named() -> None:
    for n in range(5):
        finished(f"1.{n}")
    action("2.1", due_on=date(2037, 3, 31))

    assert forecasting.sentence(reads.forecast(plan(), ON)).startswith(
        "7 in 10 runs finish more than 10 years from now."
    )


@pytest.mark.parametrize("count", [1, 3, 60])
def test_the_forecast_asks_three_questions_however_large_the_plan(count: int, django_assert_num_queries) -> None:
    for n in range(count):
        proven(f"1.{n}")
        action(f"2.{n}").depends_on.create(needs=action(f"3.{n}"))
    asked = plan()

    with django_assert_num_queries(3):
        reads.forecast(asked, ON)


@pytest.fixture
def bob():
    return people.signed_in(people.person(Role.IMPROVEMENT_LEAD))


def page_of(client) -> str:
    answer = client.get(reverse("plans:forecast"))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_page_says_the_sentence_by_theme_and_the_record(bob) -> None:
    for n in range(6):
        proven(f"1.{n}", late=n)
    action("2.1", under=theme(number=2), due_on=date(2027, 3, 31))

    page = page_of(bob)

    assert "7 in 10 runs finish by April 2027." in page
    assert "Share of runs that have finished the whole plan, by each month’s end" in page
    assert "reported complete" in page  # the first theme


def test_the_page_of_a_short_record_has_the_record_and_no_chart(bob) -> None:
    action("1.1")

    page = page_of(bob)

    assert "No forecast yet." in page
    assert "<svg" not in page.partition("<h1")[2]


def test_where_nothing_was_finished_late_the_page_says_that_it_guesses(bob) -> None:
    for n in range(5):
        finished(f"1.{n}")
    action("1.9", due_on=DUE)

    assert (
        "No action of this plan has yet been finished after its due date, and 1 that is late is still open."
        in page_of(bob)
    )


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_as_often_however_many_actions(bob, count: int, django_assert_max_num_queries) -> None:
    for n in range(5 * count):
        proven(f"1.{n}")
        action(f"2.{n}", under=theme(number=2))

    with django_assert_max_num_queries(12):
        page_of(bob)
