"""What the facts support about an improvement action, whatever its lead reports (rules D1 to D8)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goldenthread.rules.calendar import format_date
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.honesty.reasons import Reason, Supported, supported_by


@dataclass(frozen=True, slots=True)
class Milestone:
    name: str
    due_on: date
    met_on: date | None = None


@dataclass(frozen=True, slots=True)
class Dependency:
    """An action that this one waits for, and the colour it stands at. Nobody waits for one that has ended."""

    reference: str
    colour: Colour
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class Remedy:
    """What will put a red action right, who does it, by when."""

    action: str = ""
    owner: str = ""
    due_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionFacts:
    """`evidence_accepted`: how many pieces. `lead`, `shared_with` and `verified_by`: any handles that can be compared.

    `completed_on` is the first day of the present run of Blue reports; it and `verified_on` are none where not known.
    """

    reported: Colour
    start_planned_on: date | None = None
    started_on: date | None = None
    due_on: date | None = None
    milestones: tuple[Milestone, ...] = ()
    last_update_on: date | None = None
    evidence_accepted: int = 0
    lead: str = ""
    shared_with: tuple[str, ...] = ()
    verified_by: str = ""
    verified_on: date | None = None
    completed_on: date | None = None
    depends_on: tuple[Dependency, ...] = ()
    remedy: Remedy = Remedy()

    @property
    def complete(self) -> bool:
        """As reported. Whether it is evidenced and verified is D5 and D6."""
        return self.reported is Colour.BLUE

    def leads(self, handle: str) -> bool:
        return handle in (self.lead, *self.shared_with)


@dataclass(frozen=True, slots=True)
class Policy:
    """A plan's own terms: an update at least every so many days; a milestone so many days late is serious."""

    cadence_days: int = 31
    milestone_red_after_days: int = 28


PLAIN = Policy()


def supported_colour(action: ActionFacts, as_at: date, policy: Policy = PLAIN) -> Supported:
    """The worst that the report and the facts allow on a day, with every fact that counts against it."""
    return supported_by(action.reported, _reasons(action, as_at, policy))


def may_save(action: ActionFacts) -> tuple[str, ...]:
    """D8: what a red report still lacks before it can be saved; empty when it may be."""
    if action.reported is not Colour.RED:
        return ()
    wanted = {
        "what will be done to put it right": action.remedy.action.strip(),
        "who will do it": action.remedy.owner.strip(),
        "by when": action.remedy.due_on,
    }
    return tuple(what for what, given in wanted.items() if not given)


def _reasons(action: ActionFacts, as_at: date, policy: Policy) -> Iterator[Reason]:
    yield from _not_started(action, as_at)
    yield from _overdue(action, as_at)
    yield from _milestones_missed(action, as_at, policy.milestone_red_after_days)
    yield from _no_update(action, as_at, policy.cadence_days)
    yield from _not_evidenced(action)
    yield from _not_verified(action, as_at)
    yield from _held_up(action, as_at)


def _not_started(action: ActionFacts, as_at: date) -> Iterator[Reason]:
    """White says so itself, whatever was said before it."""
    planned_on, begun_on = action.start_planned_on, action.started_on
    waits = action.reported is Colour.WHITE or not (action.complete or (begun_on and begun_on <= as_at))
    if planned_on and planned_on < as_at and waits:
        yield Reason("D1", f"It was to start on {format_date(planned_on)} and has not started.", Colour.AMBER)


def _overdue(action: ActionFacts, as_at: date) -> Iterator[Reason]:
    if action.due_on and action.due_on < as_at and not action.complete:
        yield Reason("D2", f"It was due on {format_date(action.due_on)} and is not complete.", Colour.RED)


def _milestones_missed(action: ActionFacts, as_at: date, red_after_days: int) -> Iterator[Reason]:
    for milestone in action.milestones:
        met = milestone.met_on is not None and milestone.met_on <= as_at
        late = (as_at - milestone.due_on).days
        if met or late <= 0:
            continue
        yield Reason(
            "D3",
            f"The milestone “{milestone.name}” was due on {format_date(milestone.due_on)} and is {_days(late)} late.",
            Colour.RED if late > red_after_days else Colour.AMBER,
        )


def _no_update(action: ActionFacts, as_at: date, cadence_days: int) -> Iterator[Reason]:
    """Owed while an action is under way: not before its planned start, nor once it is complete. What will be said
    later has not been said yet.
    """
    waiting = action.reported is Colour.WHITE and not (action.start_planned_on and action.start_planned_on < as_at)
    if action.complete or waiting:
        return
    told_on = action.last_update_on if action.last_update_on and action.last_update_on <= as_at else None
    since = told_on or action.started_on or action.start_planned_on
    if since is not None and (as_at - since).days <= cadence_days:
        return
    last = f"It was last updated on {format_date(told_on)}" if told_on else "It was never updated"
    yield Reason("D4", f"{last}; the plan asks for an update every {_days(cadence_days)}.", Colour.AMBER)


def _not_evidenced(action: ActionFacts) -> Iterator[Reason]:
    if action.complete and not action.evidence_accepted:
        yield Reason("D5", "Complete, not evidenced: no evidence has been accepted yet.", Colour.GREEN)


def _not_verified(action: ActionFacts, as_at: date) -> Iterator[Reason]:
    missing = _missing_of_verification(action, as_at) if action.complete else ""
    if missing:
        yield Reason("D6", f"Complete, not verified: {missing}.", Colour.GREEN)


def _missing_of_verification(action: ActionFacts, as_at: date) -> str:
    """Somebody who does not share in leading it has seen it complete, and it was not taken up again since."""
    on = action.verified_on
    if not action.verified_by or (on and on > as_at):
        return "nobody has verified it yet"
    if action.leads(action.verified_by):
        return f"only {'one of its own leads' if action.shared_with else 'its own lead'} has verified it"
    if on and action.completed_on and on < action.completed_on:
        return (
            f"it was verified on {format_date(on)}, and has since been taken up again and reported complete on"
            f" {format_date(action.completed_on)}"
        )
    return ""


def _held_up(action: ActionFacts, as_at: date) -> Iterator[Reason]:
    """What is complete no longer waits for anything."""
    for other in action.depends_on:
        ended = other.ended_on is not None and other.ended_on <= as_at
        if other.colour is Colour.RED and not (ended or action.complete):
            yield Reason("D7", f"It depends on {other.reference}, which is Red and unfinished.", Colour.AMBER)


def _days(count: int) -> str:
    return f"{count} day{'' if count == 1 else 's'}"
