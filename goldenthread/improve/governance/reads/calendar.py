"""The days that matter: of the plan, of meetings, of what was promised and what is expected."""

import hashlib
from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.improve.governance.models import (
    CalendarKey,
    Commitment,
    Expectation,
    Meeting,
    Response,
    Visit,
)
from goldenthread.improve.plans.reads import CriticalDate, critical_dates


def dates(area: LocalArea, as_at: date) -> list[CriticalDate]:
    """In order; whatever is past is late, or was not ended. Ten questions whatever the size."""
    return sorted(
        [*critical_dates(area, as_at), *_of_meetings(area, as_at), *_of_promises(area), *_of_visits(area, as_at)]
    )


def whose(key: str) -> Person | None:
    """The person whose feed has this secret; None for a secret that was thrown away, or never was one."""
    found = CalendarKey.objects.filter(sha256=hashed(key)).select_related("person__area", "person__user").first()
    return found.person if found and found.person.user and found.person.user.is_active else None


def key_of(person: Person) -> CalendarKey | None:
    return CalendarKey.objects.filter(person=person).first()


def hashed(key: str) -> str:
    return hashlib.sha256(key.encode()).hexdigest()


def _of_meetings(area: LocalArea, as_at: date) -> Iterator[CriticalDate]:
    planned = Meeting.objects.filter(body__area=area, state=Meeting.State.PLANNED, on__gte=as_at)
    for one in planned.select_related("body"):
        link = reverse("governance:meeting", args=[one.pk])
        yield CriticalDate(one.on, "Meeting", one.body.name, link, f"meeting-{one.pk}")


def _of_promises(area: LocalArea) -> Iterator[CriticalDate]:
    for one in Commitment.objects.filter(area=area, state=Commitment.State.OPEN):
        if one.due_on:
            link = reverse("governance:commitment", args=[one.pk])
            yield CriticalDate(one.due_on, "Commitment due", one.words, link, f"commitment-{one.pk}")
    ended = (Response.State.COMPLETE, Response.State.NOT_NEEDED)
    answers = Response.objects.filter(recommendation__review__area=area).exclude(state__in=ended)
    for answer in answers.select_related("recommendation__review"):
        if answer.due_on:
            asked = answer.recommendation
            link = reverse("governance:recommendation", args=[asked.pk])
            yield CriticalDate(answer.due_on, "Recommendation due", str(asked), link, f"response-{answer.pk}")


def _of_visits(area: LocalArea, as_at: date) -> Iterator[CriticalDate]:
    for one in Expectation.objects.filter(plan__area=area, result=""):
        link = reverse("governance:expectations")
        yield CriticalDate(one.due_on, "Expected", one.title, link, f"expectation-{one.pk}")
    for visit in Visit.objects.filter(area=area, next_on__gte=as_at):
        if visit.next_on:
            link = reverse("governance:visit", args=[visit.pk])
            yield CriticalDate(visit.next_on, "Visit of advisers", f"After the {visit}", link, f"visit-{visit.pk}")
