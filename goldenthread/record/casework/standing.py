"""Where things stand, for the family: one page of a case in plain words, to be printed or read out."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from goldenthread.rules.calendar import format_date
from goldenthread.rules.clocks import Clock, State

from .timeline import ASKED, CaseFile, Event


@dataclass(frozen=True)
class Due:
    """One date that the law sets: what, by when, how that stands, and which rule makes it so."""

    what: str
    due_on: date
    standing: str
    because: str
    law: str


@dataclass(frozen=True)
class Standing:
    asked: tuple[Event, ...]
    now: str
    dates: tuple[Due, ...]
    happened: tuple[Event, ...]


def standing(file: CaseFile, as_at: date) -> Standing:
    """`happened` is told from the beginning, as one tells a story."""
    story = tuple(reversed(file.events))
    asked = tuple(event for event in story if event.what == ASKED)
    return Standing(asked, _now(file), tuple(_dates(file, as_at)), story)


def _now(file: CaseFile) -> str:
    if file.due:
        what = file.due[0].what
        return f"The council is working on this. The next thing it must do: {what[0].lower()}{what[1:]}."
    plan = next((each.plan for each in file.plans), None)
    if plan is not None and plan.ceased_on:
        return f"The education, health and care plan ended on {format_date(plan.ceased_on)}."
    if plan is not None:
        since = f", issued on {format_date(plan.issued_on)}" if plan.issued_on else ""
        return f"There is an education, health and care plan{since}. The council must review it at least once a year."
    if file.events:
        latest = file.events[0]
        return f"The last thing that is recorded, on {format_date(latest.on)}: {latest.what}."
    return "Nothing is recorded yet."


def _dates(file: CaseFile, as_at: date) -> Iterator[Due]:
    for clock in file.due:
        yield Due(clock.what, clock.due_on, _how(clock, as_at), f"{clock.because}.", clock.citation)


def _how(clock: Clock, as_at: date) -> str:
    left = clock.days_left(as_at)
    if clock.state(as_at) is State.DISAPPLIED:
        grounds = "; ".join(clock.disapplied_by)
        return (
            f"The law lets the council take longer here, and this is the reason recorded: {grounds}. Ask what it means."
        )
    if left < 0:
        return f"This day has passed, {_days(-left)} ago, and it is not done. You may ask why, and when it will be."
    return "This is today." if left == 0 else f"There {'is' if left == 1 else 'are'} {_days(left)} left."


def _days(count: int) -> str:
    return f"{count:,} day{'' if count == 1 else 's'}"
