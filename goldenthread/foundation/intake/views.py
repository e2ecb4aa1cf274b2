"""Bring a file, see what it would do, commit it, and undo it as a whole."""

import csv
from typing import Any, BinaryIO, cast
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from goldenthread.foundation.jobs import writes as jobs
from goldenthread.foundation.jobs.writes import Work
from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest

from . import reads, work, writes
from .forms import BringFile, ChooseSource, SayOtherwise, UndoBatch
from .models import Batch, State
from .permissions import may_bring_files, may_see_cells
from .source import Refused, Upload
from .workbook import problems_workbook

AT_ONCE = 2 * 1024 * 1024  # a larger file is read in the background
BATCHES_A_PAGE, PROBLEMS_A_PAGE = 25, 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "HEAD", "POST"])
def index(request: SignedInRequest) -> HttpResponse:
    require(may_bring_files(request.person))
    form = BringFile(request.POST, request.FILES) if request.method == "POST" else BringFile()
    if form.is_valid():
        upload = _upload(form.cleaned_data["file"])
        batch = writes.receive(area=request.area, upload=upload, by=request.person, on=request.today)
        return (
            _go_on(request, batch, work.understand_batch, "Reading a file", {}) if not batch.refusal else _page(batch)
        )
    pages = Paginator(reads.batches(request.area), BATCHES_A_PAGE)
    context = {
        "form": form,
        "page": pages.get_page(request.GET.get("page")),
        "sources": [(each, reads.template_of(each)) for each in reads.sources()],
    }
    return render(request, "intake/index.html", context, status=400 if form.errors else 200)


@require_safe
def batch(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    return _batch(request, _found(request, public_id))


def _batch(request: SignedInRequest, found: Batch, otherwise: SayOtherwise | None = None) -> HttpResponse:
    """`otherwise`: what a person typed of the file, where it could not be taken."""
    pages = Paginator(reads.problems(found), PROBLEMS_A_PAGE)
    with_values = _may_see_cells(request, found)
    context = {
        "batch": found,
        "title": reads.source_title(found.source),
        "counts": reads.counts(found),
        "page": pages.get_page(request.GET.get("page")),
        "kept": pages.count,
        "total": reads.problem_total(found),
        "rows": reads.rows_in_words(found),
        "columns": [] if found.choices else reads.columns(found),
        "otherwise": otherwise or _otherwise(found, with_values),
        "form": otherwise,
        "changes": reads.changes(found) if with_values else [],
        "not_taken": found.facts.get("not_taken", []) if with_values else [],
        "with_values": with_values,
        "same_file": reads.same_file(found) if found.state == State.UNDERSTOOD else None,
        "choose": ChooseSource(initial={"source": found.source}),
        "undo": UndoBatch(),
    }
    return render(request, "intake/batch.html", context, status=400 if otherwise else 200)


def _otherwise(batch: Batch, with_values: bool) -> SayOtherwise | None:
    """The choices show what cells hold: they are for those who may see it."""
    return SayOtherwise(reads.choices(batch)) if batch.state == State.UNDERSTOOD and with_values else None


@require_POST
def choose(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    found = _found(request, public_id)
    form = ChooseSource(request.POST)
    if not form.is_valid():
        messages.error(request, "Say what this file is.")
        return _page(found)
    return _go_on(request, found, work.understand_batch, "Reading a file", {"source": form.cleaned_data["source"]})


@require_POST
def say_otherwise(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    """The file is understood again as a person says; nothing is written but the batch."""
    found = _found(request, public_id)
    require(_may_see_cells(request, found))
    if found.state != State.UNDERSTOOD:
        return _page(found)
    form = SayOtherwise(reads.choices(found), request.POST)
    if not form.is_valid():
        return _batch(request, found, form)
    return _go_on(request, found, work.understand_batch, "Reading a file", {"chosen": form.chosen()})


@require_POST
def commit(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    return _go_on(request, _found(request, public_id), work.commit_batch, "Committing a file", {})


@require_POST
def undo(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    found = _found(request, public_id)
    form = UndoBatch(request.POST)
    if not form.is_valid():
        messages.error(request, "Say why this batch should be undone, in a few words.")
        return _page(found)
    try:
        counts = writes.undo(batch=found, by=request.person, on=request.today, why=form.cleaned_data["why"])
    except Refused as why:
        messages.error(request, str(why))
    else:
        messages.success(
            request, f"Undone: {counts['deleted']:,} rows taken out and {counts['restored']:,} put back as they were."
        )
    return _page(found)


@require_safe
def problems(request: SignedInRequest, public_id: UUID) -> HttpResponse:
    found = _found(request, public_id)
    content = problems_workbook(reads.problems(found), with_values=_may_see_cells(request, found))
    name = f"problems-{found.public_id.hex[:8]}.xlsx"
    return HttpResponse(content, XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@require_safe
def template(request: SignedInRequest, code: str) -> HttpResponse:
    """An empty table with the headings that a source reads."""
    require(may_bring_files(request.person))
    headings = reads.template(code)
    if not headings:
        raise Http404
    response = HttpResponse(
        content_type="text/csv", headers={"Content-Disposition": f'attachment; filename="{code}.csv"'}
    )
    csv.writer(response).writerow(headings)
    return response


def _go_on(request: SignedInRequest, batch: Batch, task: Work, title: str, arguments: dict[str, Any]) -> HttpResponse:
    """At once where the file is small; as a job, whose page shows how far it is, where it is large."""
    if batch.size > AT_ONCE:
        arguments = {"batch": str(batch.public_id), **arguments}
        job = jobs.start(task, title=title, by=request.person, on=request.today, area=request.area, arguments=arguments)
        return redirect("jobs:one", job.pk)
    try:
        if task is work.commit_batch:
            writes.commit(batch=batch, by=request.person, on=request.today)
            messages.success(request, "Committed: every row that was ready is now in the record.")
        else:
            writes.understand(batch=batch, by=request.person, on=request.today, **arguments)
    except Refused as why:
        messages.error(request, str(why))
    return _page(batch)


def _found(request: SignedInRequest, public_id: UUID) -> Batch:
    require(may_bring_files(request.person))
    try:
        return reads.batch(request.area, public_id)
    except Batch.DoesNotExist as absent:
        raise Http404 from absent


def _may_see_cells(request: SignedInRequest, batch: Batch) -> bool:
    return may_see_cells(request.person, batch.received_by, reads.holds_people(batch))


def _upload(file: "UploadedFile[bytes]") -> Upload:
    def fresh() -> BinaryIO:
        file.seek(0)
        return cast(BinaryIO, _Kept(file))

    return Upload(file.name or "", file.size or 0, fresh)


class _Kept:
    """The uploaded file, which outlives each reading of it."""

    def __init__(self, file: "UploadedFile[bytes]") -> None:
        self.read, self.seek, self.tell = file.read, file.seek, file.tell

    def seekable(self) -> bool:
        return True

    def __enter__(self) -> "_Kept":
        return self

    def __exit__(self, *_: object) -> None:
        pass


def _page(batch: Batch) -> HttpResponse:
    return redirect("intake:batch", batch.public_id)
