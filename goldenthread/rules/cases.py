"""A child's cases as facts, and how they become rows of the frozen tables. The one place where both ways in meet.

A return read straight from a file and a return committed to casework both arrive here as `PersonFacts`; equal facts
make equal rows.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

Row = dict[str, Any]
Pseudonym = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class SchoolFacts:
    """What the register of schools says of one. `home_area`: it stands in the area itself; None where nobody said."""

    kind: str
    home_area: bool | None = None
    district: str | None = None


Schools = Mapping[str, SchoolFacts]  # by unique reference number
NOT_REGISTERED = SchoolFacts("")


@dataclass(frozen=True, slots=True)
class PlacementFacts:
    rank: int
    urn: str | None
    setting: str | None
    entry_on: date | None
    leaving_on: date | None
    unit: str | None = None  # unit or resourced
    residential: str | None = None
    work_based: str | None = None


def unit_of(sen_unit: bool, resourced: bool) -> str | None:
    """Where both are ticked it is the unit: it is the closer of the two to a school of its own."""
    return "unit" if sen_unit else "resourced" if resourced else None


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    meeting_on: date
    decision: str | None
    decided_on: date | None
    draft_on: date | None = None


@dataclass(frozen=True, slots=True)
class Disagreements:
    """Which decisions were taken to mediation, and which to the tribunal."""

    refusal_mediated: bool = False
    refusal_appealed: bool = False
    no_plan_mediated: bool = False
    no_plan_appealed: bool = False
    plan_mediated: bool = False
    plan_appealed: bool = False


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """One request and all that followed. Codes are the return's: Y, N, A (awaiting), W (withdrawn), H (decided
    before).
    """

    received_on: date
    source: str | None = None
    decision: str | None = None
    decided_on: date | None = None
    exported: bool = False
    assessed: bool = False
    outcome: str | None = None
    outcome_on: date | None = None
    exceptions: bool = False
    issued_on: date | None = None
    ceased_on: date | None = None
    cease_reason: str | None = None
    transferred_in: bool = False
    reviews: tuple[ReviewFacts, ...] = ()
    placements: tuple[PlacementFacts, ...] = ()
    needs: tuple[tuple[int, str], ...] = ()  # (rank, type)
    disagreements: Disagreements = Disagreements()
    personal_budget: bool | None = None
    transfer_due_on: date | None = None
    transfer_final_on: date | None = None


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """`key` is the natural identity (rules/sen2/identity): it is turned into a pseudonym and goes no further."""

    key: str
    born_on: date | None
    sex: str | None
    cases: tuple[CaseFacts, ...]


@dataclass(frozen=True, slots=True)
class Frozen:
    """The rows of one or more people, by table."""

    cases: list[Row]
    plans: list[Row]
    reviews: list[Row]


def freeze(people: Iterable[PersonFacts], as_at: date, pseudonym: Pseudonym, schools: Schools, area: str) -> Frozen:
    """What was known on `as_at`: later facts are left out, and a case that had not ended then is open."""
    frozen = Frozen([], [], [])
    for person in people:
        for case in person.cases:
            if case.received_on <= as_at:
                _freeze_case(frozen, person, case, as_at, pseudonym, schools, area)
    return frozen


def _freeze_case(
    frozen: Frozen,
    person: PersonFacts,
    case: CaseFacts,
    as_at: date,
    pseudonym: Pseudonym,
    schools: Schools,
    area: str,
) -> None:
    born_month = person.born_on.replace(day=1) if person.born_on else None
    who = {"area": area, "child": pseudonym(person.key), "born_month": born_month, "sex": person.sex}
    number = pseudonym(f"{person.key} {case.received_on}")
    row = _case_row(case, as_at)
    need = min(case.needs)[1] if case.needs else None
    place = _place(_main_placement(case, as_at), schools)
    if row["issued_on"] is None:
        nowhere = {"need": None, "urn": None, "placed": None}
        frozen.cases.append({"case": number, **who, **row, **nowhere})
        return
    frozen.cases.append({"case": number, **who, **row, "need": need, "urn": place["urn"], "placed": place["placed"]})
    frozen.plans.append({"plan": number, "case": number, **who, "need": need, **_plan_row(case, as_at), **place})
    of_plan = {"area": area, "plan": number, "born_month": born_month, "need": need, "placed": place["placed"]}
    for review in _reviews(case, as_at):
        frozen.reviews.append({**of_plan, **review})


def _case_row(case: CaseFacts, as_at: date) -> Row:
    decided_on, outcome_on, issued_on = (_by(day, as_at) for day in (case.decided_on, case.outcome_on, case.issued_on))
    decision = None if case.decision in ("A", "H") or (case.decided_on and not decided_on) else case.decision
    outcome = None if case.outcome in ("A", "H") or (case.outcome_on and not outcome_on) else case.outcome
    left_on = None if issued_on else _left_on(case, decision, decided_on, outcome, outcome_on)
    return {
        "received_on": case.received_on,
        "source": case.source,
        "decided_before": case.decision == "H",
        "ended_before": case.outcome == "H",
        "decision": decision,
        "decided_on": decided_on,
        "outcome": outcome,
        "outcome_on": outcome_on,
        "exceptions": case.exceptions,
        "issued_on": issued_on,
        "left_on": left_on,
        "closed_on": issued_on or left_on,
        "moved_away": case.exported,
        "transferred_in": case.transferred_in,
        **asdict(case.disagreements),
    }


def _left_on(
    case: CaseFacts, decision: str | None, decided_on: date | None, outcome: str | None, outcome_on: date | None
) -> date | None:
    """The day the case ended without a plan. Where the return gives none (withdrawn, exported), the day it began:
    such a case is
    never counted as waiting, because nobody can say until when it was."""
    refused = decision == "N" and not case.assessed  # an overturned refusal goes on to an assessment
    if refused or decision == "W":
        return decided_on or case.received_on
    if outcome in ("N", "W"):
        return outcome_on or decided_on or case.received_on
    return case.received_on if case.exported else None


def _plan_row(case: CaseFacts, as_at: date) -> Row:
    ceased_on = _by(case.ceased_on, as_at)
    return {
        "issued_on": case.issued_on,
        "ceased_on": ceased_on,
        "cease_reason": case.cease_reason if ceased_on else None,
        "transferred_in": case.transferred_in,
        "personal_budget": case.personal_budget,
        "transfer_due_on": case.transfer_due_on,  # a day to come: it was known on `as_at` all the same
        "transfer_final_on": _by(case.transfer_final_on, as_at),
    }


def _place(main: PlacementFacts | None, schools: Schools) -> Row:
    if main is None:
        return dict.fromkeys(("urn", "placed", "unit", "home_area", "district", "residential", "work_based"))
    school = schools.get(main.urn or "", NOT_REGISTERED)
    return {
        "urn": main.urn,
        "placed": school.kind or main.setting,
        "unit": main.unit,
        "home_area": school.home_area,
        "district": school.district,
        "residential": main.residential,
        "work_based": main.work_based,
    }


def _main_placement(case: CaseFacts, as_at: date) -> PlacementFacts | None:
    """The placement of the first rank that held on the day; of several, the one entered last."""
    held = [
        placement
        for placement in case.placements
        if (placement.entry_on is None or placement.entry_on <= as_at)
        and (placement.leaving_on is None or placement.leaving_on > as_at)
    ]
    return min(
        held, key=lambda p: (p.rank, -(p.entry_on or date.min).toordinal(), p.urn or "", p.setting or ""), default=None
    )


def _reviews(case: CaseFacts, as_at: date) -> Iterator[Row]:
    for review in case.reviews:
        if review.meeting_on <= as_at:
            decided_on = _by(review.decided_on, as_at)
            yield {
                "meeting_on": review.meeting_on,
                "decision": review.decision if decided_on else None,
                "decided_on": decided_on,
                "draft_on": _by(review.draft_on, as_at),
            }


def _by(day: date | None, as_at: date) -> date | None:
    return day if day is not None and day <= as_at else None
