"""A form on a page: what an address names, the change that the form asks for, and the form again with what is wrong."""

from collections.abc import Callable
from typing import Any, TypeVar

from django.core.exceptions import ObjectDoesNotExist
from django.forms import Form
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import render

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.foundation.ui.opened import OpenedOn
from goldenthread.improve.governance.writes import CannotSave, ChangedSince

T = TypeVar("T")
FORM = ["GET", "HEAD", "POST"]


def the(read: Callable[[LocalArea, int], T], request: SignedInRequest, key: int) -> T:
    """What a read finds by key in the asker's area; 404 for what is not there, or is another area's."""
    try:
        return read(request.area, key)
    except ObjectDoesNotExist as absent:
        raise Http404 from absent


def posted(request: SignedInRequest) -> QueryDict | None:
    """What was sent; None where the form is only opened."""
    return request.POST if request.method == "POST" else None


def attempt(form: Form, field: str, change: Callable[[], T], now: str = "") -> T | None:
    """What the change made. None where nothing was sent, or it may not be saved: then the form says why, at a field.

    `now` is the stamp of what stands, for a form that remembers what it was opened on.
    """
    if not form.is_valid():
        return None
    try:
        return change()
    except CannotSave as why:
        form.add_error(field, str(why))
        if isinstance(why, ChangedSince) and isinstance(form, OpenedOn):
            form.go_on_from(now)
    return None


def ask(
    request: SignedInRequest, form: Form, *, title: str, button: str, back: tuple[str, str], **more: Any
) -> HttpResponse:
    """`back` is an address and what is there."""
    page = {"form": form, "title": title, "button": button, "back": back[0], "back_to": back[1], **more}
    return render(request, "governance/form.html", page, status=400 if form.errors else 200)
