"""Casework → the facts that are frozen: the twin of reading a return straight into them.

Rows are read as tuples: sixty thousand model instances would take most of the time that freezing takes.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.rules.cases import CaseFacts, PersonFacts, PlacementFacts, ReviewFacts

from .models import AnnualReview, AssessmentRequest, Child, EHCPlan, Need, Placement

Grouped = dict[int, list[Any]]
REQUEST = ("child_id", "pk", "received_on", "source", "outcome", "decided_on", "exported_to")
ASSESSMENT = ("assessment__pk", "assessment__outcome", "assessment__outcome_on", "assessment__exceptions_apply")
PLAN = ("request_id", "pk", "issued_on", "ceased_on", "cease_reason", "transferred_from")


def people_facts(area: LocalArea) -> Iterator[PersonFacts]:
    """Every child of an area who has a request, in a few queries however many there are."""
    cases = _cases(area, _plans(area))
    children = Child.objects.with_scope(area=area).order_by("pk")
    for key, natural, born_on, sex in children.values_list("pk", "key", "born_on", "sex"):
        yield PersonFacts(natural, born_on, sex or None, tuple(cases.get(key, ())))


def _cases(area: LocalArea, plans: dict[int, dict[str, Any]]) -> Grouped:
    """By child, earliest first."""
    found: Grouped = defaultdict(list)
    rows = AssessmentRequest.objects.with_scope(area=area).order_by("received_on").values_list(*REQUEST, *ASSESSMENT)
    for (
        child,
        key,
        received_on,
        source,
        decision,
        decided_on,
        exported_to,
        assessed,
        outcome,
        outcome_on,
        excepted,
    ) in rows:
        found[child].append(
            CaseFacts(
                received_on=received_on,
                source=source or None,
                decision=decision or None,
                decided_on=decided_on,
                exported=bool(exported_to),
                assessed=assessed is not None,
                outcome=outcome,
                outcome_on=outcome_on,
                exceptions=bool(excepted),
                **plans.get(key, {}),
            )
        )
    return found


def _plans(area: LocalArea) -> dict[int, dict[str, Any]]:
    """By request: what CaseFacts says of its plan."""
    reviews, placements, needs = _reviews(area), _placements(area), _needs(area)
    return {
        request: {
            "issued_on": issued_on,
            "ceased_on": ceased_on,
            "cease_reason": reason or None,
            "transferred_in": bool(transferred_from),
            "reviews": tuple(reviews.get(key, ())),
            "placements": tuple(placements.get(key, ())),
            "needs": tuple(needs.get(key, ())),
        }
        for request, key, issued_on, ceased_on, reason, transferred_from in _rows(EHCPlan, area, *PLAN)
    }


def _reviews(area: LocalArea) -> Grouped:
    found: Grouped = defaultdict(list)
    for plan, meeting_on, outcome, decided_on in _rows(
        AnnualReview, area, "plan_id", "meeting_on", "outcome", "decided_on"
    ):
        if meeting_on:
            found[plan].append(ReviewFacts(meeting_on, outcome or None, decided_on))
    return found


def _placements(area: LocalArea) -> Grouped:
    found: Grouped = defaultdict(list)
    columns = ("plan_id", "rank", "urn", "setting", "entered_on", "left_on")
    for plan, rank, urn, setting, entered_on, left_on in _rows(Placement, area, *columns):
        found[plan].append(PlacementFacts(rank, urn or None, setting or None, entered_on, left_on))
    return found


def _needs(area: LocalArea) -> Grouped:
    found: Grouped = defaultdict(list)
    for plan, rank, kind in _rows(Need, area, "plan_id", "rank", "kind"):
        found[plan].append((rank, kind))
    return found


def _rows(model: Any, area: LocalArea, *columns: str) -> Any:
    return model.objects.with_scope(area=area).values_list(*columns)
