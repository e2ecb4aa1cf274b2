"""SEN2 returns read straight into rows: a region or the nation without a row in the transactional database."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from goldenthread.rules.cases import (
    CaseFacts,
    Disagreements,
    PersonFacts,
    PlacementFacts,
    ReviewFacts,
    Schools,
    freeze,
    unit_of,
)
from goldenthread.rules.sen2.collection import as_date
from goldenthread.rules.sen2.identity import person_key

Record = Mapping[str, Any]


def rows(
    records: Iterable[Record], as_at: date, pseudonym: Callable[[str], str], schools: Schools, area: str
) -> dict[str, list[dict[str, Any]]]:
    """The tables that a return can fill. `schools` is the register, as far as there is one."""
    frozen = freeze(people(records), as_at, pseudonym, schools, area)
    return {"cases": frozen.cases, "plans": frozen.plans, "reviews": frozen.reviews}


def people(records: Iterable[Record]) -> Iterable[PersonFacts]:
    for record in records:
        yield PersonFacts(
            key=person_key(record),
            born_on=as_date(record.get("personbirthdate")),
            sex=record.get("sex") or record.get("gendercurrent"),
            cases=tuple(case for request in record.get("requests", ()) if (case := _case(request))),
        )


def _case(request: Record) -> CaseFacts | None:
    """None where the request has no readable date: without the clock's start nothing about it can be counted."""
    received_on = as_date(request.get("receiveddate"))
    if received_on is None:
        return None
    assessment: Record = request.get("assessment") or {}
    plan: Record = assessment.get("namedplan") or {}
    active: Record = request.get("activeplans") or {}
    return CaseFacts(
        received_on=received_on,
        source=request.get("requestsource"),
        decision=request.get("requestoutcome"),
        decided_on=as_date(request.get("requestoutcomedate")),
        exported=bool(request.get("exported")),
        assessed=bool(assessment),
        outcome=assessment.get("assessmentoutcome"),
        outcome_on=as_date(assessment.get("assessmentoutcomedate")),
        exceptions=_flag(assessment.get("week20")),
        issued_on=as_date(plan.get("startdate")),
        ceased_on=as_date(plan.get("ceasedate")),
        cease_reason=plan.get("ceasereason"),
        transferred_in=bool(active.get("transferla")),
        reviews=_reviews(active),
        placements=tuple(_placement(one) for one in active.get("placementdetail", ())),
        needs=tuple(
            sorted(
                (int(need.get("sentyperank") or 9), need["sentype"])
                for need in active.get("senneed", ())
                if need.get("sentype")
            )
        ),
        disagreements=Disagreements(
            _flag(request.get("requestmediation")),
            _flag(request.get("requesttribunal")),
            _flag(assessment.get("assessmentmediation")),
            _flag(assessment.get("assessmenttribunal")),
            _flag(assessment.get("othermediation")),
            _flag(assessment.get("othertribunal")),
        ),
        personal_budget=_flag(plan["pb"]) if plan.get("pb") else None,
        transfer_due_on=as_date(active.get("phasetransferduedate")),
        transfer_final_on=as_date(active.get("phasetransferfinaldate")),
    )


def _reviews(active: Record) -> tuple[ReviewFacts, ...]:
    """A return tells of one review; returns merged, of every one that any of them told of."""
    told: Iterable[Record] = active.get("reviews") or (active,)
    return tuple(
        ReviewFacts(
            meeting_on, one.get("reviewoutcome"), as_date(one.get("lastreview")), as_date(one.get("reviewdraft"))
        )
        for one in told
        if (meeting_on := as_date(one.get("reviewmeeting")))
    )


def _placement(one: Record) -> PlacementFacts:
    return PlacementFacts(
        rank=int(one.get("placementrank") or 1),
        urn=one.get("urn"),
        setting=one.get("sensetting"),
        entry_on=as_date(one.get("entrydate")),
        leaving_on=as_date(one.get("leavingdate")),
        unit=unit_of(_flag(one.get("senunitindicator")), _flag(one.get("resourcedprovisionindicator"))),
        residential=one.get("res"),
        work_based=one.get("wbp"),
    )


def _flag(text: str | None) -> bool:
    return text in ("1", "true")
