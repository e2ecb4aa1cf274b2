"""A clock: when something is due, by which rule, and how it stands on a day. Computed each time, never stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from goldenthread.rules import calendar
from goldenthread.rules.calendar import Span, format_date
from goldenthread.rules.clocks.exceptions import RecordedException, grounds_for
from goldenthread.rules.provision import Limit, Provision, in_force


class State(Enum):
    """How a clock stands. Only a duty can be met, late or disapplied; a right or a set day has passed, or not yet."""

    RUNNING = "running"
    MET = "met"
    LATE = "late"
    DISAPPLIED = "disapplied"
    PASSED = "passed"


class Kind(Enum):
    """The word that stands before the date."""

    DUTY = "due"
    RIGHT = "until"
    OPENING = "from"
    DAY = "on"


@dataclass(frozen=True, kw_only=True)
class Clock:
    """`because` and `citation` give the reason, `disapplied_by` the grounds; `caution` warns of an unverified rule."""

    what: str
    started_on: date
    due_on: date
    because: str
    citation: str
    done_on: date | None = None
    disapplied_by: tuple[str, ...] = ()
    kind: Kind = Kind.DUTY
    caution: str = ""

    def done_by(self, as_at: date) -> date | None:
        """When it was done, as far as was known on a day."""
        return self.done_on if self.done_on and self.done_on <= as_at else None

    def state(self, as_at: date) -> State:
        if self.kind is not Kind.DUTY:
            return State.PASSED if as_at > self.due_on else State.RUNNING
        done_on = self.done_by(as_at)
        if done_on and done_on <= self.due_on:
            return State.MET
        if self.disapplied_by:
            return State.DISAPPLIED
        return State.LATE if (done_on or as_at) > self.due_on else State.RUNNING

    def days_left(self, as_at: date) -> int:
        """Days to the date; negative once it has passed. An exception changes nothing here."""
        return (self.due_on - as_at).days

    def days_late(self, as_at: date) -> int:
        """Days past the date, to when it was done or to `as_at`; 0 if in time. An exception changes nothing here."""
        return max(0, ((self.done_by(as_at) or as_at) - self.due_on).days)


def within(
    law: Sequence[Provision[Span]],
    what: str,
    started_on: date,
    event: str,
    *,
    done_on: date | None = None,
    limit: Limit | None = None,
    exceptions: Sequence[RecordedException] = (),
    kind: Kind = Kind.DUTY,
) -> Clock:
    """The common clock: something within a span of an event, by the law in force on the day of the event."""
    rule = in_force(law, started_on)
    due_on = calendar.add(started_on, rule.value)
    return Clock(
        what=what,
        started_on=started_on,
        due_on=due_on,
        because=f"{rule.value.words.capitalize()} from {event} on {format_date(started_on)}",
        citation=rule.citation,
        done_on=done_on,
        disapplied_by=grounds_for(limit, started_on, due_on, exceptions) if limit else (),
        kind=kind,
        caution=caution(rule),
    )


def beginning_with(
    law: Sequence[Provision[Span]],
    what: str,
    started_on: date,
    event: str,
    *,
    done_on: date | None = None,
    kind: Kind = Kind.DUTY,
) -> Clock:
    """The clock of a period whose first day is the day of the event itself."""
    rule = in_force(law, started_on)
    return Clock(
        what=what,
        started_on=started_on,
        due_on=calendar.last_day_beginning_with(started_on, rule.value),
        because=f"{rule.value.words.capitalize()} beginning with {format_date(started_on)}, when {event}",
        citation=rule.citation,
        done_on=done_on,
        kind=kind,
        caution=caution(rule),
    )


def caution(rule: Provision[object]) -> str:
    """What a reader must know of a rule that has not been checked against its text; empty for one that has."""
    return "" if rule.verified else f"This rule is not verified. {rule.note}"
