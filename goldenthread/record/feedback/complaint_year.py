"""Twelve months of complaints: what they were about, how far they went, and how long families waited for an answer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from goldenthread.rules.statistics.disclosure import RULES, Code, Rule, Suppressed, mean
from goldenthread.rules.statistics.rounding import number
from goldenthread.rules.statistics.tables import Totals, protect

from .models import Complaint
from .small_numbers import Share, share_of

HIDDEN = "not shown: fewer than 5"
STAGES = {1: "Stage 1: the service answers", 2: "Stage 2: looked at again", 3: "Stage 3: the Ombudsman"}
UPHELD = (Complaint.Outcome.UPHELD, Complaint.Outcome.PARTLY_UPHELD)


@dataclass(frozen=True)
class Kind:
    """The complaints of one theme or stage, in words fit for this reader."""

    name: str
    count: str
    upheld: Share
    days: str
    waiting: str


@dataclass(frozen=True)
class ComplaintYear:
    since: date
    until: date
    total: int
    themes: tuple[Kind, ...]
    stages: tuple[Kind, ...]


def complaint_year(complaints: Sequence[Complaint], since: date, until: date, *, all_counts: bool) -> ComplaintYear:
    """`complaints` were received in those months. `all_counts`: whether the reader may see numbers below five."""
    themes = _grouped((one.theme or "Theme not given", one) for one in complaints)
    stages = _grouped((STAGES.get(one.stage or 0, "Stage not given"), one) for one in complaints)
    return ComplaintYear(
        since,
        until,
        len(complaints),
        _kinds(dict(sorted(themes.items(), key=lambda each: (-len(each[1]), each[0]))), until, all_counts),
        _kinds(dict(sorted(stages.items())), until, all_counts),
    )


def _grouped(named: Iterable[tuple[str, Complaint]]) -> dict[str, list[Complaint]]:
    groups: dict[str, list[Complaint]] = {}
    for name, one in named:
        groups.setdefault(name, []).append(one)
    return groups


def _kinds(groups: Mapping[str, Sequence[Complaint]], until: date, all_counts: bool) -> tuple[Kind, ...]:
    rule = RULES[Code.INTERNAL if all_counts else Code.LOCAL_RATE]
    received = _shown([len(some) for some in groups.values()], all_counts)
    waiting = _shown([sum(not _answered(one, until) for one in some) for some in groups.values()], all_counts)
    return tuple(
        Kind(name, count, _upheld(some, until, rule), _days(some, until, rule), waits)
        for (name, some), count, waits in zip(groups.items(), received, waiting, strict=True)
    )


def _shown(counts: Sequence[int], all_counts: bool) -> list[str]:
    """The counts as words; small ones hidden, and others where a small one could be worked out from the total."""
    if all_counts or not counts:
        return [number(count) for count in counts]
    safe = protect([[*counts, sum(counts)]], RULES[Code.LOCAL_COUNT], Totals.ROWS)
    return [HIDDEN if cell is None else number(cell) for cell in safe.cells[0][:-1]]


def _upheld(some: Iterable[Complaint], until: date, rule: Rule) -> Share:
    decided = [one for one in some if one.outcome and _answered(one, until)]
    return share_of(sum(one.outcome in UPHELD for one in decided), len(decided), "complaints answered", rule)


def _days(some: Iterable[Complaint], until: date, rule: Rule) -> str:
    """The middle wait for an answer: half were answered sooner."""
    waits = [(one.responded_on - one.received_on).days for one in some if one.responded_on and _answered(one, until)]
    if not waits:
        return "none answered yet"
    middle = mean(median(waits), len(waits), rule)
    return f"not shown: {middle.reason}" if isinstance(middle, Suppressed) else f"{number(middle)} days"


def _answered(one: Complaint, until: date) -> bool:
    return one.responded_on is not None and one.responded_on <= until
