"""Explain a colour, and ask somebody who may sign for it to do so."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from goldenthread.foundation.partnership.permissions import require, sees_small_numbers
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import reads, writes
from goldenthread.improve.plans.challenging import Subject
from goldenthread.improve.plans.forms.signing import AskForSignature
from goldenthread.improve.plans.permissions import may_report, may_write_plan
from goldenthread.improve.plans.views.found import the_action, the_theme
from goldenthread.improve.plans.views.outcome import the_outcome
from goldenthread.improve.plans.views.subject import page_of, told_of
from goldenthread.rules.honesty.override import Verdict


@require_http_methods(["GET", "HEAD", "POST"])
def ask_action(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_action(request, key)
    require(may_report(request.person, asked))
    return _ask(request, asked, reads.one_action(asked, request.today).verdict)


@require_http_methods(["GET", "HEAD", "POST"])
def ask_theme(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_theme(request, key)
    require(may_write_plan(request.person))
    few = sees_small_numbers(request.person)
    return _ask(request, asked, reads.one_theme(asked, request.today, small_numbers=few).verdict)


@require_http_methods(["GET", "HEAD", "POST"])
def ask_outcome(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_outcome(request, key)
    require(may_write_plan(request.person))
    few = sees_small_numbers(request.person)
    return _ask(request, asked, reads.one_outcome(asked, request.today, small_numbers=few).verdict)


def _ask(request: SignedInRequest, about: Subject, verdict: Verdict) -> HttpResponse:
    if not verdict.open:
        messages.info(request, "Nothing is open to explain here: the facts support this colour, or somebody signed.")
        return redirect(page_of(about))
    form = AskForSignature(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            writes.ask_for_signature(about=about, by=request.person, on=request.today, **form.cleaned_data)
        except writes.CannotSave as why:
            form.add_error("until", str(why))
        else:
            messages.success(request, "Your explanation waits for a signature. You will be told when it is answered.")
            return redirect(page_of(about))
    page = {"form": form, "button": "Ask for a signature", "lead": verdict.sentence, **told_of(about)}
    return render(request, "plans/form.html", page, status=400 if form.errors else 200)
