"""What was promised, and was it kept?"""

from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.foundation.ui.citing import LookAtCited
from goldenthread.improve.governance import reads, writes
from goldenthread.improve.governance.forms.commitments import ChooseCommitments, EndCommitment, OfferProof
from goldenthread.improve.governance.models import Commitment, Proof
from goldenthread.improve.governance.permissions import (
    may_keep_meetings,
    may_look_at_proof,
    may_offer_proof,
    may_see_meetings,
)
from goldenthread.improve.plans import reads as plans

from .asking import FORM, ask, attempt, posted, the

COMMITMENTS_A_PAGE = 50


@require_safe
def listed(request: SignedInRequest) -> HttpResponse:
    require(may_see_meetings(request.person))
    form = ChooseCommitments(request.area, request.GET)
    found = reads.commitments(request.area, request.today, **form.chosen())
    page = Paginator(found, COMMITMENTS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "choose": form,
        "page": page,
        "narrowed": urlencode({name: value for name, value in request.GET.items() if name != "page"}),
        "commitments": reads.standings(page.object_list, request.today),
        "counts": reads.counts(request.area, request.today),
    }
    return render(request, "governance/commitments.html", context)


@require_safe
def commitment(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_see_meetings(request.person))
    asked = the(reads.commitment, request, key)
    proofs = list(asked.proofs.select_related("accepted_by"))
    names = plans.names(request.area, (proof.offered_by for proof in proofs if proof.offered_by))
    is_open = asked.state == Commitment.State.OPEN
    page = {
        "one": reads.CommitmentStanding(asked, request.today),
        "proofs": [(proof, names.get(proof.offered_by, "")) for proof in proofs],
        "action": plans.one_action(asked.action, request.today) if asked.action else None,
        "may_offer": is_open and may_offer_proof(request.person, asked),
        "may_look": is_open and may_look_at_proof(request.person, asked),
        "may_end": is_open and may_keep_meetings(request.person),
        "handle": request.person.handle,
    }
    return render(request, "governance/commitment.html", page)


@require_http_methods(FORM)
def end(request: SignedInRequest, key: int) -> HttpResponse:
    """Kept, with accepted proof; or dropped, with a reason."""
    require(may_keep_meetings(request.person))
    asked = the(reads.commitment, request, key)
    form = EndCommitment(posted(request))
    ended = attempt(form, "how", lambda: _end(request, asked, form))
    if ended:
        messages.success(request, f"The commitment is recorded as {ended.get_state_display().lower()}.")
        return redirect("governance:commitment", asked.pk)
    return ask(request, form, title="How did it end?", button="Save", back=_to(asked), lead=asked.words)


def _end(request: SignedInRequest, commitment: Commitment, form: EndCommitment) -> Commitment:
    if form.cleaned_data["how"] == "kept":
        return writes.keep(commitment=commitment, by=request.person, on=request.today)
    because = form.cleaned_data["because"]
    return writes.drop(commitment=commitment, because=because, by=request.person, on=request.today)


@require_http_methods(FORM)
def offer_proof(request: SignedInRequest, key: int) -> HttpResponse:
    asked = the(reads.commitment, request, key)
    require(may_offer_proof(request.person, asked))
    form = OfferProof(posted(request))
    offered = attempt(
        form,
        "title",
        lambda: writes.offer_proof(commitment=asked, by=request.person, on=request.today, **form.cleaned_data),
    )
    if offered:
        messages.success(request, "The proof is offered. It counts once somebody other than the owner has accepted it.")
        return redirect("governance:commitment", asked.pk)
    title = "What shows that it was done?"
    return ask(request, form, title=title, button="Offer this proof", back=_to(asked), lead=asked.words)


@require_http_methods(FORM)
def look(request: SignedInRequest, key: int) -> HttpResponse:
    """Accept it, as the whole or as a part; or return it with what is wanting."""
    proof = the(reads.proof, request, key)
    held = proof.commitment
    require(held is not None and may_look_at_proof(request.person, held))
    form = LookAtCited(posted(request))
    seen = attempt(form, "because", lambda: _decide(request, proof, form))
    if seen:
        return redirect("governance:commitment", seen.commitment_id)
    page = {"form": form, "proof": proof, "one": held}
    return render(request, "governance/proof.html", page, status=400 if form.errors else 200)


def _decide(request: SignedInRequest, proof: Proof, form: LookAtCited) -> Proof:
    if "kept" in request.POST or "part" in request.POST:
        kept = "kept" in request.POST
        accepted = writes.accept_proof(proof=proof, kept=kept, by=request.person, on=request.today)
        messages.success(request, f"You have accepted “{proof.title}”." + (" The commitment is kept." if kept else ""))
        return accepted
    because = form.cleaned_data["because"]
    returned = writes.return_proof(proof=proof, because=because, by=request.person, on=request.today)
    messages.success(request, f"“{proof.title}” goes back to its owner, with what you wrote.")
    return returned


def _to(commitment: Commitment) -> tuple[str, str]:
    return reverse("governance:commitment", args=[commitment.pk]), "The commitment"
