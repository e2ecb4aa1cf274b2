"""What open cases need, for those who work on them."""

from collections.abc import Iterator
from datetime import timedelta

from django.urls import reverse

from goldenthread.config.home.shapes import MOST, Line, Need
from goldenthread.foundation.partnership.models import Person
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.record.casework import reads as casework
from goldenthread.rules.clocks import explain

WEEK = timedelta(days=7)


def cases(request: SignedInRequest, person: Person) -> Iterator[Need]:
    waiting = casework.waiting_longest(request.area, request.today, person)
    due = sorted(((clock, one) for one in waiting for clock in one.due(request.today)), key=lambda pair: pair[0].due_on)
    soon = [(clock, one) for clock, one in due if request.today <= clock.due_on <= request.today + WEEK]
    late = [(clock, one) for clock, one in due if clock.due_on < request.today]
    for title, found, empty in (
        ("Due this week", soon, "Nothing falls due in the next seven days."),
        ("Late", late, "No statutory limit has passed on an open case."),
    ):
        lines = tuple(
            Line(
                one.name or one.reference,
                reverse("casework:case", args=[one.public_id]),
                explain(clock, request.today),
            )
            for clock, one in found[:MOST]
        )
        yield Need(title, len(found), lines, empty, Line("See every open case", reverse("casework:index")))
