"""Casework → the facts that are frozen: the twin of reading a return straight into them."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.rules.cases import CaseFacts, PersonFacts, PlacementFacts, ReviewFacts

from .models import AnnualReview, AssessmentRequest, Child, EHCPlan, Need, Placement

Grouped = dict[int, list[Any]]


def people_facts(area: LocalArea) -> Iterator[PersonFacts]:
    """Every child of an area who has a request, in a few queries however many there are."""
    requests = AssessmentRequest.objects.with_scope(area=area).select_related("assessment").order_by("received_on")
    cases = _grouped(requests, "child_id")
    plans = {plan.request_id: plan for plan in EHCPlan.objects.with_scope(area=area).all()}
    under = {
        model: _grouped(model.objects.with_scope(area=area).all(), "plan_id")
        for model in (AnnualReview, Placement, Need)
    }
    for child in Child.objects.with_scope(area=area).order_by("pk"):
        facts = tuple(_case(request, plans.get(request.pk), under) for request in cases.get(child.pk, ()))
        yield PersonFacts(child.key, child.born_on, child.sex or None, facts)


def _grouped(rows: Any, by: str) -> Grouped:
    groups: Grouped = defaultdict(list)
    for row in rows:
        groups[getattr(row, by)].append(row)
    return groups


def _case(request: AssessmentRequest, plan: EHCPlan | None, under: dict[Any, Grouped]) -> CaseFacts:
    assessment = getattr(request, "assessment", None)
    return CaseFacts(
        received_on=request.received_on,
        source=request.source or None,
        decision=request.outcome or None,
        decided_on=request.decided_on,
        exported=bool(request.exported_to),
        assessed=assessment is not None,
        outcome=assessment.outcome if assessment else None,
        outcome_on=assessment.outcome_on if assessment else None,
        exceptions=bool(assessment and assessment.exceptions_apply),
        **(_plan(plan, under) if plan else {}),
    )


def _plan(plan: EHCPlan, under: dict[Any, Grouped]) -> dict[str, Any]:
    return {
        "issued_on": plan.issued_on,
        "ceased_on": plan.ceased_on,
        "cease_reason": plan.cease_reason or None,
        "transferred_in": bool(plan.transferred_from),
        "reviews": tuple(
            ReviewFacts(review.meeting_on, review.outcome or None, review.decided_on)
            for review in under[AnnualReview].get(plan.pk, ())
            if review.meeting_on
        ),
        "placements": tuple(
            PlacementFacts(each.rank, each.urn or None, each.setting or None, each.entered_on, each.left_on)
            for each in under[Placement].get(plan.pk, ())
        ),
        "needs": tuple((need.rank, need.kind) for need in under[Need].get(plan.pk, ())),
    }
