"""What was expected by a day, and how it turned out."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.governance import reads, writes
from goldenthread.improve.governance.forms.expectations import Expect, RecordResult
from goldenthread.improve.governance.permissions import may_keep_meetings, may_record_result, may_see_meetings
from goldenthread.improve.governance.reads.expectations import names_of, standing
from goldenthread.improve.governance.seen import seen
from goldenthread.improve.plans import reads as plans

from .asking import FORM, ask, attempt, posted, the


@require_safe
def listed(request: SignedInRequest) -> HttpResponse:
    require(may_see_meetings(request.person))
    page = {
        "tables": reads.evaluated(reads.expectations(request.area), request.today),
        "plans": [one.plan for one in plans.plans(request.area)],
        "may_keep": may_keep_meetings(request.person),
        "may_record": may_record_result(request.person),
    }
    return render(request, "governance/expectations.html", page)


@require_http_methods(FORM)
def add(request: SignedInRequest) -> HttpResponse:
    """Of the plan asked for by `?plan=`, else of the area's largest."""
    require(may_keep_meetings(request.person))
    known = [one.plan for one in plans.plans(request.area)]
    chosen = next((one for one in known if str(one.pk) == request.GET.get("plan")), known[0] if known else None)
    if chosen is None:
        return redirect("governance:expectations")
    form = Expect(names_of(chosen), posted(request))
    made = attempt(
        form, "title", lambda: writes.expect(plan=chosen, by=request.person, on=request.today, **form.given())
    )
    if made:
        messages.success(request, f"“{made.title}” is expected. Its result is recorded here when it is known.")
        return redirect("governance:expectations")
    title = "What is expected, and by when?"
    return ask(request, form, title=title, button="Add this outcome", back=_back(), lead=chosen.title)


@require_http_methods(FORM)
def edit(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_keep_meetings(request.person))
    asked = the(reads.expectation, request, key)
    stamp = seen(asked)
    form = Expect(names_of(asked.plan), posted(request), initial={**Expect.first(asked), "seen": stamp})
    now = [(field.label, field.initial) for field in form.visible_fields()]
    changed = attempt(
        form,
        "title",
        lambda: writes.change_expectation(
            expectation=asked, by=request.person, on=request.today, seen=form.cleaned_data["seen"], **form.given()
        ),
        now=stamp,
    )
    if changed:
        messages.success(request, f"“{changed.title}” is changed.")
        return redirect("governance:expectations")
    return ask(request, form, title=f"Change “{asked.title}”", button="Save", back=_back(), now=now)


@require_http_methods(FORM)
def result(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_record_result(request.person))
    asked = the(reads.expectation, request, key)
    one = standing(asked, request.today)
    first = {"step": asked.result, "because": asked.result_because, "result_on": asked.result_on, "visit": asked.visit}
    visits = reads.visits(request.area, request.today)
    form = RecordResult(one.steps, visits, posted(request), initial=first)
    recorded = attempt(
        form,
        "step",
        lambda: writes.record_result(expectation=asked, by=request.person, on=request.today, **form.cleaned_data),
    )
    if recorded:
        messages.success(request, f"The result of “{recorded.title}” is recorded.")
        return redirect("governance:expectations")
    title = f"How did “{asked.title}” turn out?"
    return ask(request, form, title=title, button="Record this result", back=_back(), lead=one.evaluation.sentence)


def _back() -> tuple[str, str]:
    return reverse("governance:expectations"), "Expectations"
