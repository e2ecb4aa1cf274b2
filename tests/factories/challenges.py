"""Colours that the facts do not support, and words that explain them."""

from datetime import date, timedelta

from goldenthread.foundation.partnership.models import Person
from goldenthread.improve.plans import writes
from goldenthread.improve.plans.models import Action, Challenge, Explanation, Outcome, OutcomeMeasure
from tests.factories.plans import ON, action, theme

LATER = ON + timedelta(days=30)


def overdue(ref: str = "1.1", **fields) -> Action:
    """Green, and due nine days ago: the facts support Red (D2)."""
    return action(ref, due_on=ON - timedelta(days=9), **fields)


def outcome(ref: str = "1A", reported: str = "green", expected_on: date = date(2026, 1, 1)) -> Outcome:
    """Measured by nothing that has figures, although its lag is past: the facts support Amber (I2)."""
    made = theme(reported="white").outcomes.create(
        ref=ref, sentence="Children are seen sooner.", reported=reported, effect_expected_on=expected_on
    )
    OutcomeMeasure.objects.create(outcome=made, indicator="therapy_waits_over_18_weeks")
    return made


def explanation(by: Person, made: Action | None = None, until: date = LATER) -> Explanation:
    return writes.ask_for_signature(
        about=made or overdue(lead=by), why="The last session is on Monday.", until=until, by=by, on=ON
    )


def told(row: Challenge) -> tuple[str, str, str, date | None]:
    """What was reported, what the facts supported, how and when it was answered."""
    return row.reported, row.supported, row.answer, row.answered_on
