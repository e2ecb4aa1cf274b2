"""Keys, days and words that nobody should send: each gets a sentence or a “not found”, and never a fault of ours."""

from datetime import timedelta
from logging import LogRecord

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from goldenthread.config.logs import Discreet
from goldenthread.foundation.partnership.models import Role
from goldenthread.foundation.ui.days import DayField
from goldenthread.improve.plans import writes
from goldenthread.improve.plans.models import Action, Milestone, Override
from goldenthread.improve.plans.rewording import difference
from tests.factories import challenges, meetings, people, plans

pytestmark = pytest.mark.django_db
ON = people.TODAY


def lead():
    return people.person(Role.IMPROVEMENT_LEAD)


def elsewhere():
    """An action of another area's plan, its lead, and a finding-less theme of it."""
    area = people.area("885")
    there = plans.theme(plans.plan(area, "Theirs"))
    return plans.action("9.9", under=there, lead=people.person(in_area=area))


def test_no_key_in_what_is_sent_reaches_another_area():
    mine, theirs = plans.action("1.1"), elsewhere()
    client = people.signed_in(lead())

    depends = client.post(reverse("plans:depends", args=[mine.pk]), {"needs": theirs.pk})
    merge = client.get(reverse("plans:merge", args=[mine.pk]), {"others": theirs.pk})
    edit = client.post(reverse("plans:edit_action", args=[mine.pk]), {"lead": theirs.lead_id, "seen": ""})
    shared = client.post(reverse("plans:edit_action", args=[mine.pk]), {"shared_with": [theirs.lead_id], "seen": ""})
    owed = client.get(reverse("plans:owed"), {"lead_of": theirs.pk})
    another = client.get(reverse("plans:index"), {"plan": theirs.theme.plan_id})

    assert [one.status_code for one in (depends, merge, edit, shared, owed)] == [400, 400, 400, 400, 404]
    assert "Theirs" not in another.text
    assert (mine.depends_on.count(), mine.shared_with.count(), Action.objects.get(pk=mine.pk).lead) == (0, 0, None)


HUGE = "9" * 5000


@pytest.mark.parametrize("key", [HUGE, "9" * 30, "²", "-1", "x", "1\x00"])
def test_a_key_that_is_none_is_no_fault_of_ours(key):
    action, body = plans.action("1.1", lead=people.person()), meetings.body()
    meetings.commitment(owner=None, owner_as_written=f"person:{key}"[:100])
    client = people.signed_in(people.person(*Role))

    asked = (
        (reverse("plans:owed"), {"lead_of": key}),
        (reverse("plans:split", args=[action.pk]), {"into": key}),
        (reverse("plans:merge", args=[action.pk]), {"others": key}),
        (reverse("plans:supports", args=[action.pk]), {"colour": "blue", "reached": key}),
        (reverse("plans:index"), {"plan": key}),
        (reverse("plans:actions"), {"page": key, "lead": key, "sort": key}),
        (reverse("plans:compare"), {"from": key, "to": key, "page": key}),
        (reverse("plans:history"), {"theme": key}),
        (reverse("governance:commitments"), {"owner": f"person:{key}"[:100], "body": key, "page": key}),
        (reverse("governance:stocktake"), {"plan": key}),
    )
    found = [client.get(path, given).status_code for path, given in asked]
    found.append(client.post(reverse("governance:add_line", args=[body.pk]), {"remove": key}).status_code)

    assert [status for status in found if status >= 500] == []


@pytest.mark.parametrize("typed", ["31/02/2026", "1/1/0005", "31/12/9999", "1/1/1", "²/1/2026", "x/y/z", "1/1/99999"])
def test_a_day_that_is_none_is_refused_in_a_sentence(typed):
    found = DayField(label="By when?").clean
    action = plans.action("1.1")
    parts = dict(zip(("due_on-day", "due_on-month", "due_on-year"), typed.split("/"), strict=True))

    answer = people.signed_in(lead()).post(
        reverse("plans:add_milestone", args=[action.pk]), {"title": "Half way", **parts}
    )

    with pytest.raises(ValidationError, match="Enter"):
        found(typed)
    assert (answer.status_code, Milestone.objects.count()) == (400, 0)


def test_a_long_name_and_post_fit_where_a_signature_is_kept():
    chair = people.person(Role.BOARD_CHAIR, name="N" * 120)
    chair.post = "P" * 120

    signed = writes.sign_override(
        about=challenges.overdue(lead=people.person()), by=chair, why="It is so.", until=ON + timedelta(days=9), on=ON
    )

    assert len(signed.signed_as) == Override._meta.get_field("signed_as").max_length


def test_long_wordings_are_shown_whole_and_not_compared_word_by_word():
    before, after = (" ".join(str(number % each) for number in range(5000)) for each in (7, 5))

    taken_out, added = difference(before, after)

    assert (taken_out.words, added.words) == (before, after)


def test_the_secret_of_a_calendar_is_not_logged():
    record = LogRecord("django.request", 30, "", 0, "Not Found: /meetings/calendar/Hush-hush_9.ics", (), None)

    assert Discreet("{message}", style="{").format(record) == "Not Found: /meetings/calendar/….ics"
