"""What one action owes on a day: each debt once, in a sentence."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from goldenthread.improve.plans.gathered import Gathered
from goldenthread.improve.plans.models import Evidence, Milestone
from goldenthread.rules.calendar import format_date
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.honesty.reasons import Reason

SOON = timedelta(days=14)  # a milestone or a remedy is spoken of two weeks before its day
OWN_DEBTS = {"D3", "D4"}  # a milestone missed and an update owed are debts of their own: no fact is told twice


class Kind(Enum):
    """Of one, and of several."""

    UPDATE = ("update", "updates")
    CHALLENGE = ("challenge", "challenges")
    MILESTONE = ("milestone", "milestones")
    EVIDENCE = ("piece of evidence returned", "pieces of evidence returned")
    REMEDY = ("remedy", "remedies")
    HOLDING_UP = ("action held up", "actions held up")

    def __init__(self, one: str, several: str) -> None:
        self.one = one
        self.several = several

    def counted(self, number: int) -> str:
        return f"{number} {self.one if number == 1 else self.several}"


@dataclass(frozen=True)
class Debt:
    """`days_late`: 0 while it is not late, or has no day."""

    kind: Kind
    sentence: str
    days_late: int = 0


def debts(one: Gathered, on: date) -> tuple[Debt, ...]:
    return (
        *_update(one, on),
        *_challenge(one),
        *_milestones(one, on),
        *_evidence_returned(one),
        *_remedy(one, on),
        *_holding_up(one),
    )


def update_due_on(one: Gathered) -> date | None:
    """By when the plan's cadence asks for the next update; none of what is complete, or not to begin on any day."""
    reported = one.standing.reported
    since = reported.updated_on or reported.started_on or one.action.starts_on
    return since + timedelta(days=one.action.theme.plan.cadence_days) if since and not one.complete else None


def milestones_due(milestones: Iterable[Milestone], on: date) -> list[Milestone]:
    """Missed, or due within two weeks."""
    return [one for one in milestones if one.reached_on is None and one.due_on <= on + SOON]


def _update(one: Gathered, on: date) -> Iterator[Debt]:
    """D4 says whether one is owed; the cadence since when."""
    owed = next((reason for reason in one.standing.supported.because if reason.id == "D4"), None)
    due_on = update_due_on(one)
    if owed:
        late = (on - due_on).days if due_on else 0
        since = f" It is {_days(late)} late." if late > 0 else ""
        yield Debt(Kind.UPDATE, f"{owed.sentence}{since}", late)


def _challenge(one: Gathered) -> Iterator[Debt]:
    supported = one.standing.supported
    theirs = [
        reason
        for reason in supported.because
        if reason.at_best.rank < supported.reported.rank and not _is_for_the_verifier(one, reason)
    ]
    if not one.standing.verdict.open or not theirs:
        return
    why = " ".join(reason.sentence for reason in theirs if reason.id not in OWN_DEBTS)
    said = f"Reported {supported.reported.word}; the facts support {supported.colour.word}. {why}"
    yield Debt(Kind.CHALLENGE, said.strip())


def _is_for_the_verifier(one: Gathered, reason: Reason) -> bool:
    """Complete, and offered evidence that nobody has looked at: the lead has done what the lead can."""
    offered = any(not each.accepted_on and not each.returned_because for each in one.evidence)
    return reason.id == "D6" or (reason.id == "D5" and offered)


def _milestones(one: Gathered, on: date) -> Iterator[Debt]:
    for each in milestones_due(one.milestones, on) if not one.complete else ():
        late = (on - each.due_on).days
        when = f"was due on {format_date(each.due_on)}: {_days(late)} late" if late > 0 else _due(each.due_on, on)
        yield Debt(Kind.MILESTONE, f"The milestone “{each.title}” {when}.", max(late, 0))


def _evidence_returned(one: Gathered) -> Iterator[Debt]:
    """Until something newer is offered."""
    newest = max((each.pk for each in one.evidence), default=0)
    for each in one.evidence:
        if _is_returned(each) and each.pk == newest:
            yield Debt(Kind.EVIDENCE, f"“{each.title}” was returned: {each.returned_because}")


def _is_returned(evidence: Evidence) -> bool:
    return bool(evidence.returned_because) and evidence.accepted_on is None


def _remedy(one: Gathered, on: date) -> Iterator[Debt]:
    """What a Red action owes (D8): a remedy, and then that it is done."""
    remedy = one.standing.remedy
    if one.standing.reported.colour is not Colour.RED:
        return
    if remedy is None:
        yield Debt(Kind.REMEDY, "It is Red without a remedial action, an owner and a new date.")
    elif remedy.due_on <= on + SOON:
        late = (on - remedy.due_on).days
        when = f"was due on {format_date(remedy.due_on)}: {_days(late)} late" if late > 0 else _due(remedy.due_on, on)
        yield Debt(Kind.REMEDY, f"The remedy “{remedy.wording.rstrip('.')}” {when}.", max(late, 0))


def _holding_up(one: Gathered) -> Iterator[Debt]:
    """D7, from the other end: an unfinished Red action holds up what waits for it."""
    if one.standing.supported.colour is Colour.RED:
        for other in one.waiting:
            yield Debt(Kind.HOLDING_UP, f"{other.ref} waits for it: {other.wording}")


def _due(day: date, on: date) -> str:
    return "is due today" if day == on else f"is due on {format_date(day)}"


def _days(count: int) -> str:
    return f"{count} day{'' if count == 1 else 's'}"
