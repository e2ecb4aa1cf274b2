"""The steps of a paper: words, head, comments, clearances, freezing, correction. Each is one write."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from goldenthread.foundation.partnership.models import Person
from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.publish.reports import reads, writes
from goldenthread.publish.reports.forms import AskConsultees, CorrectPaper, PaperHead, WriteWords
from goldenthread.publish.reports.making import TERM
from goldenthread.publish.reports.models import Edition
from goldenthread.publish.reports.permissions import may_clear, may_freeze, may_write_papers
from goldenthread.publish.reports.views.finding import found

LONGEST_CODE = 60  # as the record of words takes it
May = Callable[[Person | None], bool]


@require_http_methods(["GET", "HEAD", "POST"])
def words(request: SignedInRequest, key: int, code: str) -> HttpResponse:
    """The answer to one question. Nobody's words are lost: who writes second reads the first before saving again."""
    edition = _open(request, key, may_write_papers)
    question = _question(edition, code)
    held = next((one.words for one in edition.written.all() if one.code == code), "")
    typed = request.POST.copy() if request.method == "POST" else None
    form = WriteWords(typed, initial={"words": held, "over": held})
    between = None
    if typed is not None and form.is_valid():
        try:
            writes.write_words(edition=edition, code=code, by=request.person, on=request.today, **form.cleaned_data)
            return _page(edition)
        except writes.ChangedSince as clash:
            between = clash.written
            typed["over"] = between.words
    context = {"edition": edition, "form": form, "question": question, "between": between}
    return render(request, "reports/words.html", context, status=409 if between else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def head(request: SignedInRequest, key: int) -> HttpResponse:
    edition = _open(request, key, may_write_papers)
    form = PaperHead(request.POST or None, initial={name: getattr(edition, name) for name in PaperHead.base_fields})
    if request.method == "POST" and form.is_valid():
        writes.change_header(edition=edition, by=request.person, on=request.today, **form.cleaned_data)
        return _page(edition)
    return render(request, "reports/head.html", {"edition": edition, "form": form}, status=400 if form.errors else 200)


@require_POST
def figures(request: SignedInRequest, key: int) -> HttpResponse:
    edition = _open(request, key, may_write_papers)
    writes.retake_figures(edition=edition, by=request.person, on=request.today)
    messages.success(request, "The figures were taken again. Words already written have stayed.")
    return _page(edition)


@require_POST
def circulate(request: SignedInRequest, key: int) -> HttpResponse:
    edition = _open(request, key, may_write_papers)
    form = AskConsultees(request.POST)
    if form.is_valid():
        asked = form.cleaned_data["asked"]
        writes.circulate(edition=edition, consultees=asked, by=request.person, on=request.today)
    else:
        messages.error(request, "Say who is asked for comment, one a line: name, post.")
    return _page(edition)


@require_POST
def returned(request: SignedInRequest, key: int, consultee: int) -> HttpResponse:
    edition = _open(request, key, may_write_papers)
    asked = next((one for one in edition.consultees.all() if one.pk == consultee), None)
    if asked is None:
        raise Http404
    writes.record_return(consultee=asked, by=request.person, on=request.today)
    return _page(edition)


@require_POST
def clear(request: SignedInRequest, key: int) -> HttpResponse:
    edition = _open(request, key, may_clear)
    try:
        writes.clear(edition=edition, role=request.POST.get("role", ""), by=request.person, on=request.today)
    except writes.Refused as why:
        messages.error(request, str(why))
    return _page(edition)


@require_POST
def freeze(request: SignedInRequest, key: int) -> HttpResponse:
    edition = _open(request, key, may_freeze)
    try:
        writes.freeze(edition=edition, by=request.person, on=request.today)
        messages.success(request, "Frozen. Nothing in this paper will change again.")
    except writes.Refused as why:
        messages.error(request, str(why))
    return _page(edition)


@require_POST
def correct(request: SignedInRequest, key: int) -> HttpResponse:
    edition = found(request, key)
    require(may_write_papers(request.person) and edition.is_frozen)
    form = CorrectPaper(request.POST)
    if not form.is_valid():
        messages.error(request, "Say why a correction is needed, in a sentence.")
        return _page(edition)
    why = form.cleaned_data["why"]
    return _page(writes.correct_edition(edition=edition, why=why, by=request.person, on=request.today))


def _open(request: SignedInRequest, key: int, may: May) -> Edition:
    """A paper that can still change, for someone who may change it."""
    edition = found(request, key)
    require(may(request.person) and not edition.is_frozen)
    return edition


def _question(edition: Edition, code: str) -> str:
    if len(code) > LONGEST_CODE:
        raise Http404
    if code.startswith(TERM):
        return f"What does {code.removeprefix(TERM)} stand for?"
    questions = reads.questions(edition)
    if code not in questions:
        raise Http404
    return questions[code]


def _page(edition: Edition) -> HttpResponse:
    return redirect("reports:paper", edition.pk)
