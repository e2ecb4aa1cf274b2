from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest

from . import reads, writes
from .forms import NONE, AddFinding, JudgeFinding, LinkRepeat, RecordVisit
from .models import Finding, Inspection
from .permissions import may_judge_findings, may_see_inspections

FORM = ["GET", "HEAD", "POST"]


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    require(may_see_inspections(request.person))
    page = {"inspections": reads.inspections_of(request.area), "may_judge": may_judge_findings(request.person)}
    return render(request, "inspections/index.html", page)


@require_safe
def inspection(request: SignedInRequest, key: int) -> HttpResponse:
    """One inspection: its outcome, each finding word for word, what later visits judged, and what was found before."""
    require(may_see_inspections(request.person))
    asked = _inspection(request, key)
    page = {
        "inspection": asked,
        "findings": reads.findings(asked),
        "judgements": reads.judgements_at(asked),
        "alike": reads.similar_findings(asked),
        "may_judge": may_judge_findings(request.person),
    }
    return render(request, "inspections/inspection.html", page)


@require_http_methods(FORM)
def visit(request: SignedInRequest) -> HttpResponse:
    """Record a visit by hand, so that what it judged can be recorded."""
    require(may_judge_findings(request.person))
    form = RecordVisit(request.POST or None)
    if form.is_valid():
        try:
            recorded = writes.record_visit(area=request.area, **form.cleaned_data, by=request.person, on=request.today)
        except writes.CannotRecord as why:
            form.add_error("started_on", str(why))
        else:
            messages.success(request, "Recorded. Add what it found here; what it judged, at each earlier finding.")
            return redirect("inspections:inspection", recorded.pk)
    return render(request, "inspections/visit.html", {"form": form}, status=_status(form))


@require_http_methods(FORM)
def add(request: SignedInRequest, key: int) -> HttpResponse:
    """Add one finding by hand to an inspection whose report could not be read."""
    require(may_judge_findings(request.person))
    asked = _inspection(request, key)
    form = AddFinding(request.POST or None)
    if form.is_valid():
        added = writes.add_finding(inspection=asked, **form.cleaned_data, by=request.person, on=request.today)
        messages.success(request, f"Added: {added}.")
        return _back_to(added)
    return render(request, "inspections/add.html", {"inspection": asked, "form": form}, status=_status(form))


@require_http_methods(FORM)
def judge(request: SignedInRequest, key: int) -> HttpResponse:
    """Record what a later visit judged of one finding."""
    found = _finding(request, key)
    visits = reads.later_visits(found.inspection)
    form = JudgeFinding(request.POST or None, visits=visits)
    if form.is_valid():
        answer = form.cleaned_data
        writes.judge_finding(
            finding=found, revisit=answer["visit"], sufficient_progress=answer["sufficient_progress"],
            note=answer["note"], by=request.person, on=request.today,
        )  # fmt: skip
        messages.success(request, f"Recorded: {found} was judged at the visit.")
        return _back_to(found)
    page = {"finding": found, "form": form, "visits": visits}
    return render(request, "inspections/judge.html", page, status=_status(form))


@require_http_methods(FORM)
def repeat(request: SignedInRequest, key: int) -> HttpResponse:
    """Say which finding of an earlier inspection this one repeats, or that it repeats none."""
    found = _finding(request, key)
    beside = reads.earlier_findings(found)
    form = LinkRepeat(request.POST or None, beside=beside, initial={"earlier": found.repeats_id or ""})
    if form.is_valid():
        chosen = form.cleaned_data["earlier"]
        if chosen == NONE:
            writes.unlink_repeat(finding=found, by=request.person, on=request.today)
        else:
            earlier = next(each.earlier for each in beside if str(each.earlier.pk) == chosen)
            writes.link_repeat(finding=found, earlier=earlier, by=request.person, on=request.today)
        messages.success(request, f"Recorded for {found}.")
        return _back_to(found)
    return render(
        request, "inspections/repeat.html", {"finding": found, "form": form, "beside": beside}, status=_status(form)
    )


def _inspection(request: SignedInRequest, key: int) -> Inspection:
    try:
        return reads.inspection(request.area, key)
    except Inspection.DoesNotExist as absent:
        raise Http404 from absent


def _finding(request: SignedInRequest, key: int) -> Finding:
    require(may_judge_findings(request.person))
    try:
        return reads.finding(request.area, key)
    except Finding.DoesNotExist as absent:
        raise Http404 from absent


def _back_to(finding: Finding) -> HttpResponse:
    page = redirect("inspections:inspection", finding.inspection_id)
    page["Location"] += f"#finding-{finding.pk}"
    return page


def _status(form: Form) -> int:
    return 400 if form.errors else 200
