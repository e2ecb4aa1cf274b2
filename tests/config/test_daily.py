"""What is done once a day, and not twice."""

from datetime import date, timedelta

import pytest
from django.core import mail

from goldenthread.config import daily
from goldenthread.foundation.partnership.models import Role
from goldenthread.improve.plans.models import Challenge
from tests.factories import people, plans

pytestmark = pytest.mark.django_db
TODAY = people.TODAY


def done(on=TODAY):
    day = daily.do(people.area(), on)
    return day.opened, day.answered, day.reminded, day.sent


def test_a_colour_that_the_days_made_untrue_is_challenged_and_its_lead_reminded_by_one_e_mail():
    lead = people.person(Role.ACTION_LEAD)
    plans.action("1.1", lead=lead, due_on=TODAY - timedelta(days=1))
    plans.theme().outcomes.create(ref="1A", sentence="Better.", effect_expected_on=date(2027, 1, 1))

    first, second = done(), done()

    assert (first, second) == ((1, 0, 1, 1), (0, 0, 0, 0))
    assert [one.to for one in mail.outbox] == [[lead.user.email]]
    assert Challenge.objects.get(action__isnull=False).raised_on == TODAY


def test_an_area_without_a_plan_has_a_quiet_day():
    assert done() == (0, 0, 0, 0)


def test_what_was_done_is_said_with_what_could_not_be():
    assert daily.Day(9, 2, 4, 3, 1).sentence == (
        "9 challenges opened, 2 answered; 4 leads reminded; 3 e-mails sent. 1 could not be sent: they wait for the "
        "next run."
    )
