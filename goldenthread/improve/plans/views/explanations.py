"""Explanations that wait for a signature: signed by somebody who may, or declined with a reason."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import challenging, writes
from goldenthread.improve.plans.forms.signing import Decline
from goldenthread.improve.plans.models import Explanation
from goldenthread.improve.plans.permissions import may_override, may_see_plan
from goldenthread.improve.plans.views.filling import METHODS, by_hand, posted
from goldenthread.improve.plans.views.subject import page_of


@require_safe
def asked(request: SignedInRequest) -> HttpResponse:
    """Those that wait, longest first, and those that will soon end."""
    require(may_see_plan(request.person))
    waiting = [(one, challenging.subject_of(one.challenge)) for one in challenging.waiting(request.area)]
    expiring = [(one, challenging.subject_of(one)) for one in challenging.expiring(request.area, request.today)]
    page = {
        "waiting": [(one, challenging.called(about), page_of(about)) for one, about in waiting],
        "expiring": [
            (one, challenging.called(about), page_of(about), (one.until_on - request.today).days)
            for one, about in expiring
        ],
        "may_sign": may_override(request.person),
    }
    return render(request, "plans/explanations.html", page)


@require_http_methods(METHODS)
def sign(request: SignedInRequest, key: int) -> HttpResponse:
    """What is asked to be signed, once more before it is."""
    explanation = _the_explanation(request, key)
    require(may_override(request.person))
    problem = ""
    if request.method == "POST":
        try:
            writes.sign_explanation(explanation=explanation, **by_hand(request))
        except writes.CannotSave as why:
            problem = str(why)
        else:
            messages.success(request, "You have signed. It is printed, with your name, wherever the colour is shown.")
            return redirect("plans:explanations")
    return _page(request, explanation, Decline(), problem)


@require_http_methods(METHODS)
def decline(request: SignedInRequest, key: int) -> HttpResponse:
    explanation = _the_explanation(request, key)
    require(may_override(request.person))
    form = Decline(posted(request))
    problem = ""
    if request.method == "POST" and form.is_valid():
        try:
            writes.decline_explanation(explanation=explanation, **form.cleaned_data, **by_hand(request))
        except writes.CannotSave as why:
            problem = str(why)
        else:
            messages.success(request, "You have declined. Whoever asked is told why.")
            return redirect("plans:explanations")
    return _page(request, explanation, form, problem)


def _page(request: SignedInRequest, explanation: Explanation, form: Decline, problem: str) -> HttpResponse:
    about = challenging.subject_of(explanation.challenge)
    page = {
        "explanation": explanation,
        "challenge": explanation.challenge,
        "called": challenging.called(about),
        "words": challenging.words_of(about),
        "page_of": page_of(about),
        "form": form,
        "problem": problem,
        "may_answer": explanation.waits,
    }
    return render(request, "plans/explanation.html", page, status=400 if form.errors or problem else 200)


def _the_explanation(request: SignedInRequest, key: int) -> Explanation:
    try:
        return challenging.explanation(request.area, key)
    except Explanation.DoesNotExist as absent:
        raise Http404 from absent
