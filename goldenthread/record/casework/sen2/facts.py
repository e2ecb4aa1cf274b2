"""One person of a return → the rows that they would be, each with the natural key by which it is recognised again."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Model

from goldenthread.record.casework.models import (
    AnnualReview,
    Assessment,
    AssessmentRequest,
    Child,
    EHCPlan,
    NamedSetting,
    Need,
    PhaseTransfer,
    Placement,
)
from goldenthread.rules.sen2 import collection
from goldenthread.rules.sen2.identity import person_key

Record = Mapping[str, Any]
Reading = tuple[str, Callable[[str], Any]]  # our field, and how its text is read

as_date = lru_cache(16_384)(collection.as_date)  # a century of days is fewer


@dataclass(frozen=True)
class Facts:
    """`key` tells the row from its siblings under one parent."""

    model: type[Model]
    key: tuple[Any, ...]
    values: dict[str, Any]
    line: int = 0
    under: list["Facts"] = field(default_factory=list)


def words(most: int) -> Callable[[str], str]:
    return lambda text: text.strip()[:most]


def flag(text: str) -> bool | None:
    return {"1": True, "true": True, "0": False, "false": False}.get(text.strip().lower())


def whole(text: str) -> int | None:
    return int(text) if text.strip().isdigit() else None


CHILD: Mapping[str, Reading] = {
    "surname": ("surname", words(100)),
    "forename": ("forename", words(100)),
    "personbirthdate": ("born_on", as_date),
    "gendercurrent": ("sex", words(2)),
    "sex": ("sex", words(2)),
    "ethnicity": ("ethnicity", words(4)),
    "postcode": ("postcode", words(8)),
    "upn": ("upn", words(13)),
    "uniquelearnernumber": ("uln", words(10)),
    "upnunknown": ("upn_unknown", words(4)),
}
REQUEST: Mapping[str, Reading] = {
    "requestsource": ("source", words(1)),
    "rya": ("youth_accommodation", flag),
    "requestoutcomedate": ("decided_on", as_date),
    "requestoutcome": ("outcome", words(1)),
    "requestmediation": ("mediation", flag),
    "requesttribunal": ("tribunal", flag),
    "exported": ("exported_to", words(4)),
}
ASSESSMENT: Mapping[str, Reading] = {
    "assessmentoutcome": ("outcome", words(1)),
    "assessmentoutcomedate": ("outcome_on", as_date),
    "assessmentmediation": ("mediation", flag),
    "assessmenttribunal": ("tribunal", flag),
    "othermediation": ("other_mediation", flag),
    "othertribunal": ("other_tribunal", flag),
    "week20": ("exceptions_apply", flag),
}
NAMED_PLAN: Mapping[str, Reading] = {
    "startdate": ("issued_on", as_date),
    "planres": ("residential", words(10)),
    "planwbp": ("work_based", words(10)),
    "pb": ("personal_budget", flag),
    "oa": ("organised_arrangements", flag),
    "dp": ("direct_payments", words(10)),
    "ceasedate": ("ceased_on", as_date),
    "ceasereason": ("cease_reason", words(1)),
}
ACTIVE_PLAN: Mapping[str, Reading] = {"transferla": ("transferred_from", words(4))}
WHERE: Mapping[str, Reading] = {
    "urn": ("urn", words(6)),
    "ukprn": ("ukprn", words(8)),
    "sensetting": ("setting", words(10)),
    "sensettingother": ("setting_other", words(200)),
    "senunitindicator": ("sen_unit", flag),
    "resourcedprovisionindicator": ("resourced_provision", flag),
}
PLACEMENT: Mapping[str, Reading] = {
    **WHERE,
    "placementrank": ("rank", whole),
    "entrydate": ("entered_on", as_date),
    "leavingdate": ("left_on", as_date),
    "res": ("residential", words(10)),
    "wbp": ("work_based", words(10)),
}
REVIEW: Mapping[str, Reading] = {
    "reviewmeeting": ("meeting_on", as_date),
    "reviewoutcome": ("outcome", words(10)),
    "lastreview": ("decided_on", as_date),
    "reviewdraft": ("draft_on", as_date),
}
TRANSFER: Mapping[str, Reading] = {
    "phasetransferduedate": ("due_on", as_date),
    "phasetransferfinaldate": ("final_on", as_date),
}


def read(record: Record, readings: Mapping[str, Reading]) -> dict[str, Any]:
    return {name: reading(record[column]) for column, (name, reading) in readings.items() if column in record}


def facts_of(person: Record, known_on: date) -> Facts:
    """Everything that a return says about one person. `known_on` is the reference date of the return."""
    line = int(person.get("line", 0))
    requests = [
        _request(request, known_on, line) for request in person.get("requests", ()) if request.get("receiveddate")
    ]
    return Facts(Child, (person_key(person),), read(person, CHILD), line, requests)


def _request(request: Record, known_on: date, line: int) -> Facts:
    received_on = as_date(request["receiveddate"])
    assessment: Record = request.get("assessment") or {}
    values = {"received_on": received_on, **read(request, REQUEST)}
    line = int(request.get("line", line))
    under = [Facts(Assessment, (), read(assessment, ASSESSMENT), line)] if assessment else []
    plan = _plan(assessment.get("namedplan"), request.get("activeplans"), known_on, line)
    return Facts(AssessmentRequest, (received_on,), values, line, [*under, *([plan] if plan else [])])


def _plan(named: Record | None, active: Record | None, known_on: date, line: int) -> Facts | None:
    if not named and not active:
        return None
    values = {**read(named or {}, NAMED_PLAN), **read(active or {}, ACTIVE_PLAN)}
    if active:
        values["active_on"] = known_on
    under = [*_named_settings(named or {}, line), *_active(active or {}, line)]
    return Facts(EHCPlan, (), values, line, under)


def _named_settings(named: Record, line: int) -> Iterator[Facts]:
    for rank, detail in enumerate(named.get("plandetail", ()), start=1):
        rank = whole(detail.get("placementrank", "")) or rank
        yield Facts(NamedSetting, (rank,), {"rank": rank, **read(detail, WHERE)}, line)


def _active(active: Record, line: int) -> Iterator[Facts]:
    for detail in active.get("placementdetail", ()):
        values = {"rank": 1, **read(detail, PLACEMENT)}
        values["rank"] = values["rank"] or 1
        key = tuple(values.get(name) or "" for name in ("urn", "ukprn", "setting"))
        yield Facts(Placement, (*key, values.get("entered_on")), values, line)
    for rank, need in enumerate(active.get("senneed", ()), start=1):
        rank = whole(need.get("sentyperank", "")) or rank
        if need.get("sentype"):
            yield Facts(Need, (rank,), {"rank": rank, "kind": need["sentype"].strip().upper()[:10]}, line)
    review = read(active, REVIEW)
    if review.get("meeting_on") or review.get("decided_on"):
        yield Facts(AnnualReview, review_key(review.get("meeting_on"), review.get("decided_on")), review, line)
    transfer = read(active, TRANSFER)
    if transfer.get("due_on"):
        yield Facts(PhaseTransfer, (transfer["due_on"],), transfer, line)


def review_key(meeting_on: date | None, decided_on: date | None) -> tuple[date | None, date | None]:
    """A review is known by its meeting; by its decision only where no meeting is given."""
    return meeting_on, None if meeting_on else decided_on
