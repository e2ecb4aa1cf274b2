"""How the plan stood: month by month, and on one day beside another."""

from datetime import timedelta

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import comparing, historic, shapes
from goldenthread.improve.plans.forms.comparing import CompareDays
from goldenthread.improve.plans.permissions import may_see_plan
from goldenthread.improve.plans.views.found import the_plan

CHANGES_A_PAGE = 50


@require_safe
def history(request: SignedInRequest) -> HttpResponse:
    """Of the whole plan, or of the theme whose number `?theme=` gives."""
    require(may_see_plan(request.person))
    themed, others = the_plan(request)
    if themed is None:
        return render(request, "plans/none.html")
    asked = request.GET.get("theme", "")
    theme = next((one for one in themed.themes if str(one.number) == asked), None)
    months = historic.history(themed.plan, request.today, theme.pk if theme else None)
    rag = request.GET.get("view") == "rag"
    page = {
        "plan": themed.plan,
        "others": others,
        "themes": themed.themes,
        "theme": theme,
        "rag": rag,
        "chart": shapes.months(months, str(theme or themed.plan), rag),
        "months": months[::-1],
        "most": historic.MONTHS,
    }
    return render(request, "plans/history.html", page)


@require_safe
def compare(request: SignedInRequest) -> HttpResponse:
    require(may_see_plan(request.person))
    themed, others = the_plan(request)
    if themed is None:
        return render(request, "plans/none.html")
    form = CompareDays(request.GET.dict(), request.today, request.today.replace(day=1) - timedelta(days=1))
    page = {"plan": themed.plan, "others": others, "form": form}
    if form.days is None:
        return render(request, "plans/compare.html", page, status=400)
    found = comparing.compare(themed.plan, themed.themes, *form.days)
    rag, kind = request.GET.get("view") == "rag", request.GET.get("kind", "")
    columns, lines = found.table(rag=rag)
    counts = found.counts()
    shown = Paginator(found.of(kind), CHANGES_A_PAGE).get_page(request.GET.get("page"))
    page |= {
        "found": found,
        "rag": rag,
        "columns": columns,
        "lines": lines,
        "kinds": [(key, comparing.KINDS[key], count) for key, count in counts.items()],
        "counts": counts,
        "kind": comparing.KINDS.get(kind, ""),
        "page": shown,
        "rows": comparing.named(shown),
    }
    return render(request, "plans/compare.html", page)
