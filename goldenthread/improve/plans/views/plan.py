"""Is it working?"""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.foundation.partnership.permissions import require, sees_small_numbers
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import forecasting, reads, shapes
from goldenthread.improve.plans.permissions import may_see_plan, may_write_plan
from goldenthread.improve.plans.views.found import the_plan
from goldenthread.rules.honesty.colours import Colour

MOVED_SHOWN = 10  # the rest is one press away, where it is paged


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    require(may_see_plan(request.person))
    chosen, others = the_plan(request)
    may_write = may_write_plan(request.person)
    if chosen is None:
        return render(request, "plans/none.html", {"may_write": may_write})
    standing = reads.standing(
        chosen.plan, request.today, themes=chosen.themes, small_numbers=sees_small_numbers(request.person)
    )
    rag = request.GET.get("view") == "rag"
    page = {
        "standing": standing,
        "others": others,
        "bar": shapes.bar(standing),
        "grid": shapes.grid(standing),
        "impacts": [word for word, _ in shapes.IMPACT],
        "table": shapes.table(standing, rag),
        "rag": rag,
        "green": standing.tally.everything.of(Colour.GREEN),
        "worse": [one for one in standing.moved if one.moved < 0],
        "better": [one for one in standing.moved if one.moved > 0],
        "most": MOVED_SHOWN,
        "more_reworded": len(standing.reworded) - MOVED_SHOWN,
        "red_activities": standing.red_activities(),
        "forecast": forecasting.sentence(forecasting.outlook(standing)),
        "may_write": may_write,
    }
    return render(request, "plans/index.html", page)
