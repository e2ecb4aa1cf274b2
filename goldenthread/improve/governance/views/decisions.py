"""What a meeting decided, and what becomes of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from goldenthread.foundation.partnership.permissions import require
from goldenthread.foundation.partnership.reads import SignedInRequest
from goldenthread.improve.governance import reads, writes
from goldenthread.improve.governance.forms.commitments import MakeCommitment
from goldenthread.improve.governance.forms.decisions import RecordDecision
from goldenthread.improve.governance.models import Commitment
from goldenthread.improve.governance.permissions import may_keep_meetings

from .asking import FORM, ask, attempt, posted, the
from .meetings import back_to


@require_http_methods(FORM)
def decide(request: SignedInRequest, key: int) -> HttpResponse:
    require(may_keep_meetings(request.person))
    asked = the(reads.meeting, request, key)
    form = RecordDecision(asked, posted(request), initial={"item": request.GET.get("item")})
    made = attempt(
        form, "words", lambda: writes.decide(meeting=asked, by=request.person, on=request.today, **form.given())
    )
    if made:
        messages.success(request, f"Decision {made.number} is recorded.")
        return redirect("governance:commit", made.pk) if made.to_do else redirect("governance:meeting", asked.pk)
    return ask(request, form, title="What was decided?", button="Record this decision", back=back_to(asked))


@require_http_methods(FORM)
def commit(request: SignedInRequest, key: int) -> HttpResponse:
    """A decision becomes a commitment."""
    require(may_keep_meetings(request.person))
    asked = the(reads.decision, request, key)
    form = MakeCommitment(request.area, posted(request), initial={"words": asked.words})
    made = attempt(
        form,
        "words",
        lambda: writes.commit(decision=asked, promised=form.promised(), by=request.person, on=request.today),
    )
    if made:
        return _made(request, made)
    title = f"Make decision {asked.number} a commitment"
    back = back_to(asked.meeting)
    return ask(request, form, title=title, button="Make this a commitment", back=back, lead=asked.words)


@require_http_methods(FORM)
def promise(request: SignedInRequest, key: int) -> HttpResponse:
    """A commitment made at the meeting without a decision."""
    require(may_keep_meetings(request.person))
    asked = the(reads.meeting, request, key)
    form = MakeCommitment(request.area, posted(request))
    made = attempt(
        form,
        "words",
        lambda: writes.promise(meeting=asked, promised=form.promised(), by=request.person, on=request.today),
    )
    if made:
        return _made(request, made)
    return ask(request, form, title="What was promised?", button="Record this commitment", back=back_to(asked))


def _made(request: SignedInRequest, commitment: Commitment) -> HttpResponse:
    told = " and has been told" if commitment.owner and commitment.owner.pk != request.person.pk else ""
    messages.success(request, f"{commitment.owner_name} owns this commitment{told}.")
    return redirect("governance:meeting", commitment.meeting_id)
