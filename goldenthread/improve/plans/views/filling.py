"""A form is shown, and what it asks for is written: a refusal comes back as a sentence, and nothing typed is lost."""

from collections.abc import Callable
from typing import Any, TypeVar

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import render

from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import writes
from goldenthread.improve.plans.forms.written import Written

T = TypeVar("T")
METHODS = ["GET", "HEAD", "POST"]


def posted(request: SignedInRequest) -> QueryDict | None:
    """What was sent; None where the form is only opened."""
    return request.POST if request.method == "POST" else None


def by_hand(request: SignedInRequest) -> dict[str, Any]:
    """Who writes, and on which day: what every write is told."""
    return {"by": request.person, "on": request.today}


def saved(
    request: SignedInRequest,
    form: forms.Form,
    write: Callable[[], T],
    beside: forms.Form | forms.BaseFormSet[Any] | None = None,
    *,
    at: str | None = None,
) -> T | None:
    """What the write answers; None where nothing was sent, or not all of it makes sense, or the write refuses: then
    the form says why, at a field or as a whole.
    """
    sent = (form, beside) if beside is not None else (form,)
    if request.method != "POST":
        return None
    valid = [each.is_valid() for each in sent]  # each is to say what is wrong with it
    if not all(valid):
        return None
    try:
        return write()
    except writes.CannotSave as why:
        form.add_error(at, str(why))
        if isinstance(why, writes.EditedSince) and isinstance(form, Written):
            form.go_on_from(why.stamp)
        return None


def form_page(
    request: SignedInRequest,
    form: forms.Form,
    *,
    title: str,
    button: str,
    back: str,
    back_text: str = "Back to the action",
    template: str = "plans/write.html",
    **more: Any,
) -> HttpResponse:
    """`back` is an address; `more` may be `about` (words under the heading), `inset`, and what a template adds."""
    page = {"form": form, "title": title, "button": button, "back": back, "back_text": back_text, **more}
    wrong = form.errors or any(lines.is_bound and not lines.is_valid() for lines in _formsets(more))
    return render(request, template, page, status=400 if wrong else 200)


def _formsets(more: dict[str, Any]) -> list[forms.BaseFormSet[forms.Form]]:
    return [each for each in more.values() if isinstance(each, forms.BaseFormSet)]
