"""What became of one response: how far it has come, its proof, and whether it satisfies members."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.foundation.ui.citing import LookAtCited
from goldenthread.improve.governance import reads, writes
from goldenthread.improve.governance.forms.commitments import OfferProof
from goldenthread.improve.governance.forms.scrutiny import GiveView, MoveResponse
from goldenthread.improve.governance.models import Proof, Response
from goldenthread.improve.governance.permissions import may_give_view, may_keep_meetings, may_look_at_response_proof
from goldenthread.improve.governance.seen import seen

from .asking import FORM, ask, attempt, posted, the


@require_http_methods(FORM)
def progress(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_keep_meetings(request.person))
    asked = the(reads.response, request, key)
    stamp = seen(asked)
    form = MoveResponse(posted(request), initial={"state": asked.state, "seen": stamp})
    moved = attempt(
        form,
        "state",
        lambda: writes.move_response(response=asked, by=request.person, on=request.today, **form.cleaned_data),
        now=stamp,
    )
    if moved:
        messages.success(request, f"Saved: {moved.get_state_display().lower()}.")
        return _back(asked)
    now = [("How far it has come", asked.get_state_display())]
    return ask(request, form, title=f"How far has {_called(asked)} come?", button="Save", back=_to(asked), now=now)


@require_http_methods(FORM)
def prove(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_keep_meetings(request.person))
    asked = the(reads.response, request, key)
    form = OfferProof(posted(request))
    offered = attempt(
        form,
        "title",
        lambda: writes.prove_response(response=asked, by=request.person, on=request.today, **form.cleaned_data),
    )
    if offered:
        messages.success(request, "The proof is offered. It counts once somebody else has accepted it.")
        return _back(asked)
    return ask(request, form, title=f"Offer proof for {_called(asked)}", button="Offer this proof", back=_to(asked))


@require_http_methods(FORM)
def look(request: SignedInRequest, key: int) -> HttpResponse:
    """Accept it, or return it with what is wanting."""
    require(may_look_at_response_proof(request.person))
    proof = the(reads.response_proof, request, key)
    response = proof.response
    assert response is not None  # as `response_proof` promises
    form = LookAtCited(posted(request))
    if attempt(form, "because", lambda: _decide(request, proof, form.cleaned_data["because"])):
        return _back(response)
    page = {"form": form, "proof": proof, "response": response}
    return render(request, "governance/response_proof.html", page, status=400 if form.errors else 200)


def _decide(request: SignedInRequest, proof: Proof, because: str) -> Proof:
    if "accept" in request.POST:
        done = writes.accept_response_proof(proof=proof, by=request.person, on=request.today)
        messages.success(request, f"You have accepted “{proof.title}”.")
    else:
        done = writes.return_response_proof(proof=proof, because=because, by=request.person, on=request.today)
        messages.success(request, f"“{proof.title}” goes back, with what you wrote.")
    return done


@require_http_methods(FORM)
def view(request: SignedInRequest, key: int) -> HttpResponse:
    """Whether the response satisfies those who recommended it."""
    require(may_give_view(request.person))
    asked = the(reads.response, request, key)
    form = GiveView(posted(request))
    given = attempt(
        form,
        "words",
        lambda: writes.give_view(response=asked, by=request.person, on=request.today, **form.cleaned_data),
    )
    if given:
        messages.success(request, "The members’ view is recorded.")
        return _back(asked)
    said = f"{asked.get_kind_display()}. {asked.reason}".strip()
    title = f"Does the response to {asked.recommendation.stable_id} satisfy members?"
    return ask(request, form, title=title, button="Record this view", back=_to(asked), lead=said)


def _called(response: Response) -> str:
    return f"the response to {response.recommendation.stable_id}"


def _to(response: Response) -> tuple[str, str]:
    asked = response.recommendation
    return reverse("governance:recommendation", args=[asked.pk]), asked.stable_id


def _back(response: Response) -> HttpResponse:
    return redirect("governance:recommendation", response.recommendation_id)
