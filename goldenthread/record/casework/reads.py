"""DOOR. Where cases stand. Every question names its area; none is answered across areas."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from goldenthread.foundation.ledger import reads as ledger
from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.foundation.partnership.reads import people_in
from goldenthread.rules import statute
from goldenthread.rules.cases import PersonFacts
from goldenthread.rules.clocks import Clock, RecordedException, request_clocks
from goldenthread.rules.provision import in_force

from .facts_out import people_facts
from .models import AssessmentRequest, Child, ExceptionRecord
from .permissions import may_see_identity, may_see_waiting_list
from .timeline import CaseFile, case_file

DAYS_A_WEEK = 7


@dataclass(frozen=True)
class OpenCase:
    """A request without its end. `name` is empty for a viewer who may not see it."""

    public_id: UUID
    reference: str
    name: str
    received_on: date
    days_open: int
    decided_on: date | None
    exceptions: tuple[RecordedException, ...] = ()

    def clocks(self, as_at: date) -> tuple[Clock, ...]:
        return request_clocks(self.received_on, as_at=as_at, decided_on=self.decided_on, exceptions=self.exceptions)

    def due(self, as_at: date) -> tuple[Clock, ...]:
        """What is still to be done, the duty due first at the top."""
        return tuple(clock for clock in self.clocks(as_at) if not clock.done_by(as_at))

    @property
    def weeks_open(self) -> int:
        """Whole weeks."""
        return self.days_open // DAYS_A_WEEK


@dataclass(frozen=True)
class Look:
    on: date
    who: str
    why: str


def open_requests(area: LocalArea, as_at: date) -> QuerySet[AssessmentRequest]:
    """Requests received by a day that had not ended by it: neither refused, withdrawn nor moved, without a plan or a
    decision
    against one. What was decided after the day was not known on it."""
    refused = Q(outcome="N", decided_on__lte=as_at, assessment__isnull=True)
    ended = Q(assessment__outcome="N", assessment__outcome_on__lte=as_at)
    gone = Q(outcome__in=("W", "H")) | Q(assessment__outcome__in=("W", "H")) | ~Q(exported_to="")
    issued = Q(plan__issued_on__lte=as_at) | Q(plan__isnull=False, plan__issued_on__isnull=True)
    found: QuerySet[AssessmentRequest] = AssessmentRequest.objects.with_scope(area=area).filter(received_on__lte=as_at)
    return found.exclude(refused).exclude(ended).exclude(gone).exclude(issued)


def requests_past_week(area: LocalArea, weeks: int, as_at: date) -> QuerySet[AssessmentRequest]:
    """Open requests whose week has passed: on the last day of week 20 a request is not past it yet."""
    return open_requests(area, as_at).filter(received_on__lt=as_at - timedelta(days=DAYS_A_WEEK * weeks))


def waiting_longest(area: LocalArea, as_at: date, viewer: Person) -> list[OpenCase]:
    """Every open case, the longest wait first. Names are given only to those who may see them; nothing to those who
    may not.
    """
    if viewer.area_id != area.pk or not may_see_waiting_list(viewer, as_at):
        return []
    named = may_see_identity(viewer, as_at)
    rows = open_requests(area, as_at).select_related("child").order_by("received_on", "pk")
    exceptions = _exceptions(area)
    return [_open_case(row, as_at, named, exceptions.get(row.pk, ())) for row in rows]


def open_by_age(area: LocalArea, as_at: date) -> dict[str, int]:
    """How many open cases there are, by weeks waited. The bands never overlap and add up to all."""
    bands = (("0 to 6 weeks", 6), ("6 to 16 weeks", 16), ("16 to 20 weeks", 20), ("20 to 52 weeks", 52))
    counts = {name: 0 for name, _ in bands} | {"over 52 weeks": 0}
    for received_on in open_requests(area, as_at).values_list("received_on", flat=True):
        days = (as_at - received_on).days
        counts[next((name for name, weeks in bands if days <= DAYS_A_WEEK * weeks), "over 52 weeks")] += 1
    return counts


def past_final_plan_limit(area: LocalArea, as_at: date) -> int:
    """How many open cases are past the limit for the final plan that is in force."""
    return requests_past_week(area, in_force(statute.FINAL_PLAN, as_at).value.count, as_at).count()


def child(area: LocalArea, public_id: UUID) -> Child:
    """Raises Child.DoesNotExist for another area's child as for none."""
    found: Child = Child.objects.with_scope(area=area).get(public_id=public_id)
    return found


def case(area: LocalArea, public_id: UUID, as_at: date) -> CaseFile:
    """One child's file as at a day. Raises Child.DoesNotExist for another area's child as for none."""
    return case_file(area, child(area, public_id), as_at)


def looks(child: Child, most: int) -> list[Look]:
    """The latest looks at this file, newest first."""
    lines = list(ledger.looks_at(subject(child))[:most])
    people = {person.handle: person.name for person in people_in(child.area)}
    return [Look(line.on, people.get(line.by, "Somebody of another area"), line.why) for line in lines]


def subject(child: Child) -> str:
    """How the ledger speaks of a child: by a number that means nothing elsewhere."""
    return f"child:{child.public_id}"


def people(area: LocalArea) -> Iterable[PersonFacts]:
    """Everyone's facts in the shape that is frozen into the analytical tables."""
    return people_facts(area)


def _open_case(row: AssessmentRequest, as_at: date, named: bool, exceptions: tuple[RecordedException, ...]) -> OpenCase:
    return OpenCase(
        public_id=row.child.public_id,
        reference=row.child.reference,
        name=f"{row.child.forename} {row.child.surname}".strip() if named else "",
        received_on=row.received_on,
        days_open=(as_at - row.received_on).days,
        decided_on=row.decided_on,
        exceptions=exceptions,
    )


def _exceptions(area: LocalArea) -> dict[int, tuple[RecordedException, ...]]:
    found: dict[int, tuple[RecordedException, ...]] = {}
    for each in ExceptionRecord.objects.with_scope(area=area).all():
        found[each.request_id] = (
            *found.get(each.request_id, ()),
            RecordedException(each.code, each.from_on, each.until_on),
        )
    return found
