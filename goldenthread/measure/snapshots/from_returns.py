"""A person of a SEN2 return → the facts that are frozen, past the transactional database."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from goldenthread.rules.cases import (
    CaseFacts,
    Disagreements,
    PersonFacts,
    PlacementFacts,
    ReviewFacts,
    unit_of,
)
from goldenthread.rules.sen2 import collection
from goldenthread.rules.sen2.identity import person_key

Record = Mapping[str, Any]
_NOTHING: Record = {}
as_date = lru_cache(maxsize=None)(collection.as_date)  # the same few thousand days come again and again


def person(record: Record) -> PersonFacts:
    """One person of a return, as read or merged."""
    return PersonFacts(
        person_key(record),
        as_date(record.get("personbirthdate")),
        record.get("sex") or record.get("gendercurrent"),
        tuple([case for request in record.get("requests", ()) if (case := _case(request))]),
    )


def _case(request: Record) -> CaseFacts | None:
    """None where the request has no readable date: without the clock's start nothing about it can be counted."""
    received_on = as_date(request.get("receiveddate"))
    if received_on is None:
        return None
    assessment: Record = request.get("assessment", _NOTHING)
    plan: Record = assessment.get("namedplan", _NOTHING)
    active: Record = request.get("activeplans", _NOTHING)
    return CaseFacts(
        received_on=received_on,
        source=request.get("requestsource"),
        decision=request.get("requestoutcome"),
        decided_on=as_date(request.get("requestoutcomedate")),
        exported=bool(request.get("exported")),
        assessed=bool(assessment),
        outcome=assessment.get("assessmentoutcome"),
        outcome_on=as_date(assessment.get("assessmentoutcomedate")),
        exceptions=is_ticked(assessment.get("week20")),
        issued_on=as_date(plan.get("startdate")),
        ceased_on=as_date(plan.get("ceasedate")),
        cease_reason=plan.get("ceasereason"),
        transferred_in=bool(active.get("transferla")),
        disagreements=_disagreements(
            request.get("requestmediation"),
            request.get("requesttribunal"),
            assessment.get("assessmentmediation"),
            assessment.get("assessmenttribunal"),
            assessment.get("othermediation"),
            assessment.get("othertribunal"),
        ),
        personal_budget=is_ticked(plan["pb"]) if plan.get("pb") else None,
        **(_in_force(active) if active else _NOTHING),
    )


def _in_force(active: Record) -> Record:
    """What only a plan in force has."""
    return {
        "reviews": _reviews(active),
        "placements": tuple([_placement(one) for one in active.get("placementdetail", ())]),
        "needs": tuple(
            sorted(
                [
                    (int(need.get("sentyperank") or 9), need["sentype"])
                    for need in active.get("senneed", ())
                    if need.get("sentype")
                ]
            )
        ),
        "transfer_due_on": as_date(active.get("phasetransferduedate")),
        "transfer_final_on": as_date(active.get("phasetransferfinaldate")),
    }


@lru_cache(maxsize=1_000)
def _disagreements(*flags: str | None) -> Disagreements:
    return Disagreements(*map(is_ticked, flags))


def _reviews(active: Record) -> tuple[ReviewFacts, ...]:
    """A return tells of one review; returns merged, of every one that any of them told of."""
    told: Iterable[Record] = active.get("reviews") or (active,)
    return tuple(
        [
            ReviewFacts(
                meeting_on, one.get("reviewoutcome"), as_date(one.get("lastreview")), as_date(one.get("reviewdraft"))
            )
            for one in told
            if (meeting_on := as_date(one.get("reviewmeeting")))
        ]
    )


def _placement(one: Record) -> PlacementFacts:
    return PlacementFacts(
        rank=int(one.get("placementrank") or 1),
        urn=one.get("urn"),
        setting=one.get("sensetting"),
        entry_on=as_date(one.get("entrydate")),
        leaving_on=as_date(one.get("leavingdate")),
        unit=unit_of(is_ticked(one.get("senunitindicator")), is_ticked(one.get("resourcedprovisionindicator"))),
        residential=one.get("res"),
        work_based=one.get("wbp"),
    )


def is_ticked(text: str | None) -> bool:
    return text in ("1", "true")
