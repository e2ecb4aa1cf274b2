"""Every action of the plan, chosen, counted and sorted as somebody asks."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.views.decorators.http import require_safe

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.plans import downloads, facts, listing
from goldenthread.improve.plans.forms.choosing import ChooseActions
from goldenthread.improve.plans.permissions import may_see_plan
from goldenthread.improve.plans.reads import Themed
from goldenthread.improve.plans.standing import ActionStanding, of_actions
from goldenthread.improve.plans.views.found import the_plan
from goldenthread.rules.honesty.colours import as_rag

ACTIONS_A_PAGE = 50


@dataclass(frozen=True)
class Chosen:
    form: ChooseActions
    of: int  # how many there are to choose from
    actions: list[ActionStanding]
    shared: listing.Shared


@require_safe
def listed(request: SignedInRequest) -> HttpResponse:
    require(may_see_plan(request.person))
    themed, others = the_plan(request)
    if themed is None:
        return render(request, "plans/none.html")
    chosen = _chosen(request, themed)
    rag = request.GET.get("view") == "rag"
    facet = listing.BY_NAME[chosen.form.by]
    table = listing.grouped(chosen.actions, facet, chosen.shared, rag=rag)
    pages = Paginator(chosen.actions, ACTIONS_A_PAGE).get_page(request.GET.get("page"))
    page = {
        "plan": themed.plan,
        "others": others,
        "chosen": chosen,
        "form": chosen.form,
        "rag": rag,
        "table": table,
        "groups": [(row, _address(request, facet.name, row.option.value)) for row in table.rows],
        "page": pages,
        "rows": [(one, listing.leads(one, chosen.shared), as_rag(one.reported.colour)) for one in pages],
    }
    return render(request, "plans/actions.html", page)


@require_safe
def listed_csv(request: SignedInRequest) -> HttpResponse:
    """The same selection, all of its pages."""
    require(may_see_plan(request.person))
    themed, _ = the_plan(request)
    if themed is None:
        raise Http404
    name = f"{slugify(request.area.name)}-actions-{request.today.isoformat()}.csv"
    return HttpResponse(
        downloads.as_csv(_chosen(request, themed).actions),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _address(request: SignedInRequest, facet: str, value: str) -> str:
    """The same selection, of one group only."""
    asked = request.GET.copy()
    asked.pop("page", None)
    asked[facet] = value
    return f"?{asked.urlencode()}#list"


def _chosen(request: SignedInRequest, themed: Themed) -> Chosen:
    every = of_actions(themed.plan, themed.themes, request.today)
    shared = facts.shared_with(themed.plan)
    form = ChooseActions(request.GET, listing.options(every, shared))
    found = listing.ordered(listing.chosen(every, form.asked, shared), form.sort_by)
    return Chosen(form, len(every), found, shared)
