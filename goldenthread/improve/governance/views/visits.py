"""What advisers saw when they came."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.governance import reads, writes
from goldenthread.improve.governance.forms.commitments import MakeCommitment
from goldenthread.improve.governance.forms.visits import ChangeVisit, RecordVisit, SeeEvidence
from goldenthread.improve.governance.models import Visit
from goldenthread.improve.governance.permissions import (
    is_adviser,
    may_change_visit,
    may_record_visit,
    may_see_meetings,
)
from goldenthread.improve.governance.seen import seen
from goldenthread.improve.governance.writes.visits import FIELDS
from goldenthread.improve.plans import reads as plans

from .asking import FORM, ask, attempt, posted, the


@require_safe
def listed(request: SignedInRequest) -> HttpResponse:
    require(may_see_meetings(request.person))
    found = reads.visits(request.area, request.today)
    page = {"visits": found, "may_record": may_record_visit(request.person)}
    return render(request, "governance/visits.html", page)


@require_safe
def visit(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_see_meetings(request.person))
    asked = the(reads.visit, request, key)
    page = {
        "visit": asked,
        "commitments": reads.standings(
            reads.commitments(request.area, request.today).filter(visit=asked), request.today
        ),
        "may_change": may_change_visit(request.person, asked),
    }
    return render(request, "governance/visit.html", page)


@require_http_methods(FORM)
def add(request: SignedInRequest) -> HttpResponse:
    require(may_record_visit(request.person))
    form = RecordVisit(posted(request))
    made = attempt(
        form,
        "visited_on",
        lambda: writes.record_visit(
            area=request.area,
            kind=form.cleaned_data["kind"],
            visited_on=form.cleaned_data["visited_on"],
            plan=plans.plan(request.area),
            by=request.person,
            on=request.today,
            **form.account(),
        ),
    )
    if made:
        messages.success(request, "The visit is recorded. Add the evidence that was seen, and what was promised.")
        return redirect("governance:visit", made.pk)
    lead = (
        "This is kept as the advisers’ own record, which the area cannot change."
        if is_adviser(request.person)
        else "This is kept as the area’s record of the visit. Advisers keep their own beside it."
    )
    back = (reverse("governance:visits"), "Visits")
    return ask(request, form, title="Record a visit", button="Record this visit", back=back, lead=lead)


@require_http_methods(FORM)
def edit(request: SignedInRequest, key: int) -> HttpResponse:
    asked = _to_change(request, key)
    stamp = seen(asked)
    now = [(field.label, getattr(asked, name)) for name, field in ChangeVisit.base_fields.items() if name in FIELDS]
    form = ChangeVisit(posted(request), initial={**{name: getattr(asked, name) for name in FIELDS}, "seen": stamp})
    changed = attempt(
        form,
        "attended",
        lambda: writes.change_visit(
            visit=asked, by=request.person, on=request.today, seen=form.cleaned_data["seen"], **form.account()
        ),
        now=stamp,
    )
    if changed:
        messages.success(request, "The visit is changed.")
        return redirect("governance:visit", asked.pk)
    return ask(request, form, title=f"Change: {asked}", button="Save", back=_back(asked), now=now)


@require_http_methods(FORM)
def saw(request: SignedInRequest, key: int) -> HttpResponse:
    asked = _to_change(request, key)
    form = SeeEvidence(request.area, posted(request))
    found = attempt(
        form,
        "title",
        lambda: writes.add_evidence_seen(visit=asked, by=request.person, on=request.today, **form.cleaned_data),
    )
    if found:
        messages.success(request, f"Added: {found.title}.")
        return redirect("governance:visit", asked.pk)
    return ask(request, form, title="Evidence that was seen", button="Add this evidence", back=_back(asked))


@require_http_methods(FORM)
def promise(request: SignedInRequest, key: int) -> HttpResponse:
    asked = _to_change(request, key)
    form = MakeCommitment(request.area, posted(request))
    made = attempt(
        form,
        "words",
        lambda: writes.promise_on_visit(visit=asked, promised=form.promised(), by=request.person, on=request.today),
    )
    if made:
        messages.success(request, "The commitment is recorded, and its owner is told.")
        return redirect("governance:visit", asked.pk)
    return ask(request, form, title="What was promised to the advisers?", button="Record this", back=_back(asked))


def _to_change(request: SignedInRequest, key: int) -> Visit:
    require(may_record_visit(request.person))
    asked = the(reads.visit, request, key)
    require(may_change_visit(request.person, asked))
    return asked


def _back(visit: Visit) -> tuple[str, str]:
    return reverse("governance:visit", args=[visit.pk]), str(visit)
