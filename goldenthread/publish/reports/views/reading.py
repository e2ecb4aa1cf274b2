"""One paper: how far it has come, what is missing, and the paper itself as it will read."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.publish.reports import reads, writes
from goldenthread.publish.reports.forms import AskConsultees, CorrectPaper
from goldenthread.publish.reports.permissions import may_clear, may_freeze, may_write_papers
from goldenthread.publish.reports.render import render_html
from goldenthread.publish.reports.views.finding import found

TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
}


@require_safe
def paper(request: SignedInRequest, key: int) -> HttpResponse:
    edition = found(request, key)
    made = reads.paper(edition)
    context = {
        "edition": edition,
        "made": made,
        "missing": writes.missing(made),
        "article": mark_safe(render_html(made.document, title=False)),  # every word in it has been escaped there
        "previous": reads.previous(edition),
        "clearances": reads.clearances(edition),
        "ask": AskConsultees(),
        "correct": CorrectPaper(),
        "may_write": may_write_papers(request.person) and not edition.is_frozen,
        "may_clear": may_clear(request.person) and not edition.is_frozen,
        "may_freeze": may_freeze(request.person) and not edition.is_frozen,
        "may_correct": may_write_papers(request.person) and edition.is_frozen,
    }
    return render(request, "reports/paper.html", context)


@require_safe
def changes(request: SignedInRequest, key: int) -> HttpResponse:
    edition = found(request, key)
    context = {"edition": edition, "previous": reads.previous(edition), "changes": reads.changes(edition)}
    return render(request, "reports/changes.html", context)


@require_safe
def download(request: SignedInRequest, key: int, format: str) -> HttpResponse:
    edition = found(request, key)
    if format not in reads.FORMATS:
        raise Http404
    name = reads.file_name(edition, format)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(reads.rendered(edition, format), TYPES[format], headers=headers)
