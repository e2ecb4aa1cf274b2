"""Explain and sign: a person stands for a colour that the facts do not support."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from goldenthread.foundation.partnership.permissions import require, sees_small_numbers
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import reads, writes
from goldenthread.improve.plans.challenging import Subject, called, leads
from goldenthread.improve.plans.forms.signing import ExplainAndSign
from goldenthread.improve.plans.permissions import may_override
from goldenthread.improve.plans.views.found import the_action, the_theme
from goldenthread.improve.plans.views.outcome import the_outcome
from goldenthread.improve.plans.views.subject import page_of, told_of
from goldenthread.rules.honesty.override import verdict
from goldenthread.rules.honesty.reasons import Supported


@require_http_methods(["GET", "HEAD", "POST"])
def action(request: SignedInRequest, key: int) -> HttpResponse:
    """Whoever leads it explains it, and somebody else signs."""
    asked = the_action(request, key)
    require(may_override(request.person))
    if leads(asked, request.person):
        messages.info(request, "You lead this action, so somebody else signs for its colour. Explain it, and ask.")
        return redirect("plans:explain", asked.pk)
    return _signing(request, asked, reads.one_action(asked, request.today).supported)


@require_http_methods(["GET", "HEAD", "POST"])
def theme(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_theme(request, key)
    require(may_override(request.person))
    few = sees_small_numbers(request.person)
    return _signing(request, asked, reads.one_theme(asked, request.today, small_numbers=few).supported)


@require_http_methods(["GET", "HEAD", "POST"])
def outcome(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_outcome(request, key)
    require(may_override(request.person))
    few = sees_small_numbers(request.person)
    return _signing(request, asked, reads.one_outcome(asked, request.today, small_numbers=few).supported)


def _signing(request: SignedInRequest, about: Subject, supported: Supported | None) -> HttpResponse:
    if supported is None or not supported.challenged:
        messages.info(request, "The facts support this colour now, so there is nothing to explain.")
        return redirect(page_of(about))
    form = ExplainAndSign(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            writes.sign_override(about=about, by=request.person, on=request.today, **form.cleaned_data)
        except writes.CannotSave as why:
            form.add_error("until", str(why))
        else:
            messages.success(request, f"Your explanation is printed wherever the colour of {called(about)} is shown.")
            return redirect(page_of(about))
    page = {"form": form, "button": "Sign", "lead": verdict(supported, request.today).sentence, **told_of(about)}
    return render(request, "plans/form.html", page, status=400 if form.errors else 200)
