"""The sentence that a parent can read under each date."""

from datetime import date

from goldenthread.rules.calendar import format_date, format_day
from goldenthread.rules.clocks.clock import Clock, Kind


def explain(clock: Clock, as_at: date | None = None) -> str:
    """What is due, when, how it stands on `as_at` (left out if no day is given), and which rule makes the date."""
    parts = [
        f"{clock.what} — {_standing(clock, as_at)}.",
        f"{clock.because} ({clock.citation}).",
        _exception(clock),
        clock.caution,
    ]
    return " ".join(part for part in parts if part)


def _standing(clock: Clock, as_at: date | None) -> str:
    dated = f"{clock.kind.value} {format_day(clock.due_on)}"
    if as_at is None:
        return dated
    done_on = clock.done_by(as_at)
    if done_on and clock.kind is Kind.DUTY:
        late = clock.days_late(as_at)
        how = f"{_days(late)} late" if late else "in time"
        return f"done on {format_date(done_on)}, {how}; it was {dated}"
    undone = ", not done" if clock.kind is Kind.DUTY and clock.days_left(as_at) < 0 else ""
    return f"{dated} ({_when(clock.days_left(as_at))}{undone})"


def _when(days_left: int) -> str:
    match days_left:
        case 0:
            return "today"
        case 1:
            return "tomorrow"
        case -1:
            return "yesterday"
    return f"in {_days(days_left)}" if days_left > 0 else f"{_days(-days_left)} ago"


def _days(count: int) -> str:
    return f"{count:,} day{'' if count == 1 else 's'}"


def _exception(clock: Clock) -> str:
    if not clock.disapplied_by:
        return ""
    return (
        f"An exception was recorded ({'; '.join(clock.disapplied_by)})."
        f" It may explain lateness; the family's date stays {format_date(clock.due_on)}."
    )
