"""Exceptions first: what the board must talk about."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.foundation.partnership.permissions import require, sees_small_numbers
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.governance import reads
from goldenthread.improve.governance.permissions import may_chair, may_keep_meetings, may_see_meetings
from goldenthread.improve.plans import reads as plans


@require_safe
def chair(request: SignedInRequest) -> HttpResponse:
    require(may_see_meetings(request.person))
    listed = plans.plans(request.area)
    asked = request.GET.get("plan", "")
    plan = next((one for one in listed if str(one.plan.pk) == asked), listed[0] if listed else None)
    found = reads.exceptions(
        request.area, plan, request.today, request.person, small_numbers=sees_small_numbers(request.person)
    )
    page = {
        "found": found,
        "standing": found.standing,
        "others": [one for one in listed if one is not plan],
        "may_approve": may_chair(request.person),
        "may_keep": may_keep_meetings(request.person),
    }
    return render(request, "governance/chair.html", page)
