"""Evidence is offered by those who report, waits for somebody else, and is looked at."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.foundation.partnership.permissions import Duty, has_duty, require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.foundation.ui.citing import LookAtCited
from goldenthread.improve.plans import reads, writes
from goldenthread.improve.plans.forms.evidence import OfferEvidence
from goldenthread.improve.plans.models import Evidence
from goldenthread.improve.plans.permissions import may_report, may_verify
from goldenthread.improve.plans.views.filling import METHODS, by_hand, saved
from goldenthread.improve.plans.views.found import the_action, the_evidence

A_PAGE = 25


@require_http_methods(METHODS)
def offer(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the_action(request, key)
    require(may_report(request.person, asked))
    form = OfferEvidence(request.POST or None)

    def write() -> Evidence:
        return writes.offer_evidence(action=asked, **form.cleaned_data, **by_hand(request))

    if saved(request, form, write, at="title"):
        messages.success(
            request, "The evidence is offered. It counts once somebody other than the lead has accepted it."
        )
        return redirect("plans:action", asked.pk)
    page = {
        "form": form,
        "action": asked,
        "title": f"Offer evidence for action {asked.ref}",
        "button": "Offer this evidence",
    }
    return render(request, "plans/form.html", page, status=400 if form.errors else 200)


@require_http_methods(METHODS)
def look(request: SignedInRequest, key: int) -> HttpResponse:
    """Accept it, or return it with what is wanting."""
    evidence = the_evidence(request, key)
    require(may_verify(request.person, evidence.action))
    form = LookAtCited(request.POST or None)
    if saved(request, form, lambda: _decide(request, evidence, form.cleaned_data["because"]), at="because"):
        if request.GET.get("back") == "queue":
            return redirect("plans:evidence_waiting")
        return redirect("plans:action", evidence.action_id)
    page = {"form": form, "evidence": evidence, "action": evidence.action}
    return render(request, "plans/evidence.html", page, status=400 if form.errors else 200)


def _decide(request: SignedInRequest, evidence: Evidence, because: str) -> Evidence:
    if "accept" in request.POST:
        decided = writes.accept_evidence(evidence=evidence, **by_hand(request))
        messages.success(request, f"You have accepted “{evidence.title}”.")
    else:
        decided = writes.return_evidence(evidence=evidence, because=because, **by_hand(request))
        messages.success(request, f"“{evidence.title}” goes back to the lead, with what you wrote.")
    return decided


@require_safe
def waiting(request: SignedInRequest) -> HttpResponse:
    """What this person may look at: evidence that was offered, and actions that are reported complete."""
    require(has_duty(request.person, Duty.VERIFY))
    offered = Paginator(reads.evidence_for(request.person, request.today), A_PAGE)
    complete = Paginator(reads.complete_for(request.person, request.today), A_PAGE)
    evidence, actions = offered.get_page(request.GET.get("page")), complete.get_page(request.GET.get("actions"))
    names = reads.names(request.area, [one.offered_by for one in evidence] + [one.completed_by for one in actions])
    page = {
        "evidence": evidence,
        "offered": [(one, names[one.offered_by]) for one in evidence],
        "actions": actions,
        "complete": [(one, names[one.completed_by]) for one in actions],
    }
    return render(request, "plans/evidence_waiting.html", page)
