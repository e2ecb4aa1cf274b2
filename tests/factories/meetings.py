"""Bodies, meetings and what is promised there: small ones made by hand, and the governance of a council's paper."""

from datetime import date, timedelta

from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.improve.governance.models import (
    AgendaItem,
    Body,
    Commitment,
    Decision,
    Meeting,
    Proof,
    ReportingLine,
    Seat,
)
from tests.factories import people

ON = people.TODAY
YESTERDAY = ON - timedelta(days=1)


def body(name: str = "SEND Improvement Board", *, in_area: LocalArea | None = None, **fields) -> Body:
    return Body.objects.get_or_create(area=in_area or people.area(), name=name, defaults=fields)[0]


def seat(on: Body | None = None, name: str = "A Member", **fields) -> Seat:
    return Seat.objects.create(body=on or body(), name=name, **fields)


def line(lower: Body, upper: Body, about: str = "") -> ReportingLine:
    return ReportingLine.objects.create(lower=lower, upper=upper, about=about)


def meeting(of: Body | None = None, on: date = YESTERDAY, state: str = Meeting.State.HELD, **fields) -> Meeting:
    return Meeting.objects.get_or_create(body=of or body(), on=on, defaults={"state": state, **fields})[0]


def item(at: Meeting | None = None, title: str = "How the plan stands", **fields) -> AgendaItem:
    at = at or meeting()
    return AgendaItem.objects.create(meeting=at, number=at.items.count() + 1, title=title, **fields)


def decision(at: Meeting | None = None, words: str = "Write a summary for parents.", **fields) -> Decision:
    at = at or meeting()
    return Decision.objects.create(meeting=at, number=at.decisions.count() + 1, words=words, **fields)


def commitment(words: str = "Write to every school.", *, owner: Person | None = None, **fields) -> Commitment:
    at = fields.pop("meeting", None) or meeting()
    fields = {"made_on": at.on, "owner_as_written": "" if owner else "The director", **fields}
    return Commitment.objects.create(area=at.body.area, meeting=at, words=words, owner=owner, **fields)


def proof(of: Commitment | None = None, *, offered_by: str = "somebody", **fields) -> Proof:
    fields = {"title": "The letter", "captured_on": ON, **fields}
    return Proof.objects.create(commitment=of or commitment(), offered_by=offered_by, **fields)
