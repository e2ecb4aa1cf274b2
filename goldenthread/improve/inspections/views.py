from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest

from . import reads
from .models import Inspection
from .permissions import may_see_inspections


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    require(may_see_inspections(request.person))
    return render(request, "inspections/index.html", {"inspections": reads.inspections_of(request.area)})


@require_safe
def inspection(request: SignedInRequest, key: int) -> HttpResponse:
    """One inspection: its outcome, each finding word for word, what later visits judged, and what was found before."""
    require(may_see_inspections(request.person))
    try:
        asked = reads.inspection(request.area, key)
    except Inspection.DoesNotExist as absent:
        raise Http404 from absent
    page = {"inspection": asked, "findings": reads.findings(asked), "alike": reads.similar_findings(asked)}
    return render(request, "inspections/inspection.html", page)
