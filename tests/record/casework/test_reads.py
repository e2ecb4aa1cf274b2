"""Who is waiting, since when, and what is due: as at a day, within one area."""

from datetime import date, timedelta

import pytest
from django_scopes.exceptions import ScopeError

from goldenthread.foundation.partnership.models import Role
from goldenthread.record.casework import reads
from goldenthread.record.casework.models import Assessment, Child
from tests.factories import people
from tests.factories.casework import KNOWN_ON, ON, a_child, a_plan, a_request

pytestmark = pytest.mark.django_db


def weeks_ago(weeks, days=0):
    return ON - timedelta(weeks=weeks, days=days)


def test_a_query_without_an_area_raises():
    a_child()

    with pytest.raises(ScopeError):
        Child.objects.count()


def test_a_case_is_open_until_it_ends_one_way_or_another():
    waiting = a_request(received_on=date(2026, 9, 21))
    assessed = a_request(received_on=date(2026, 3, 2), outcome="Y", decided_on=date(2026, 4, 7))
    Assessment.objects.create(request=assessed, known_on=KNOWN_ON)
    overturned = a_request(received_on=date(2026, 2, 2), outcome="N", decided_on=date(2026, 3, 2))
    Assessment.objects.create(request=overturned, known_on=KNOWN_ON)
    refused = a_request(received_on=date(2026, 1, 5), outcome="N", decided_on=date(2026, 2, 2))
    no_plan = a_request(received_on=date(2026, 1, 6), outcome="Y", decided_on=date(2026, 2, 2))
    Assessment.objects.create(request=no_plan, outcome="N", outcome_on=date(2026, 5, 1), known_on=KNOWN_ON)
    for number, ended in enumerate(({"outcome": "W"}, {"outcome": "H"}, {"exported_to": "885"})):
        a_request(received_on=date(2026, 1, 7 + number), **ended)
    a_plan()
    a_request(received_on=date(2026, 11, 2))

    found = reads.open_requests(people.area(), ON).order_by("received_on")

    assert list(found) == [overturned, assessed, waiting]
    assert refused in reads.open_requests(people.area(), date(2026, 1, 31))
    assert no_plan in reads.open_requests(people.area(), date(2026, 4, 30))


@pytest.mark.parametrize(("days", "past"), [(140, 0), (141, 1)])
def test_the_last_day_of_week_twenty_counts_in_full(days, past):
    a_request(received_on=ON - timedelta(days=days))

    assert reads.requests_past_week(people.area(), 20, ON).count() == past
    assert reads.past_final_plan_limit(people.area(), ON) == past


def test_age_bands_add_up_to_all_that_are_open():
    for weeks, days in ((6, 0), (6, 1), (16, 0), (16, 1), (20, 0), (20, 1), (52, 0), (52, 1)):
        a_request(received_on=weeks_ago(weeks, days))

    assert reads.open_by_age(people.area(), ON) == {
        "0 to 6 weeks": 1, "6 to 16 weeks": 2, "16 to 20 weeks": 2, "20 to 52 weeks": 2, "over 52 weeks": 1,
    }  # fmt: skip


def test_the_longest_wait_comes_first_with_its_clocks_explained():
    a_request(a_child(forename="Ann"), received_on=date(2026, 9, 21))
    a_request(a_child(forename="Bea"), received_on=date(2026, 3, 2), outcome="Y", decided_on=date(2026, 4, 7))

    found = reads.waiting_longest(people.area(), ON, people.person(Role.CASEWORKER))

    assert [(case.name, case.days_open, [clock.due_on for clock in case.due(ON)]) for case in found] == [
        ("Bea Vellacott", 243, [date(2026, 6, 22), date(2026, 7, 20)]),
        ("Ann Vellacott", 40, [date(2026, 11, 2), date(2027, 1, 11), date(2027, 2, 8)]),
    ]


@pytest.mark.parametrize(
    ("role", "names"),
    [
        (Role.CASEWORKER, ["Robin Vellacott"]),
        (Role.SERVICE_MANAGER, ["Robin Vellacott"]),
        (Role.IMPROVEMENT_LEAD, [""]),
        (Role.BOARD_MEMBER, []),
        (Role.SCRUTINY_MEMBER, []),
        (Role.ANALYST, []),
        (Role.PARENT_FORUM, []),
        (Role.ADMINISTRATOR, []),
    ],
)
def test_names_are_given_only_to_those_who_may_see_them(role, names):
    a_request()

    assert [case.name for case in reads.waiting_longest(people.area(), ON, people.person(role))] == names


def test_two_areas_never_see_each_others_children():
    child = a_child(people.area("885"))
    a_request(child)
    viewer = people.person(Role.CASEWORKER)

    assert reads.waiting_longest(people.area("885"), ON, viewer) == []
    assert reads.waiting_longest(people.area(), ON, viewer) == []
    with pytest.raises(Child.DoesNotExist):
        reads.child(people.area(), child.public_id)


def test_a_timeline_tells_what_happened_newest_first_and_nothing_of_the_future():
    plan = a_plan(received_on=date(2025, 1, 6), issued_on=date(2025, 5, 20))
    plan.reviews.model.objects.create(plan=plan, meeting_on=date(2026, 5, 1), decided_on=date(2026, 12, 1), known_on=ON)

    case = reads.case(people.area(), plan.request.child.public_id, ON)

    assert [(event.on, event.what) for event in case.events] == [
        (date(2026, 5, 1), "The annual review met"),
        (date(2025, 5, 20), "The final EHC plan was issued"),
        (date(2025, 1, 6), "An assessment was asked for"),
        (date(2025, 1, 6), "The family was told that there will be an assessment"),
    ]
    assert case.next == ()
