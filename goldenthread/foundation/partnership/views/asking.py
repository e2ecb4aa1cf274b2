"""What an address names, for the area of whoever asks; and a form on a page."""

from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.forms import Form
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from goldenthread.foundation.partnership import reads
from goldenthread.foundation.partnership.models import Person, RoleHeld
from goldenthread.foundation.partnership.permissions import may_manage_people, require
from goldenthread.foundation.partnership.reads import SignedInRequest

METHODS = ["GET", "HEAD", "POST"]


def the_person(request: SignedInRequest, key: int) -> Person:
    """For an administrator; 404 for somebody of another area."""
    require(may_manage_people(request.person))
    try:
        return reads.person_in(request.area, key)
    except ObjectDoesNotExist as absent:
        raise Http404 from absent


def the_appointment(request: SignedInRequest, key: int) -> RoleHeld:
    require(may_manage_people(request.person))
    try:
        return reads.appointment_in(request.area, key)
    except ObjectDoesNotExist as absent:
        raise Http404 from absent


def posted(request: SignedInRequest) -> QueryDict | None:
    """What was sent; None where the form is only opened."""
    return request.POST if request.method == "POST" else None


def by_hand(request: SignedInRequest) -> dict[str, Any]:
    """Who writes, and on which day: what every write is told."""
    return {"by": request.person, "on": request.today}


def ask(
    request: SignedInRequest, form: Form, *, title: str, button: str, person: Person | None = None, **more: Any
) -> HttpResponse:
    """`more` may be `inset` (what it means), `lead` (what it is about), and `dangerous`."""
    back, back_to = (_page(person), person.name) if person else (reverse("partnership:index"), "People")
    page = {"form": form, "title": title, "button": button, "back": back, "back_to": back_to, **more}
    return render(request, "partnership/form.html", page, status=400 if form.errors else 200)


def _page(person: Person) -> str:
    return reverse("partnership:person", args=[person.pk])
