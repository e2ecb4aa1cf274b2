"""How often a body means to meet: whether it does, and when it would meet next."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.foundation.ui.words import day
from goldenthread.improve.governance.models import Rhythm
from goldenthread.rules.calendar import add, next_working_day
from goldenthread.rules.provision import Months, Weeks

SPANS: Mapping[str, Weeks | Months] = {
    Rhythm.WEEKLY: Weeks(1),
    Rhythm.FORTNIGHTLY: Weeks(2),
    Rhythm.MONTHLY: Months(1),
    Rhythm.SIX_WEEKLY: Weeks(6),
    Rhythm.BIMONTHLY: Months(2),
    Rhythm.QUARTERLY: Months(3),
    Rhythm.TERMLY: Months(4),
    Rhythm.YEARLY: Months(12),
}
GRACE = timedelta(days=7)  # a body that meets on the second Tuesday of a month waits five weeks now and then


@dataclass(frozen=True, slots=True)
class Kept:
    """`kept` is None where nothing can be said: no rhythm to keep, or nobody has recorded a meeting. `brief` is for a
    drawing.
    """

    kept: bool | None
    sentence: str
    brief: str


def kept(rhythm: str, last_on: date | None, next_on: date | None, on: date) -> Kept:
    """`last_on` is the last meeting held by the day, `next_on` the next one planned from it on."""
    span = SPANS.get(rhythm)
    means_to = Rhythm(rhythm).label
    sentence = f"{means_to}. {_met(last_on, on)} {_planned(next_on)}"
    if span is None or last_on is None:
        return Kept(None, sentence, means_to if last_on else f"{means_to}; no meeting recorded")
    brief = f"{means_to}; last met {_ago(last_on, on)}"
    if on <= add(last_on, span) + GRACE:
        return Kept(True, sentence, brief)
    return Kept(False, f"{sentence} That is longer than its rhythm allows.", f"{brief}: not kept")


def _met(last_on: date | None, on: date) -> str:
    if last_on is None:
        return "No meeting has been recorded as held."
    return f"Last met {_ago(last_on, on)}, on {day(last_on)}."


def _ago(last_on: date, on: date) -> str:
    days = (on - last_on).days
    return f"{days} day{'' if days == 1 else 's'} ago" if days else "today"


def _planned(next_on: date | None) -> str:
    return f"Meets next on {day(next_on)}." if next_on else "No meeting is planned."


def offered(rhythm: str, last_on: date | None, on: date) -> date | None:
    """The next date by the rhythm, on the last meeting's weekday and after `on`; None where there is none to keep."""
    span = SPANS.get(rhythm)
    if span is None or last_on is None:
        return None
    nominal = add(last_on, span)
    while _on_weekday(nominal, last_on.weekday()) <= on:
        nominal = add(nominal, span)
    return next_working_day(_on_weekday(nominal, last_on.weekday()))


def _on_weekday(near: date, weekday: int) -> date:
    """The nearest day of that weekday: three days off at most."""
    return near + timedelta(days=(weekday - near.weekday() + 3) % 7 - 3)
