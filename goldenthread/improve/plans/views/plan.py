"""Is it working?"""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.foundation.partnership.permissions import require, sees_small_numbers
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import reads, shapes
from goldenthread.improve.plans.permissions import may_override, may_see_plan
from goldenthread.improve.plans.views.found import the_plan
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.honesty.tally import COLUMNS


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    require(may_see_plan(request.person))
    chosen, others = the_plan(request)
    if chosen is None:
        return render(request, "plans/none.html")
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
        "red_activities": standing.red_activities(),
        "definitions": COLUMNS,
    }
    return render(request, "plans/index.html", page)


@require_safe
def challenges(request: SignedInRequest) -> HttpResponse:
    """Every colour that the facts do not support, worst first."""
    require(may_see_plan(request.person))
    chosen, _ = the_plan(request)
    if chosen is None:
        return render(request, "plans/none.html")
    standing = reads.standing(
        chosen.plan,
        request.today,
        themes=chosen.themes,
        with_remedies=False,
        small_numbers=sees_small_numbers(request.person),
    )
    page = {
        "standing": standing,
        "green": standing.tally.everything.of(Colour.GREEN),
        "may_sign": may_override(request.person),
    }
    return render(request, "plans/challenges.html", page)
