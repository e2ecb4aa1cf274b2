"""Are children better off?"""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.foundation.partnership.permissions import require, sees_small_numbers
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import kinds, reads, shapes, themed
from goldenthread.improve.plans.permissions import may_override, may_see_plan, may_write_plan
from goldenthread.improve.plans.views.found import the_theme


@require_safe
def theme(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_see_plan(request.person))
    asked = the_theme(request, key)
    (standing,) = reads.standing(
        asked.plan, request.today, themes=[asked], with_remedies=False, small_numbers=sees_small_numbers(request.person)
    ).themes
    beside = themed.beside(asked, standing.actions, request.today)
    page = {
        "standing": standing,
        "findings": themed.findings(asked, request.today),
        "outcomes": shapes.measures(standing),
        "rows": beside.rows,
        "ended": beside.ended,
        "words": kinds.kind_of(asked.plan),
        "may_report": may_write_plan(request.person),
        "may_write": may_write_plan(request.person),
        "may_sign": may_override(request.person),
    }
    return render(request, "plans/theme.html", page)
