"""What the area would have told: a collection's records from the cases, knowing nothing later than its own day.

Records are nested dicts of text, keyed by COLLECT's column names in lower case; an element without a value is left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from . import story
from .cases import Case, Placement, Plan
from .people import Person

Record: TypeAlias = dict[str, object]
YES_NO = {True: "1", False: "0"}


@dataclass(frozen=True, slots=True)
class Collection:
    """A return tells a calendar year and the plans in force on census day; a mid-year export tells up to one day."""

    year: int
    reference: date  # census day, or the day of the export
    first: date  # of the period told
    last: date

    @classmethod
    def january(cls, year: int) -> "Collection":
        return cls(year, story.CENSUS_DAYS[year], date(year - 1, 1, 1), date(year - 1, 12, 31))

    @classmethod
    def midyear(cls, on: date) -> "Collection":
        return cls(on.year + 1, on, date(on.year, 1, 1), on)

    def header(self, area_code: str) -> dict[str, str]:
        return {
            "collection": "SEN2",
            "year": str(self.year),
            "referencedate": self.reference.isoformat(),
            "sourcelevel": "L",
            "lea": area_code,
            "softwarecode": "Goldenthread synth",
            "release": "1",
            "serialno": "1",
            "datetime": f"{self.reference.isoformat()}T09:00:00",
            "dmo": "1",
            "dco": "1",
            **({"dsco": "1"} if self.year >= 2025 else {}),
        }


def persons(cases: Iterable[Case], told: Collection) -> Iterator[Record]:
    """One record a person, in the order in which the area first met them."""
    met: dict[int, tuple[Person, list[Record]]] = {}
    for case in cases:
        request = _request(case, told)
        if request:
            met.setdefault(id(case.person), (case.person, []))[1].append(request)
    for person, requests in met.values():
        yield {**_person(person, told), "requests": requests}


def _person(person: Person, told: Collection) -> Record:
    record: Record = {
        "surname": person.surname,
        "forename": person.forename,
        "personbirthdate": person.born.isoformat(),
        "sex": person.sex,
        "ethnicity": person.ethnicity,
        "postcode": person.postcode,
    }
    if person.never_numbered:
        record["upnunknown"] = person.never_numbered
    elif told.reference < person.starts_school():
        record["upnunknown"] = "UN1"
    else:
        record["upn"] = person.upn
    if person.uln and person.age(told.reference) >= 15:
        record["uniquelearnernumber"] = person.uln
        record.pop("upnunknown", None)
    return record


def _request(case: Case, told: Collection) -> Record | None:
    """The request as this collection tells it, or None where it has nothing to tell of it."""
    if case.received > told.last:
        return None
    plan = case.plan if case.plan and case.plan.issued <= told.last else None
    active = plan is not None and plan.in_force(told.reference)
    ended_here = bool(plan and plan.ceased and told.first <= plan.ceased <= told.reference)
    closed = case.decided if case.decision != "Y" else case.ended
    live = closed is None or closed >= told.first
    if not (live or active or ended_here) or (plan and plan.moved_in and plan.moved_in > told.reference):
        return None
    record: Record = {"receiveddate": case.received.isoformat(), "rya": "0"}
    if case.source and told.year >= 2025:
        record["requestsource"] = case.source
    record.update(_decision(case, told))
    if case.decision == "Y" and (case.decided <= told.last):
        record["assessment"] = _assessment(case, plan, told)
    if plan and active:
        record["activeplans"] = _active(plan, case.person, told)
    return record


def _decision(case: Case, told: Collection) -> Record:
    if case.decided > told.last:
        return {"requestoutcome": "A"}
    if case.decided < told.first:
        return {"requestoutcome": "H"}
    if case.decision == "W":
        return {"requestoutcome": "W"}
    flags = {"requestmediation": YES_NO[case.mediation], "requesttribunal": YES_NO[case.tribunal]}
    return {"requestoutcome": case.decision, "requestoutcomedate": case.decided.isoformat(), **flags}


def _assessment(case: Case, plan: Plan | None, told: Collection) -> Record:
    ended = case.ended if case.ended and case.ended <= told.last else None
    record: Record = {}
    if ended is None:
        record["assessmentoutcome"] = "A"
    elif ended < told.first:
        record["assessmentoutcome"] = "H"
    else:
        record.update(assessmentoutcome=case.outcome, assessmentoutcomedate=ended.isoformat())
    record["week20"] = YES_NO[case.exception]
    if plan and ended:
        record["namedplan"] = _named(plan, case.person, told)
    return record


def _named(plan: Plan, person: Person, told: Collection) -> Record:
    record: Record = {"startdate": plan.issued.isoformat(), "pb": YES_NO[plan.personal_budget]}
    if plan.ceased and plan.ceased <= told.reference:
        record.update(ceasedate=plan.ceased.isoformat(), ceasereason=plan.cease_reason)
    placed = placed_on(plan, min(told.reference, plan.ceased or told.reference))
    record["plandetail"] = [{**_where(placed, person, told.reference), "placementrank": "1"}]
    return record


def _active(plan: Plan, person: Person, told: Collection) -> Record:
    record: Record = {}
    if plan.from_area and plan.moved_in and plan.moved_in >= told.first:
        record["transferla"] = plan.from_area
    review = next((each for each in reversed(plan.reviews) if each.met <= told.reference), None)
    if review:
        record["reviewmeeting"] = review.met.isoformat()
        if review.decided <= told.reference:
            record.update(reviewoutcome=review.decision, lastreview=review.decided.isoformat())
            if review.draft and told.year >= 2025:
                record["reviewdraft"] = review.draft.isoformat()
    placed = placed_on(plan, told.reference)
    detail = {**_where(placed, person, told.reference), "placementrank": "1", "entrydate": placed.entered.isoformat()}
    record["placementdetail"] = [detail]
    record["senneed"] = [{"sentype": code, "sentyperank": str(rank)} for rank, code in enumerate(plan.needs, start=1)]
    return record


def placed_on(plan: Plan, on: date) -> Placement:
    """The place attended on a day; the first one for a day before any."""
    return next((each for each in reversed(plan.placements) if each.entered <= on), plan.placements[0])


def _where(placed: Placement, person: Person, on: date) -> Record:
    flags = {"senunitindicator": YES_NO[placed.unit], "resourcedprovisionindicator": YES_NO[placed.resourced]}
    if placed.school is None:
        code = "NIEO" if placed.setting == "NEET" and person.age(on) < 16 else placed.setting
        other = {"sensettingother": "Tuition while a place is found"} if code == "OTH" else {}
        return {"sensetting": code, **other, **flags}
    if placed.school.ukprn:
        return {"ukprn": placed.school.ukprn, **flags}
    return {"urn": placed.school.urn, **flags}


def facts(record: Mapping[str, object], name: str) -> list[Record]:
    """The rows of one name inside a record, whether the return nests one or many there."""
    inside = record.get(name)
    if isinstance(inside, list):
        return inside
    return [inside] if isinstance(inside, dict) else []
