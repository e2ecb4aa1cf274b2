"""Explain and sign: a person stands for a colour that the facts do not support."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import writes
from goldenthread.improve.plans.challenging import Subject, called
from goldenthread.improve.plans.forms.signing import ExplainAndSign
from goldenthread.improve.plans.models import Action, Outcome, Override, Theme
from goldenthread.improve.plans.permissions import may_override
from goldenthread.improve.plans.views.filling import METHODS, by_hand, posted, saved
from goldenthread.improve.plans.views.found import the_action, the_theme
from goldenthread.improve.plans.views.named import the_outcome
from goldenthread.improve.plans.views.subject import page_of, standing_of, told_of
from goldenthread.rules.honesty.override import verdict

EXPLAIN = {Action: "explain", Theme: "explain_theme", Outcome: "explain_outcome"}


@require_http_methods(METHODS)
def action(request: SignedInRequest, key: int) -> HttpResponse:
    """Whoever leads it explains it, and somebody else signs."""
    asked = the_action(request, key)
    require(may_override(request.person))
    return _sign(request, asked)


@require_http_methods(METHODS)
def theme(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_theme(request, key)
    require(may_override(request.person))
    return _sign(request, asked)


@require_http_methods(METHODS)
def outcome(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_outcome(request, key)
    require(may_override(request.person))
    return _sign(request, asked)


def _sign(request: SignedInRequest, about: Subject) -> HttpResponse:
    supported = standing_of(request, about).supported
    if supported is None or not supported.challenged:
        messages.info(request, "The facts support this colour now, so there is nothing to explain.")
        return redirect(page_of(about))
    if why_not := writes.refusal(about, request.person):
        messages.info(request, why_not)
        return redirect(f"plans:{EXPLAIN[type(about)]}", about.pk)
    form = ExplainAndSign(posted(request))

    def sign() -> Override:
        return writes.sign_override(about=about, **form.cleaned_data, **by_hand(request))

    if saved(request, form, sign, at="until"):
        messages.success(request, f"Your explanation is printed wherever the colour of {called(about)} is shown.")
        return redirect(page_of(about))
    page = {"form": form, "button": "Sign", "lead": verdict(supported, request.today).sentence, **told_of(about)}
    return render(request, "plans/form.html", page, status=400 if form.errors else 200)
