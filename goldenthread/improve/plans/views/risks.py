"""What could stop it?"""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import reads, writes
from goldenthread.improve.plans.forms.risks import CloseRisk, EditRisk
from goldenthread.improve.plans.models import ImprovementPlan, Risk
from goldenthread.improve.plans.permissions import may_see_plan, may_write_plan
from goldenthread.improve.plans.reads import Themed
from goldenthread.improve.plans.views.filling import METHODS, by_hand, form_page, saved
from goldenthread.improve.plans.views.found import the_plan
from goldenthread.rules.risks import SCALE, Level


@require_safe
def risks(request: SignedInRequest) -> HttpResponse:
    require(may_see_plan(request.person))
    chosen, others = the_plan(request)
    if chosen is None:
        return render(request, "plans/none.html")
    page = {
        "plan": chosen.plan,
        "others": others,
        "register": reads.register(chosen.plan, chosen.themes, request.today),
        "scale": [f"{number}: {word.lower()}" for number, word in enumerate(SCALE, start=1)],
        "levels": list(Level),
        "may_write": may_write_plan(request.person),
        "add": f"{reverse('plans:add_risk')}?plan={chosen.plan.pk}",
    }
    return render(request, "plans/risks.html", page)


@require_http_methods(METHODS)
def add(request: SignedInRequest) -> HttpResponse:
    """`?seen=` fills in what the facts raise."""
    require(may_write_plan(request.person))
    chosen = _chosen(request)
    form = EditRisk.opened(request, plan=chosen.plan, initial=_seen(request, chosen))
    risk = saved(request, form, lambda: writes.raise_risk(plan=chosen.plan, **form.given(), **by_hand(request)))
    if risk is not None:
        messages.success(request, "The risk is in the register.")
        return redirect(_back(chosen.plan))
    return _page(request, form, chosen.plan, title="Add a risk", button="Add this risk")


@require_http_methods(METHODS)
def edit(request: SignedInRequest, key: int) -> HttpResponse:
    """One form changes it, the other closes it."""
    require(may_write_plan(request.person))
    asked = Risk.objects.select_related("plan").prefetch_related("actions")
    risk = get_object_or_404(asked, plan__area=request.area, pk=key)
    closing = CloseRisk(request.POST if "close" in request.POST else None)
    if "close" in request.POST:
        form = EditRisk.standing(risk, plan=risk.plan)
        done = saved(request, closing, lambda: writes.close_risk(risk=risk, **closing.cleaned_data, **by_hand(request)))
    else:
        form = EditRisk.opened(request, risk, plan=risk.plan)
        changes = saved(request, form, lambda: writes.edit_risk(risk=risk, **form.edited(), **by_hand(request)))
        done = risk if changes is not None else None
    if done is not None:
        messages.success(request, "The risk is closed." if "close" in request.POST else "The risk is saved.")
        return redirect(_back(risk.plan))
    page = {"risk": risk, "closing": closing, "template": "plans/edit_risk.html"}
    return _page(
        request, closing if closing.errors else form, risk.plan, title="Edit a risk", button="Save", edit=form, **page
    )


def _page(
    request: SignedInRequest, form: Any, plan: ImprovementPlan, *, title: str, button: str, **more: Any
) -> HttpResponse:
    back = {"back": _back(plan), "back_text": "Risks"}
    return form_page(request, form, title=title, button=button, about=str(plan), **back, **more)


def _seen(request: SignedInRequest, chosen: Themed) -> dict[str, Any]:
    key = request.GET.get("seen")
    raised = reads.risks_seen(chosen.plan, chosen.themes, request.today) if key else []
    return next(
        ({"title": one.title, "effect": one.effect, "actions": list(one.actions)} for one in raised if one.key == key),
        {},
    )


def _chosen(request: SignedInRequest) -> Themed:
    chosen, _ = the_plan(request)
    if chosen is None:
        raise Http404
    return chosen


def _back(plan: ImprovementPlan) -> str:
    return f"{reverse('plans:risks')}?plan={plan.pk}"
