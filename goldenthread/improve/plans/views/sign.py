"""Explain and sign: a person stands for a colour that the facts do not support."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from goldenthread.foundation.partnership.permissions import require, sees_small_numbers
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import reads, writes
from goldenthread.improve.plans.forms import ExplainAndSign
from goldenthread.improve.plans.models import Action, Theme
from goldenthread.improve.plans.permissions import may_override
from goldenthread.improve.plans.views.found import the_action, the_theme
from goldenthread.rules.honesty.override import verdict
from goldenthread.rules.honesty.reasons import Supported


@require_http_methods(["GET", "HEAD", "POST"])
def action(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_action(request, key)
    require(may_override(request.person))
    standing = reads.one_action(asked, request.today)
    return _signing(request, asked, standing.supported, f"action {asked.ref}", "plans:action")


@require_http_methods(["GET", "HEAD", "POST"])
def theme(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_theme(request, key)
    require(may_override(request.person))
    (standing,) = reads.standing(
        asked.plan, request.today, themes=[asked], with_remedies=False, small_numbers=sees_small_numbers(request.person)
    ).themes
    return _signing(request, asked, standing.supported, f"theme {asked.number}", "plans:theme")


def _signing(
    request: SignedInRequest, about: Action | Theme, supported: Supported, called: str, back: str
) -> HttpResponse:
    if not supported.challenged:
        messages.info(request, "The facts support this colour now, so there is nothing to explain.")
        return redirect(back, about.pk)
    form = ExplainAndSign(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            writes.sign_override(about=about, by=request.person, on=request.today, **form.cleaned_data)
        except writes.CannotSave as why:
            form.add_error("until", str(why))
        else:
            messages.success(request, f"Your explanation is printed wherever the colour of {called} is shown.")
            return redirect(back, about.pk)
    page = {
        "form": form,
        "title": f"Explain the colour of {called}",
        "button": "Sign",
        "lead": verdict(supported, request.today).sentence,
        "action" if isinstance(about, Action) else "theme": about,
    }
    return render(request, "plans/form.html", page, status=400 if form.errors else 200)
