"""The plan's own words and facts, read from the data beside this package. Everyone named is invented."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from goldenthread.config.synth.dice import day_between, dice, working
from goldenthread.config.synth.story import AS_AT

FOLDER = Path(__file__).parent.parent / "data" / "plan"
TITLE = "Marlshire SEND priority action plan 2025–27"
PROVIDER = "Brightwell Learning"
COUNCIL = "Marlshire County Council"
BODIES = {
    "C": COUNCIL,
    "N": "NHS Marl Valley Integrated Care Board",
    "T": "Marl Valley NHS Trust",
    "S": "Schools and colleges",
    "F": "Marlshire Parent Carer Forum",
    "B": PROVIDER,
    "Y": "Marlshire Information, Advice and Support Service",
    "V": "Voluntary sector alliance",
}
COLOURS = ("Green", "Amber", "Red", "Blue", "White")


@dataclass(frozen=True, slots=True)
class Milestone:
    ref: str
    title: str
    due: date
    reached: date | None


@dataclass(frozen=True, slots=True)
class Action:
    """`proof`: how far a Blue action's evidence came: accepted, self-verified (by its own lead), or only offered.
    `shared`: who leads it beside its lead.
    """

    ref: str
    outcome: str
    colour: str
    wording: str
    lead: str
    shared: tuple[str, ...]
    bodies: tuple[str, ...]
    workstream: str
    activity: str
    start: date
    due: date
    progress: str
    updated: date | None
    evidence: str
    proof: str
    captured: date | None
    verified_by: str
    depends_on: str

    @property
    def theme(self) -> int:
        return int(self.ref.split(".")[0])


def rows(name: str) -> list[dict[str, str]]:
    """One of the data files: `|` between cells, so that sentences need no quoting."""
    with (FOLDER / f"{name}.psv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE))


@cache
def people() -> Mapping[str, str]:
    """Key → name and post, as the plan prints them."""
    return {row["key"]: f"{row['name']}, {row['post']}" for row in rows("people")}


@cache
def milestones() -> tuple[Milestone, ...]:
    return tuple(
        Milestone(row["ref"], row["title"], date.fromisoformat(row["due"]), _day(row["reached"]))
        for row in rows("milestones")
    )


@cache
def actions() -> tuple[Action, ...]:
    particulars = {row["ref"]: row for row in rows("particulars")}
    nothing = dict.fromkeys(("updated", "depends_on", "activity", "proof", "shared"), "")
    return tuple(_action(row, particulars.get(row["ref"], nothing)) for row in rows("actions"))


def _action(row: dict[str, str], more: Mapping[str, str]) -> Action:
    due, blue = date.fromisoformat(row["due"]), row["colour"] == "Blue"
    ended = _completed(row["ref"], due) if blue else due
    proof = (more["proof"] or "accepted") if blue else ""
    lead = people()[row["lead"]]
    verifier = people()["ad" if row["lead"] == "qa" else "qa"]
    return Action(
        ref=row["ref"],
        outcome=row["outcome"],
        colour=row["colour"],
        wording=row["action"],
        lead=lead,
        shared=tuple(people()[key] for key in more["shared"].split()),
        bodies=tuple(BODIES[letter] for letter in row["bodies"]),
        workstream=row["workstream"],
        activity=more["activity"],
        start=date.fromisoformat(row["start"]),
        due=due,
        progress=row["progress"],
        updated=_updated(row, _day(more["updated"]), ended),
        evidence=row["evidence"],
        proof=proof,
        captured=ended - timedelta(4) if row["evidence"] else None,
        verified_by={"accepted": verifier, "self-verified": lead}.get(proof, ""),
        depends_on=more["depends_on"],
    )


def _completed(ref: str, due: date) -> date:
    """About half are ready a little before they are due; the rest are up to two months late."""
    roll = dice(2026, f"completion {ref}")
    return working(
        due - timedelta(roll.randint(0, 10)) if roll.random() < 0.5 else due + timedelta(roll.randint(5, 60))
    )


def _updated(row: Mapping[str, str], told: date | None, ended: date) -> date | None:
    """Blue actions are told of once more when they end, White ones not at all; the rest within October."""
    if row["colour"] == "White":
        return None
    if row["colour"] == "Blue":
        return ended
    return told or working(day_between(dice(2026, row["ref"]), AS_AT.replace(day=5), AS_AT.replace(day=29)))


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
