"""Casework → the facts that are frozen: the twin of reading a return straight into them.

Rows are read as tuples: sixty thousand model instances would take most of the time that freezing takes.
"""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.rules.cases import CaseFacts, Disagreements, PersonFacts, PlacementFacts, ReviewFacts, unit_of

from .models import AnnualReview, AssessmentRequest, Child, EHCPlan, Need, PhaseTransfer, Placement

Grouped = dict[int, list[Any]]
REQUEST = ("child_id", "pk", "received_on", "source", "outcome", "decided_on", "exported_to")
ASSESSMENT = ("assessment__pk", "assessment__outcome", "assessment__outcome_on", "assessment__exceptions_apply")
DISAGREED = (
    "mediation",
    "tribunal",
    "assessment__mediation",
    "assessment__tribunal",
    "assessment__other_mediation",
    "assessment__other_tribunal",
)  # in the order of Disagreements
PLAN = ("request_id", "pk", "issued_on", "ceased_on", "cease_reason", "transferred_from", "personal_budget")


def people_facts(area: LocalArea) -> Iterator[PersonFacts]:
    """Every child of an area who has a request, in a few queries however many there are."""
    cases = _cases(area, _plans(area))
    children = Child.objects.with_scope(area=area).order_by("pk")
    for key, natural, born_on, sex in children.values_list("pk", "key", "born_on", "sex"):
        yield PersonFacts(natural, born_on, sex or None, tuple(cases.get(key, ())))


def _cases(area: LocalArea, plans: dict[int, dict[str, Any]]) -> Grouped:
    """By child, earliest first."""
    found: Grouped = defaultdict(list)
    rows = (
        AssessmentRequest.objects.with_scope(area=area)
        .order_by("received_on")
        .values_list(*REQUEST, *ASSESSMENT, *DISAGREED)
    )
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
        *disagreed,
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
                disagreements=Disagreements(*map(bool, disagreed)),
                **plans.get(key, {}),
            )
        )
    return found


def _plans(area: LocalArea) -> dict[int, dict[str, Any]]:
    """By request: what CaseFacts says of its plan."""
    reviews, placements, needs, transfers = _reviews(area), _placements(area), _needs(area), _transfers(area)
    return {
        request: {
            "issued_on": issued_on,
            "ceased_on": ceased_on,
            "cease_reason": reason or None,
            "transferred_in": bool(transferred_from),
            "reviews": tuple(reviews.get(key, ())),
            "placements": tuple(placements.get(key, ())),
            "needs": tuple(needs.get(key, ())),
            "personal_budget": personal_budget,
            **transfers.get(key, {}),
        }
        for request, key, issued_on, ceased_on, reason, transferred_from, personal_budget in _rows(EHCPlan, area, *PLAN)
    }


def _reviews(area: LocalArea) -> Grouped:
    found: Grouped = defaultdict(list)
    columns = ("plan_id", "meeting_on", "outcome", "decided_on", "draft_on")
    for plan, meeting_on, outcome, decided_on, draft_on in _rows(AnnualReview, area, *columns):
        if meeting_on:
            found[plan].append(ReviewFacts(meeting_on, outcome or None, decided_on, draft_on))
    return found


def _transfers(area: LocalArea) -> dict[int, dict[str, Any]]:
    """By plan: the phase transfer due last."""
    rows = _rows(PhaseTransfer, area, "plan_id", "due_on", "final_on").order_by("due_on")
    return {plan: {"transfer_due_on": due_on, "transfer_final_on": final_on} for plan, due_on, final_on in rows}


def _placements(area: LocalArea) -> Grouped:
    found: Grouped = defaultdict(list)
    columns = ("plan_id", "rank", "urn", "setting", "entered_on", "left_on", "sen_unit", "resourced_provision")
    for plan, rank, urn, setting, entered_on, left_on, sen_unit, resourced, *codes in _rows(
        Placement, area, *columns, "residential", "work_based"
    ):
        residential, work_based = (code or None for code in codes)
        unit = unit_of(bool(sen_unit), bool(resourced))
        found[plan].append(
            PlacementFacts(rank, urn or None, setting or None, entered_on, left_on, unit, residential, work_based)
        )
    return found


def _needs(area: LocalArea) -> Grouped:
    found: Grouped = defaultdict(list)
    for plan, rank, kind in _rows(Need, area, "plan_id", "rank", "kind"):
        found[plan].append((rank, kind))
    return found


def _rows(model: Any, area: LocalArea, *columns: str) -> Any:
    return model.objects.with_scope(area=area).values_list(*columns)
