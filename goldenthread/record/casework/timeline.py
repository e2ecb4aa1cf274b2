"""A case as a family would tell it: what happened, newest first, and what is next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.record.establishments import reads as establishments
from goldenthread.rules import statute
from goldenthread.rules.clocks import Clock, RecordedException, explain, request_clocks
from goldenthread.rules.sen2.codes import NEEDS as NEED_WORDS
from goldenthread.rules.sen2.codes import SETTINGS

from .models import (
    AnnualReview,
    AssessmentRequest,
    Child,
    EHCPlan,
    ExceptionRecord,
    NamedSetting,
    Need,
    PhaseTransfer,
    Placement,
)

ASKED = "An assessment was asked for"
TOLD = {
    "Y": "The family was told that there will be an assessment",
    "N": "The family was told that there will be no assessment",
}

UNDER_A_PLAN: tuple[Any, ...] = (Need, NamedSetting, Placement, AnnualReview, PhaseTransfer)


@dataclass(frozen=True)
class Event:
    on: date
    what: str
    more: str = ""


@dataclass(frozen=True)
class Place:
    """Where, in words; `entered_on` and `left_on` are of a placement, not of what the plan names."""

    where: str
    entered_on: date | None = None
    left_on: date | None = None


@dataclass(frozen=True)
class PlanFile:
    """`needs` in words, the primary need first."""

    plan: EHCPlan
    needs: tuple[str, ...]
    named: tuple[Place, ...]
    placements: tuple[Place, ...]
    reviews: tuple[AnnualReview, ...]
    transfers: tuple[PhaseTransfer, ...]


@dataclass(frozen=True)
class CaseFile:
    """`due` are the duties not yet done, the first due first, and `next` their sentences."""

    child: Child
    due: tuple[Clock, ...]
    next: tuple[str, ...]
    events: tuple[Event, ...]
    plans: tuple[PlanFile, ...]


def case_file(area: LocalArea, child: Child, as_at: date) -> CaseFile:
    """In as many queries for a long case as for a short one. What happened after `as_at` is left out."""
    requests = list(
        AssessmentRequest.objects.with_scope(area=area).filter(child=child).select_related("assessment", "plan")
    )
    exceptions = list(ExceptionRecord.objects.with_scope(area=area).filter(request__child=child))
    plans = _plans(area, child)
    events = [event for request in requests for event in _request_events(request)]
    events += [Event(each.from_on, "An exception was recorded", _ground(each.code)) for each in exceptions]
    events += [event for plan in plans for event in _plan_events(plan)]
    past = sorted((event for event in events if event.on <= as_at), key=lambda event: event.on, reverse=True)
    due = sorted((clock for request in requests for clock in _due(request, exceptions, as_at)), key=lambda c: c.due_on)
    return CaseFile(child, tuple(due), tuple(explain(clock, as_at) for clock in due), tuple(past), tuple(plans))


def _plans(area: LocalArea, child: Child) -> list[PlanFile]:
    plans = EHCPlan.objects.with_scope(area=area).filter(request__child=child).order_by("-issued_on")
    under = [list(model.objects.with_scope(area=area).filter(plan__request__child=child)) for model in UNDER_A_PLAN]
    schools = establishments.names(area, {place.urn for place in (*under[1], *under[2]) if place.urn})
    return [_plan(plan, [[row for row in rows if row.plan_id == plan.pk] for rows in under], schools) for plan in plans]


def _plan(plan: EHCPlan, under: list[list[Any]], schools: Mapping[str, str]) -> PlanFile:
    needs, named, placements, reviews, transfers = under
    return PlanFile(
        plan,
        needs=tuple(NEED_WORDS.get(need.kind, need.kind) for need in needs),
        named=tuple(Place(_where(each, schools)) for each in named),
        placements=tuple(Place(_where(each, schools), each.entered_on, each.left_on) for each in placements),
        reviews=tuple(reviews),
        transfers=tuple(transfers),
    )


def _where(place: NamedSetting | Placement, schools: Mapping[str, str]) -> str:
    if place.urn:
        return schools.get(place.urn, f"the school with the number {place.urn}")
    if place.ukprn:
        return f"the provider with the number {place.ukprn}"
    return place.setting_other or SETTINGS.get(place.setting, place.setting)


def _request_events(request: AssessmentRequest) -> Iterator[Event]:
    source = request.get_source_display() if request.source else ""
    yield Event(request.received_on, ASKED, source)
    if request.decided_on:
        told = TOLD.get(request.outcome)
        yield Event(request.decided_on, told or "The request ended", "" if told else request.get_outcome_display())
    assessment = getattr(request, "assessment", None)
    if assessment and assessment.outcome_on and assessment.outcome != "Y":
        yield Event(assessment.outcome_on, "The assessment ended", assessment.get_outcome_display())


def _ground(code: str) -> str:
    return statute.EXCEPTIONS[code][-1].value.title if code in statute.EXCEPTIONS else code


def _plan_events(file: PlanFile) -> Iterator[Event]:
    plan = file.plan
    if plan.issued_on:
        yield Event(plan.issued_on, "The final EHC plan was issued")
    if plan.ceased_on:
        yield Event(plan.ceased_on, "The plan ceased", plan.get_cease_reason_display())
    for review in file.reviews:
        if review.meeting_on:
            yield Event(review.meeting_on, "The annual review met")
        if review.decided_on:
            outcome = dict(AnnualReview.Outcome.choices).get(review.outcome, "")
            yield Event(review.decided_on, "The family was told the outcome of the annual review", str(outcome))
    for transfer in file.transfers:
        if transfer.final_on:
            yield Event(transfer.final_on, "The plan named the setting of the next phase")


def _due(request: AssessmentRequest, exceptions: Sequence[ExceptionRecord], as_at: date) -> Iterator[Clock]:
    """The clocks of a request that is still open. One that ended, or whose decision is not in our files, has none
    running.
    """
    assessment = getattr(request, "assessment", None)
    plan = getattr(request, "plan", None)
    ended = request.outcome in ("N", "W", "H") and not assessment
    if ended or plan or request.exported_to or (assessment and assessment.outcome != "A"):
        return
    recorded = [
        RecordedException(each.code, each.from_on, each.until_on)
        for each in exceptions
        if each.request_id == request.pk
    ]
    clocks = request_clocks(request.received_on, as_at=as_at, decided_on=request.decided_on, exceptions=recorded)
    yield from (clock for clock in clocks if not clock.done_by(as_at))
