"""Which findings does the plan answer?"""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import answers
from goldenthread.improve.plans.permissions import may_see_plan, may_write_plan


@require_safe
def answered(request: SignedInRequest) -> HttpResponse:
    require(may_see_plan(request.person))
    page = {
        "inspections": answers.answers(request.area, request.today),
        "may_write": may_write_plan(request.person),
    }
    return render(request, "plans/answers.html", page)
