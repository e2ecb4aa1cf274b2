"""DOOR. A case, step by step, in the law's verbs. Each change is one transaction and leaves one line in the ledger.

A step that the dates or the steps before it do not allow raises `Refused`, with a sentence.
"""

from datetime import date

from django.db import transaction

from goldenthread.foundation.intake.source import Refused
from goldenthread.foundation.ledger import writes as ledger
from goldenthread.foundation.ledger.reads import Actor
from goldenthread.rules import statute

from .models import AnnualReview, Assessment, AssessmentRequest, Child, EHCPlan, ExceptionRecord
from .reads import subject

Requested, Assessed, Reviewed = AssessmentRequest.Outcome, Assessment.Outcome, AnnualReview.Outcome


@transaction.atomic
def receive_request(
    *, child: Child, received_on: date, source: AssessmentRequest.Source, by: Actor, on: date
) -> AssessmentRequest:
    """CFA 2014 s.36(1). The clock starts on the day the council received it, not the day it was logged."""
    _not_before(received_on, child.born_on, "the request was received", "the child was born")
    if AssessmentRequest.objects.with_scope(area=child.area).filter(child=child, received_on=received_on).exists():
        raise Refused("A request received on that day is already recorded for this child. Open it instead.")
    request = AssessmentRequest.objects.create(child=child, received_on=received_on, source=source, known_on=on)
    _tell("request received", request, by, on)
    return request


@transaction.atomic
def agree_to_assess(*, request: AssessmentRequest, decided_on: date, by: Actor, on: date) -> Assessment:
    """Reg. 5(1): decide to assess. An earlier refusal that mediation or a tribunal overturned keeps its own day."""
    if request.outcome == Requested.WAITING:
        _decide(request, Requested.ASSESS, decided_on, on)
    assessment: Assessment
    assessment, fresh = Assessment.objects.with_scope(area=request.child.area).get_or_create(
        request=request, defaults={"known_on": on}
    )
    if not fresh:
        raise Refused("This request is being assessed already. Nothing was changed.")
    _tell("agreed to assess", request, by, on)
    return assessment


@transaction.atomic
def refuse_to_assess(*, request: AssessmentRequest, decided_on: date, by: Actor, on: date) -> None:
    """Reg. 5(1), (3): the notice carries the right of appeal."""
    if request.outcome != Requested.WAITING:
        raise Refused("Whether to assess has been decided already. Nothing was changed.")
    _decide(request, Requested.REFUSE, decided_on, on)
    _tell("refused to assess", request, by, on)


@transaction.atomic
def record_exception(
    *, request: AssessmentRequest, code: str, from_on: date, until_on: date | None, evidence: str, by: Actor, on: date
) -> ExceptionRecord:
    """A ground of reg. 5(4), 8(2), 10(4) or 13(3). It disapplies limits that it reaches and adds no days to any."""
    if code not in statute.EXCEPTIONS:
        raise Refused(f"“{code}” is not an exception that the law knows. It knows {', '.join(statute.EXCEPTIONS)}.")
    if until_on is not None:
        _not_before(until_on, from_on, "the exception ended", "it began")
    exception = ExceptionRecord.objects.create(
        request=request,
        code=code,
        from_on=from_on,
        until_on=until_on,
        evidence=evidence,
        approved_by=by.handle,
        approved_on=on,
    )
    _tell("exception recorded", request, by, on, code=code)
    return exception


@transaction.atomic
def finalise_plan(*, assessment: Assessment, issued_on: date, by: Actor, on: date) -> EHCPlan:
    """Reg. 13(2), 14: the final plan is sent to the family, the setting and the health body."""
    if assessment.outcome != Assessed.WAITING:
        raise Refused("This assessment has ended already. Nothing was changed.")
    _not_before(issued_on, assessment.request.received_on, "the plan was issued", "the request was received")
    _end(assessment, Assessed.PLAN, issued_on, on)
    plan = EHCPlan.objects.create(request=assessment.request, issued_on=issued_on, known_on=on)
    _tell("final plan issued", assessment.request, by, on)
    return plan


@transaction.atomic
def refuse_to_issue(*, assessment: Assessment, decided_on: date, by: Actor, on: date) -> None:
    """Reg. 10(1): after the assessment no plan is necessary."""
    if assessment.outcome != Assessed.WAITING:
        raise Refused("This assessment has ended already. Nothing was changed.")
    _not_before(decided_on, assessment.request.received_on, "the decision was made", "the request was received")
    _end(assessment, Assessed.NO_PLAN, decided_on, on)
    _tell("refused to issue a plan", assessment.request, by, on)


@transaction.atomic
def cease_plan(*, plan: EHCPlan, ceased_on: date, reason: EHCPlan.CeaseReason, by: Actor, on: date) -> None:
    """CFA 2014 s.45. `ceased_on` is the day the plan ended, not the decision: it runs on until the time to appeal
    has passed.
    """
    if plan.ceased_on is not None:
        raise Refused("This plan has ceased already. Nothing was changed.")
    _not_before(ceased_on, plan.issued_on, "the plan ceased", "it was issued")
    plan.ceased_on, plan.cease_reason, plan.known_on = ceased_on, reason, on
    plan.save(update_fields=["ceased_on", "cease_reason", "known_on"])
    _tell("plan ceased", plan.request, by, on, reason=reason.value)


@transaction.atomic
def record_review(
    *,
    plan: EHCPlan,
    meeting_on: date,
    outcome: AnnualReview.Outcome | None = None,
    decided_on: date | None = None,
    by: Actor,
    on: date,
) -> AnnualReview:
    """CFA 2014 s.44, reg. 20. Record the meeting first, and the same meeting again once the decision is sent."""
    if (outcome is None) != (decided_on is None):
        raise Refused("A decision has an outcome and a day. Give both, or neither while it is awaited.")
    _not_before(meeting_on, plan.issued_on, "the review met", "the plan was issued")
    _not_before(decided_on, meeting_on, "the decision was sent", "the review met")
    review: AnnualReview
    review, _ = AnnualReview.objects.with_scope(area=plan.request.child.area).update_or_create(
        plan=plan, meeting_on=meeting_on, defaults={"outcome": outcome or "", "decided_on": decided_on, "known_on": on}
    )
    _tell("review recorded", plan.request, by, on)
    return review


def record_look(*, child: Child, by: Actor, on: date, why: str = "") -> None:
    """Somebody saw this child's file."""
    ledger.record_look(by=by, on=on, area=child.area_id, subject=subject(child), why=why)


def _decide(request: AssessmentRequest, outcome: AssessmentRequest.Outcome, decided_on: date, on: date) -> None:
    _not_before(decided_on, request.received_on, "the decision was made", "the request was received")
    request.outcome, request.decided_on, request.known_on = outcome, decided_on, on
    request.save(update_fields=["outcome", "decided_on", "known_on"])


def _end(assessment: Assessment, outcome: Assessment.Outcome, outcome_on: date, on: date) -> None:
    assessment.outcome, assessment.outcome_on, assessment.known_on = outcome, outcome_on, on
    assessment.save(update_fields=["outcome", "outcome_on", "known_on"])


def _not_before(later: date | None, earlier: date | None, what: str, before_what: str) -> None:
    if later is not None and earlier is not None and later < earlier:
        raise Refused(f"That would mean {what} before {before_what}. Check the two dates.")


def _tell(what: str, request: AssessmentRequest, by: Actor, on: date, **detail: str) -> None:
    ledger.record(
        what=what, by=by, on=on, area=request.child.area_id, subject=subject(request.child),
        detail={"request": str(request.public_id), **detail},
    )  # fmt: skip
