"""Explain a colour, and ask somebody who may sign for it to do so."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import writes
from goldenthread.improve.plans.challenging import Subject
from goldenthread.improve.plans.forms.signing import AskForSignature
from goldenthread.improve.plans.models import Explanation
from goldenthread.improve.plans.permissions import may_report, may_write_plan
from goldenthread.improve.plans.views.filling import METHODS, by_hand, posted, saved
from goldenthread.improve.plans.views.found import the_action, the_theme
from goldenthread.improve.plans.views.named import the_outcome
from goldenthread.improve.plans.views.subject import page_of, standing_of, told_of


@require_http_methods(METHODS)
def ask_action(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_action(request, key)
    require(may_report(request.person, asked))
    return _ask(request, asked)


@require_http_methods(METHODS)
def ask_theme(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_theme(request, key)
    require(may_write_plan(request.person))
    return _ask(request, asked)


@require_http_methods(METHODS)
def ask_outcome(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_outcome(request, key)
    require(may_write_plan(request.person))
    return _ask(request, asked)


def _ask(request: SignedInRequest, about: Subject) -> HttpResponse:
    verdict = standing_of(request, about).verdict
    if not verdict.open:
        messages.info(request, "Nothing is open to explain here: the facts support this colour, or somebody signed.")
        return redirect(page_of(about))
    form = AskForSignature(posted(request))

    def ask() -> Explanation:
        return writes.ask_for_signature(about=about, **form.cleaned_data, **by_hand(request))

    if saved(request, form, ask, at="until"):
        messages.success(request, "Your explanation waits for a signature. You will be told when it is answered.")
        return redirect(page_of(about))
    page = {"form": form, "button": "Ask for a signature", "lead": verdict.sentence, **told_of(about)}
    return render(request, "plans/form.html", page, status=400 if form.errors else 200)
