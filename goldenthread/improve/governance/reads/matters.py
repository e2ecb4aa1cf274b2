"""What waits for a board, in one question: four kinds of rows share their columns."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import CharField, DateField, Exists, F, IntegerField, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.improve.governance.models import Body, Commitment, Decision, Meeting, Seat
from goldenthread.improve.plans import reads as plans

from .meetings import unpromised

NO_DAY, NO_KEY, NOTHING = Value(None, DateField()), Value(None, IntegerField()), Value("", CharField())


class Row(NamedTuple):
    """The last six are None where a kind of row has no such thing."""

    kind: str
    key: int
    words: str
    owner: str
    number: Any
    made_on: Any
    due_on: Any
    meeting: Any
    meeting_on: Any
    body: Any


@dataclass(frozen=True)
class Matters:
    """The meetings, decisions and commitments have as much of themselves as a list prints; they are not for saving."""

    last: Meeting | None
    unpromised: tuple[Decision, ...]
    overdue: tuple[Commitment, ...]
    explanations: int


def matters(area: LocalArea, on: date, viewer: Person) -> Matters:
    """`last` is the last meeting of the board that the viewer chairs; of another viewer, the last one of any board.
    Decisions that nobody owns, the newest first; overdue commitments, the longest first; and how many explanations
    wait for a signature.
    """
    rows = [
        Row(*row)
        for row in _last(area, on, viewer).union(
            _decisions(area, on), _overdue(area, on), _explanations(area), all=True
        )
    ]
    last = [_meeting(row) for row in _of("meeting", rows)]
    decided = sorted(_of("decision", rows), key=lambda row: (-_ordinal(row.meeting_on), row.number or 0))
    late = sorted(_of("commitment", rows), key=lambda row: (_ordinal(row.due_on), row.key))
    return Matters(
        last=last[0] if last else None,
        unpromised=tuple(_decision(row) for row in decided),
        overdue=tuple(_commitment(row) for row in late),
        explanations=sum(1 for _ in _of("explanation", rows)),
    )


def _last(area: LocalArea, on: date, viewer: Person) -> QuerySet[Any, Any]:
    held = Meeting.objects.filter(body__area=area, body__kind=Body.Kind.BOARD, state=Meeting.State.HELD, on__lt=on)
    mine = Exists(Seat.objects.filter(body=OuterRef("body"), person=viewer, chairs=True, until_on=None))
    newest = held.annotate(mine=mine).order_by("-mine", "-on", "-pk").values("pk")[:1]
    found = Meeting.objects.filter(pk=Subquery(newest)).order_by()
    return found.values_list(
        Value("meeting"), "pk", NOTHING, NOTHING, NO_KEY, NO_DAY, NO_DAY, F("pk"), F("on"), F("body__name")
    )


def _decisions(area: LocalArea, on: date) -> QuerySet[Any, Any]:
    of_meeting = ("meeting", "meeting__on", "meeting__body__name")
    found = unpromised(area, on).order_by()
    return found.values_list(Value("decision"), "pk", "words", NOTHING, "number", NO_DAY, NO_DAY, *of_meeting)


def _overdue(area: LocalArea, on: date) -> QuerySet[Any, Any]:
    owner = Coalesce("owner__name", "owner_as_written")
    of_meeting = ("meeting", "meeting__on", "meeting__body__name")
    found = Commitment.objects.filter(area=area, state=Commitment.State.OPEN, due_on__lt=on).order_by()
    return found.values_list(Value("commitment"), "pk", "words", owner, NO_KEY, "made_on", "due_on", *of_meeting)


def _explanations(area: LocalArea) -> QuerySet[Any, Any]:
    nothing = (NOTHING, NOTHING, NO_KEY, NO_DAY, NO_DAY, NO_KEY, NO_DAY, NOTHING)
    return plans.explanations_waiting(area).order_by().values_list(Value("explanation"), "pk", *nothing)


def _of(kind: str, rows: Iterable[Row]) -> Iterable[Row]:
    return (row for row in rows if row.kind == kind)


def _ordinal(day: date | None) -> int:
    return day.toordinal() if day else 0


def _meeting(row: Row) -> Meeting:
    return Meeting(pk=row.meeting, on=row.meeting_on, body=Body(name=row.body))


def _decision(row: Row) -> Decision:
    return Decision(pk=row.key, number=row.number, words=row.words, meeting=_meeting(row))


def _commitment(row: Row) -> Commitment:
    return Commitment(
        pk=row.key,
        words=row.words,
        owner_as_written=row.owner,
        made_on=row.made_on,
        due_on=row.due_on,
        meeting=_meeting(row) if row.meeting else None,
    )
