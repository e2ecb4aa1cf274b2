"""Figures that were said, and whether they hold."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.foundation.partnership.permissions import require, sees_small_numbers
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.governance import reads, writes
from goldenthread.improve.governance.forms.claims import CheckClaim, RecordClaim
from goldenthread.improve.governance.models import Claim
from goldenthread.improve.governance.permissions import may_check_claims, may_keep_meetings, may_see_meetings
from goldenthread.improve.governance.seen import seen
from goldenthread.improve.plans import reads as plans

from .asking import FORM, ask, attempt, posted, the

A_PAGE = 25


@require_safe
def listed(request: SignedInRequest) -> HttpResponse:
    """`?verdict=` narrows the list; `?all` puts it on one page, for the printer."""
    require(may_see_meetings(request.person))
    asked = request.GET.get("verdict", "")
    verdict = asked if asked in Claim.Verdict else ""
    found = reads.claims(request.area, verdict)
    shown = Paginator(found, max(1, found.count()) if "all" in request.GET else A_PAGE).get_page(
        request.GET.get("page")
    )
    counts = reads.verdict_counts(request.area)
    page = {
        "page": shown,
        "claims": [(claim, reads.sums_of(claim)) for claim in shown],
        "verdict": verdict,
        "narrowed": f"verdict={verdict}" if verdict else "",
        "counts": counts,
        "total": sum(count for _, _, count in counts),
        "may_keep": may_keep_meetings(request.person),
    }
    return render(request, "governance/claims.html", page)


@require_safe
def claim(request: SignedInRequest, key: int) -> HttpResponse:
    """The arithmetic is done again each time; the verdict is a person's, and stands."""
    require(may_see_meetings(request.person))
    asked = the(reads.claim, request, key)
    page = {
        "claim": asked,
        "sums": reads.sums_of(asked),
        "observed": reads.observed(asked, request.today, small_numbers=sees_small_numbers(request.person)),
        "checked_by": plans.names(request.area, [asked.checked_by]).get(asked.checked_by, ""),
        "may_check": may_check_claims(request.person),
    }
    return render(request, "governance/claim.html", page)


@require_http_methods(FORM)
def add(request: SignedInRequest) -> HttpResponse:
    require(may_keep_meetings(request.person))
    form = RecordClaim(reads.past_meetings(request.area, request.today), posted(request))
    made = attempt(
        form,
        "speaker",
        lambda: writes.record_claim(area=request.area, by=request.person, on=request.today, **form.cleaned_data),
    )
    if made:
        messages.success(request, "The claim is in the register. What its figures come to is shown here.")
        return redirect("governance:claim", made.pk)
    back = (reverse("governance:claims"), "Claims")
    return ask(request, form, title="Write down a figure that was said", button="Put it in the register", back=back)


@require_http_methods(FORM)
def check(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_check_claims(request.person))
    asked = the(reads.claim, request, key)
    stamp = seen(asked)
    form = CheckClaim(posted(request), initial={**CheckClaim.first(asked), "seen": stamp})
    checked = attempt(
        form,
        "why",
        lambda: writes.check_claim(claim=asked, by=request.person, on=request.today, **form.cleaned_data),
        now=stamp,
    )
    if checked:
        messages.success(request, f"Your verdict is recorded: {checked.get_verdict_display().lower()}.")
        return redirect("governance:claim", asked.pk)
    now = [("Verdict", asked.get_verdict_display()), ("Found", asked.checked_value), ("How", asked.why)]
    back = (reverse("governance:claim", args=[asked.pk]), "The claim")
    return ask(request, form, title="Does it hold?", button="Record your verdict", back=back, lead=asked.words, now=now)
