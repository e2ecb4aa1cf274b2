"""By when a council says that it will meet, and that it will take a key decision: in clear days before the meeting."""

from dataclasses import dataclass
from datetime import date

from goldenthread.rules import statute
from goldenthread.rules.calendar import DAY, is_working_day
from goldenthread.rules.provision import Days, Provision, WorkingDays, in_force


@dataclass(frozen=True, slots=True)
class Notice:
    """The last day on which it can be given, and the rule that makes it so."""

    due_on: date
    because: str
    verified: bool


def agenda_notice(meeting_on: date) -> Notice:
    """When the agenda and its reports are open to the public at the latest. Raises NoLawError before 2002."""
    law = in_force(statute.AGENDA_NOTICE, meeting_on)
    return _notice(
        law, meeting_on, f"{law.value.words.replace('working days', 'clear working days')} before the meeting"
    )


def key_decision_notice(meeting_on: date) -> Notice:
    """When notice of a key decision of the executive is published at the latest. Raises NoLawError before 2012."""
    law = in_force(statute.KEY_DECISION_NOTICE, meeting_on)
    return _notice(law, meeting_on, f"{law.value.words.replace('days', 'clear days')} before a key decision is made")


def _notice(law: Provision[Days] | Provision[WorkingDays], meeting_on: date, span: str) -> Notice:
    return Notice(clear_days_before(meeting_on, law.value), f"{span} ({law.citation})", law.verified)


def clear_days_before(event: date, span: Days | WorkingDays) -> date:
    """The last day that leaves so many whole days between itself and the event; of working days, a working day."""
    if isinstance(span, Days):
        return event - (span.count + 1) * DAY
    day, passed = event - DAY, 0
    while passed < span.count or not is_working_day(day):
        passed += is_working_day(day)
        day -= DAY
    return day
