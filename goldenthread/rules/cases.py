"""A child's cases as facts, and how they become rows of the frozen tables. The one place where both ways in meet.

A return read straight from a file and a return committed to casework both arrive here as `PersonFacts`; equal facts
make equal rows.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

Row = dict[str, Any]
Pseudonym = Callable[[str], str]


class SchoolFacts(NamedTuple):
    """What the register of schools says of one. `home_area`: it stands in the area itself; None where nobody said."""

    kind: str
    home_area: bool | None = None
    district: str | None = None


Schools = Mapping[str, SchoolFacts]  # by unique reference number
NOT_REGISTERED = SchoolFacts("")


class PlacementFacts(NamedTuple):
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


class ReviewFacts(NamedTuple):
    meeting_on: date
    decision: str | None
    decided_on: date | None
    draft_on: date | None = None


class Disagreements(NamedTuple):
    """Which decisions were taken to mediation, and which to the tribunal."""

    refusal_mediated: bool = False
    refusal_appealed: bool = False
    no_plan_mediated: bool = False
    no_plan_appealed: bool = False
    plan_mediated: bool = False
    plan_appealed: bool = False


class CaseFacts(NamedTuple):
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


class PersonFacts(NamedTuple):
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
        who = _who(person, pseudonym, area)
        for case in person.cases:
            if case.received_on <= as_at:
                number = pseudonym(f"{person.key} {case.received_on.isoformat()}")
                _freeze_case(frozen, case, as_at, number, who, schools)
    return frozen


def _who(person: PersonFacts, pseudonym: Pseudonym, area: str) -> Row:
    return {
        "area": area,
        "child": pseudonym(person.key),
        "born_month": _month(person.born_on) if person.born_on else None,
        "sex": person.sex,
    }


@lru_cache(maxsize=20_000)
def _month(day: date) -> date:
    return day.replace(day=1)


def _freeze_case(frozen: Frozen, case: CaseFacts, as_at: date, number: str, who: Row, schools: Schools) -> None:
    row: Row = {"case": number, "need": None, "urn": None, "placed": None, **who}
    _add_case(row, case, as_at)
    frozen.cases.append(row)
    if row["issued_on"] is None:
        return
    row["need"] = min(case.needs)[1] if case.needs else None
    plan: Row = {"plan": number, "case": number, "need": row["need"], **who}
    _add_plan(plan, case, as_at)
    _add_place(plan, _main_placement(case.placements, as_at), schools)
    row["urn"], row["placed"] = plan["urn"], plan["placed"]
    frozen.plans.append(plan)
    if case.reviews:
        of_plan = {name: plan[name] for name in ("area", "plan", "born_month", "need", "placed")}
        frozen.reviews.extend({**of_plan, **review} for review in _reviews(case, as_at))


def _add_case(row: Row, case: CaseFacts, as_at: date) -> None:
    decided_on, outcome_on, issued_on = (_by(day, as_at) for day in (case.decided_on, case.outcome_on, case.issued_on))
    decision = None if case.decision in ("A", "H") or (case.decided_on and not decided_on) else case.decision
    outcome = None if case.outcome in ("A", "H") or (case.outcome_on and not outcome_on) else case.outcome
    left_on = None if issued_on else _left_on(case, decision, decided_on, outcome, outcome_on)
    row["received_on"] = case.received_on
    row["source"] = case.source
    row["decided_before"] = case.decision == "H"
    row["ended_before"] = case.outcome == "H"
    row["decision"], row["decided_on"] = decision, decided_on
    row["outcome"], row["outcome_on"] = outcome, outcome_on
    row["exceptions"] = case.exceptions
    row["issued_on"] = issued_on
    row["left_on"] = left_on
    row["closed_on"] = issued_on or left_on
    row["moved_away"] = case.exported
    row["transferred_in"] = case.transferred_in
    row.update(zip(Disagreements._fields, case.disagreements, strict=True))


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


def _add_plan(row: Row, case: CaseFacts, as_at: date) -> None:
    ceased_on = _by(case.ceased_on, as_at)
    row["issued_on"] = case.issued_on
    row["ceased_on"] = ceased_on
    row["cease_reason"] = case.cease_reason if ceased_on else None
    row["transferred_in"] = case.transferred_in
    row["personal_budget"] = case.personal_budget
    row["transfer_due_on"] = case.transfer_due_on  # a day to come: it was known on `as_at` all the same
    row["transfer_final_on"] = _by(case.transfer_final_on, as_at)


def _add_place(row: Row, main: PlacementFacts | None, schools: Schools) -> None:
    if main is None:
        row.update(_NOWHERE)
        return
    school = schools.get(main.urn or "", NOT_REGISTERED)
    row["urn"] = main.urn
    row["placed"] = school.kind or main.setting
    row["unit"] = main.unit
    row["home_area"] = school.home_area
    row["district"] = school.district
    row["residential"] = main.residential
    row["work_based"] = main.work_based


_NOWHERE: Row = dict.fromkeys(("urn", "placed", "unit", "home_area", "district", "residential", "work_based"))


def _main_placement(placements: tuple[PlacementFacts, ...], as_at: date) -> PlacementFacts | None:
    """The placement of the first rank that held on the day; of several, the one entered last."""
    held = [
        placement
        for placement in placements
        if (placement.entry_on is None or placement.entry_on <= as_at)
        and (placement.leaving_on is None or placement.leaving_on > as_at)
    ]
    if len(held) == 1:
        return held[0]
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
