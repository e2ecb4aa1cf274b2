"""The children waiting longest, and one child's case."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.rules.clocks import explain

from . import reads, writes
from .forms import Look
from .models import Child
from .permissions import may_see_child, may_see_identity, may_see_waiting_list
from .standing import standing as standing_of

CASES_A_PAGE, LOOKS_SHOWN = 25, 20
REASON = "case-reason"  # the reason given in this session, by child


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    require(may_see_waiting_list(request.person))
    cases = reads.waiting_longest(request.area, request.today, request.person)
    page = Paginator(cases, CASES_A_PAGE).get_page(request.GET.get("page"))
    rows = [(case, [explain(clock, request.today) for clock in case.due(request.today)]) for case in page]
    context = {
        "page": page,
        "rows": rows,
        "ages": reads.open_by_age(request.area, request.today),
        "past": reads.past_final_plan_limit(request.area, request.today),
        "named": may_see_identity(request.person),
    }
    return render(request, "casework/index.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def case(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """The first look of a session asks why; every look is recorded before anything is shown."""
    child = _child(request, public_id)
    why = request.session.get(REASON, {}).get(str(public_id))
    form = Look(request.POST) if request.method == "POST" else Look()
    if form.is_valid():
        request.session[REASON] = {**request.session.get(REASON, {}), str(public_id): form.cleaned_data["why"]}
        return redirect("casework:case", public_id)
    if why is None or request.method == "POST":
        return render(request, "casework/why.html", {"form": form, "child": child}, status=400 if form.errors else 200)
    writes.record_look(child=child, by=request.person, on=request.today, why=why)
    context = {"case": reads.case(request.area, public_id, request.today), "looks": reads.looks(child, LOOKS_SHOWN)}
    return render(request, "casework/case.html", context)


@require_safe
def standing(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """For the family, to print. It is a look like any other: the reason comes first."""
    child = _child(request, public_id)
    why = request.session.get(REASON, {}).get(str(public_id))
    if why is None:
        return redirect("casework:case", public_id)
    writes.record_look(child=child, by=request.person, on=request.today, why=why)
    file = reads.case(request.area, public_id, request.today)
    context = {"child": child, "standing": standing_of(file, request.today)}
    return render(request, "casework/standing.html", context)


def _child(request: SignedInRequest, public_id: UUID) -> Child:
    require(may_see_child(request.person, request.area.code))
    try:
        return reads.child(request.area, public_id)
    except Child.DoesNotExist as absent:
        raise Http404 from absent
