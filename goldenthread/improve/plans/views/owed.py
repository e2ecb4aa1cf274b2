"""What is owed to the plan: by whoever asks, by each lead; and a reminder that says what changed."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import Person
from goldenthread.foundation.partnership.permissions import Duty, has_duty, require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import reads, writes
from goldenthread.improve.plans.owing.debts import Kind
from goldenthread.improve.plans.permissions import may_see_plan
from goldenthread.improve.plans.views.found import the_action, the_plan

LEADS_A_PAGE = 50
LONGEST_KEY = 18  # digits: more than any database counts to


@require_safe
def mine(request: SignedInRequest) -> HttpResponse:
    require(may_see_plan(request.person))
    owed = reads.owed_by(request.person, request.today)
    return render(request, "plans/mine.html", {"owed": owed, "chases": _chases(request)})


@require_safe
def everyone(request: SignedInRequest) -> HttpResponse:
    require(_chases(request))
    if "lead_of" in request.GET:
        return _named(request)
    chosen, others = the_plan(request)
    if chosen is None:
        return render(request, "plans/none.html")
    leads = reads.all_owed(chosen.plan, request.today)
    page = Paginator(leads, LEADS_A_PAGE).get_page(request.GET.get("page"))
    owing = [one for one in leads if one.owing]
    shown = {"plan": chosen.plan, "others": others, "kinds": list(Kind), "page": page, "owing": owing}
    return render(request, "plans/owed.html", shown)


def _named(request: SignedInRequest) -> HttpResponse:
    """A lead who is only named in the plan is found by one of their actions: no name stands in an address."""
    key = request.GET["lead_of"]
    action = the_action(request, int(key)) if key.isdecimal() and len(key) <= LONGEST_KEY else None
    if action is None or action.lead is not None:
        raise Http404
    return render(request, "plans/owed_by.html", {"owed": reads.owed_by_named(action, request.today)})


@require_safe
def lead(request: SignedInRequest, key: int) -> HttpResponse:
    """One lead's page, as they see it."""
    require(_chases(request))
    owed = reads.owed_by(_person(request, key), request.today)
    return render(request, "plans/owed_by.html", {"owed": owed})


@require_POST
def remind(request: SignedInRequest, key: int) -> HttpResponse:
    require(_chases(request))
    person = _person(request, key)
    try:
        writes.remind(person=person, by=request.person, on=request.today)
    except writes.CannotSave as why:
        messages.error(request, str(why))
    else:
        messages.success(request, f"{person.name} is told what they owe, and what changed.")
    return redirect("plans:owed")


@require_POST
def remind_everyone(request: SignedInRequest) -> HttpResponse:
    require(_chases(request))
    chosen, _ = the_plan(request)
    if chosen is None:
        raise Http404
    told = writes.remind_everyone(plan=chosen.plan, by=request.person, on=request.today)
    if told:
        messages.success(request, f"Reminded: {', '.join(one.named for one in told)}.")
    else:
        messages.error(
            request, "Nobody was reminded: everybody who owes something was reminded this week, or cannot sign in."
        )
    return redirect("plans:owed")


def _chases(request: SignedInRequest) -> bool:
    return has_duty(request.person, Duty.REPORT)


def _person(request: SignedInRequest, key: int) -> Person:
    found = partnership.people_in(request.area).select_related("area", "user").filter(pk=key).first()
    if found is None:
        raise Http404
    return found
