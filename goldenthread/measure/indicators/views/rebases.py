"""A control chart begun anew, because of something that happened; and not begun anew after all."""

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.measure.indicators import reads, writes
from goldenthread.measure.indicators.forms import StartAnew, Withdraw
from goldenthread.measure.indicators.permissions import may_rebase

from .asking import defined

FORM = ["GET", "HEAD", "POST"]


@require_http_methods(FORM)
def start_anew(request: SignedInRequest, code: str) -> HttpResponse:
    require(may_rebase(request.person))
    form = StartAnew(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            writes.rebase(
                area=request.area, indicator=defined(code), by=request.person, on=request.today, **form.cleaned_data
            )
        except writes.CannotRebase as why:
            form.add_error("starts_on", str(why))
        else:
            messages.success(request, "The chart starts anew there. The earlier points keep their own limits.")
            return redirect("indicators:measure", code)
    return _ask(request, form, defined(code), "From when does the chart start anew?", "Start the chart anew")


@require_http_methods(FORM)
def withdraw(request: SignedInRequest, code: str, key: int) -> HttpResponse:
    require(may_rebase(request.person))
    one = next((each for each in reads.rebases(request.area, defined(code)) if each.pk == key), None)
    if one is None:
        raise Http404
    form = Withdraw(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            writes.withdraw_rebase(rebase=one, by=request.person, on=request.today, **form.cleaned_data)
        except writes.CannotRebase as why:
            form.add_error("because", str(why))
        else:
            messages.success(request, "The chart goes on without that start. That there was one is kept.")
            return redirect("indicators:measure", code)
    return _ask(request, form, code, "Withdraw this start of the chart", "Withdraw it")


def _ask(request: SignedInRequest, form: Form, code: str, title: str, button: str) -> HttpResponse:
    page = {
        "form": form,
        "title": title,
        "button": button,
        "back": reverse("indicators:measure", args=[code]),
        "measure": reads.definition(code).title,
    }
    return render(request, "indicators/form.html", page, status=400 if form.errors else 200)
