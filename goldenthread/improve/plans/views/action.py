"""What was promised, what was done, what is next?"""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import showing, writes
from goldenthread.improve.plans.gathered import gather_one
from goldenthread.improve.plans.models import Action
from goldenthread.improve.plans.permissions import (
    may_approve_dates,
    may_override,
    may_report,
    may_see_plan,
    may_verify,
    may_write_plan,
)
from goldenthread.improve.plans.views.found import the_action


@require_safe
def action(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_see_plan(request.person))
    try:
        found = gather_one(request.area, key, request.today)
    except Action.DoesNotExist as absent:
        raise Http404 from absent
    asked, turns, tied = found.action, showing.turns(found.action), showing.tied(found.action)
    going = asked.ended_on is None or asked.ended_on > request.today
    page = {
        "action": asked,
        "going": going,
        "found": found,
        "standing": found.standing,
        "updates": showing.updates(request.area, asked),
        "amended": [one for one in turns if one.what == "amended"],
        "came_from": [one for one in turns if one.what == "came"],
        "became": [one for one in turns if one.what == "became"],
        "risks": [one for one in tied if one.what == "risk"],
        "money": [one for one in tied if one.what == "money"],
        "may_report": going and may_report(request.person, asked),
        "may_verify": going and may_verify(request.person, asked),
        "unverified": any(reason.id == "D6" for reason in found.standing.supported.because),
        "may_sign": going and may_override(request.person),
        "may_write": going and may_write_plan(request.person),
        "may_approve": going and may_approve_dates(request.person),
    }
    return render(request, "plans/action.html", page)


@require_POST
def verify(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_action(request, key)
    require(may_verify(request.person, asked))
    try:
        writes.verify_action(action=asked, by=request.person, on=request.today)
    except writes.CannotSave as why:
        messages.error(request, str(why))
    else:
        messages.success(request, f"You have verified that action {asked.ref} is complete.")
    return redirect("plans:action", asked.pk)
