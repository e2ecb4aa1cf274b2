"""The shelf: papers by body and date, each with how far it has come; and a new one."""

from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.publish.reports import reads, writes
from goldenthread.publish.reports.forms import DraftPaper
from goldenthread.publish.reports.models import Edition
from goldenthread.publish.reports.permissions import may_read, may_read_papers, may_write_papers


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    require(may_read_papers(request.person))
    readable = [one for one in reads.editions(request.area) if may_read(request.person, one)]
    by_body = sorted(readable, key=lambda one: one.body)  # stable: within a body, latest meeting first
    shelf = [(body, list(papers)) for body, papers in groupby(by_body, key=lambda one: one.body)]
    return render(request, "reports/index.html", {"shelf": shelf, "may_write": may_write_papers(request.person)})


@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: SignedInRequest) -> HttpResponse:
    require(may_write_papers(request.person))
    form = DraftPaper(request.POST or None, initial={"as_at": request.today})
    if request.method == "POST" and form.is_valid():
        edition = writes.draft_edition(area=request.area, by=request.person, on=request.today, **form.cleaned_data)
        return _page(edition)
    return render(request, "reports/draft.html", {"form": form}, status=400 if form.errors else 200)


def _page(edition: Edition) -> HttpResponse:
    return redirect("reports:paper", edition.pk)
