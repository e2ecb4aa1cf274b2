"""The plan on one page."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.foundation.partnership.permissions import require, sees_small_numbers
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.governance import reads
from goldenthread.improve.governance.permissions import may_see_meetings
from goldenthread.improve.plans import reads as plans
from goldenthread.rules.honesty.tally import COLUMNS


@require_safe
def stocktake(request: SignedInRequest) -> HttpResponse:
    """Of the plan asked for by `?plan=`, else of the area's largest."""
    require(may_see_meetings(request.person))
    listed = plans.plans(request.area)
    asked = request.GET.get("plan", "")
    plan = next((one for one in listed if str(one.plan.pk) == asked), listed[0] if listed else None)
    if plan is None:
        return render(request, "governance/no_plan.html")
    found = reads.stocktake(request.area, plan, request.today, small_numbers=sees_small_numbers(request.person))
    page = {
        "found": found,
        "standing": found.standing,
        "columns": COLUMNS,
        "others": [one.plan for one in listed if one is not plan],
    }
    return render(request, "governance/stocktake.html", page)
