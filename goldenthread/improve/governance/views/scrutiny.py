"""What members recommended, and what became of it."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.governance import reads, writes
from goldenthread.improve.governance.forms.scrutiny import OpenReview, Recommend, Respond
from goldenthread.improve.governance.models import Review
from goldenthread.improve.governance.permissions import (
    may_give_view,
    may_keep_meetings,
    may_look_at_response_proof,
    may_see_meetings,
)

from .asking import FORM, ask, attempt, posted, the

A_PAGE = 25


@require_safe
def index(request: SignedInRequest) -> HttpResponse:
    """Every recommendation of the area; `?all` puts them on one page, for the printer."""
    require(may_see_meetings(request.person))
    page = {
        **_register(request),
        "reviews": reads.reviews(request.area),
        "may_keep": may_keep_meetings(request.person),
    }
    return render(request, "governance/recommendations.html", page)


@require_safe
def review(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_see_meetings(request.person))
    asked = the(reads.review, request, key)
    page = {
        **_register(request, asked),
        "review": asked,
        "clock": reads.clock_of(asked),
        "unknown_receipt": "" if asked.received_on else reads.UNKNOWN_RECEIPT,
        "may_keep": may_keep_meetings(request.person),
    }
    return render(request, "governance/review.html", page)


def _register(request: SignedInRequest, of: Review | None = None) -> dict[str, object]:
    register = reads.register(request.area, request.today, of)
    rows = Paginator(register.rows, max(1, len(register.rows)) if "all" in request.GET else A_PAGE)
    return {"register": register, "page": rows.get_page(request.GET.get("page"))}


@require_safe
def recommendation(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_see_meetings(request.person))
    one = the(lambda area, key: reads.recommendation(area, key, request.today), request, key)
    page = {
        "one": one,
        "unknown_receipt": "" if one.recommendation.review.received_on else reads.UNKNOWN_RECEIPT,
        "may_keep": may_keep_meetings(request.person),
        "may_look": may_look_at_response_proof(request.person),
        "may_judge": may_give_view(request.person),
    }
    return render(request, "governance/recommendation.html", page)


@require_http_methods(FORM)
def add_review(request: SignedInRequest) -> HttpResponse:
    require(may_keep_meetings(request.person))
    form = OpenReview(request.area, posted(request))
    made = attempt(
        form,
        "code",
        lambda: writes.open_review(area=request.area, by=request.person, on=request.today, **form.cleaned_data),
    )
    if made:
        messages.success(request, f"{made.title} is recorded. Now add what it recommends.")
        return redirect("governance:review", made.pk)
    back = (reverse("governance:recommendations"), "Recommendations")
    return ask(request, form, title="Record a scrutiny review", button="Record this review", back=back)


@require_http_methods(FORM)
def recommend(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_keep_meetings(request.person))
    asked = the(reads.review, request, key)
    form = Recommend(posted(request))
    made = attempt(
        form,
        "words",
        lambda: writes.recommend(review=asked, by=request.person, on=request.today, **form.cleaned_data),
    )
    if made:
        messages.success(request, f"Added as {made.stable_id}.")
        return redirect("governance:review", asked.pk)
    back = (reverse("governance:review", args=[asked.pk]), asked.title)
    return ask(request, form, title=f"Add a recommendation of {asked.code}", button="Add it", back=back)


@require_http_methods(FORM)
def respond(request: SignedInRequest, key: int) -> HttpResponse:
    """A second answer does not replace the first: both are kept."""
    require(may_keep_meetings(request.person))
    one = the(lambda area, key: reads.recommendation(area, key, request.today), request, key).recommendation
    one.review.area = request.area
    form = Respond(request.area, posted(request))
    made = attempt(
        form,
        "reason",
        lambda: writes.respond(recommendation=one, by=request.person, on=request.today, **form.cleaned_data),
    )
    if made:
        messages.success(request, f"The response to {one.stable_id} is recorded. Members are told.")
        return redirect("governance:recommendation", one.pk)
    back = (reverse("governance:recommendation", args=[one.pk]), one.stable_id)
    return ask(
        request, form, title=f"Record a response to {one.stable_id}", button="Record it", back=back, lead=one.words
    )
