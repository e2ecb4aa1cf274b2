from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from goldenthread.foundation.partnership.reads import SignedInRequest

from . import reads
from .models import Job

SHOWN = 50


@require_safe
def mine(request: SignedInRequest) -> HttpResponse:
    return render(request, "jobs/mine.html", {"jobs": reads.jobs_of(request.person)[:SHOWN], "shown": SHOWN})


@require_safe
def one(request: SignedInRequest, job_id: UUID) -> HttpResponse:
    """The page asks for itself again while the work goes on, without a script; it can be left and found again."""
    try:
        job = reads.job(job_id, request.person)
    except Job.DoesNotExist as absent:
        raise Http404 from absent
    next_page = job.result.get("next") if isinstance(job.result, dict) else None
    return render(request, "jobs/one.html", {"job": job, "next_page": next_page})
