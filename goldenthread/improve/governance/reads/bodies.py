"""The governance map: who meets, how often and in truth, who sits there, who reports to whom, what each owns."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import DateField, OuterRef, Q, QuerySet, Subquery

from goldenthread.foundation.partnership.models import LocalArea, OrganisationKind
from goldenthread.improve.governance import rhythm
from goldenthread.improve.governance.models import Body, Meeting, ReportingLine, Seat
from goldenthread.improve.plans import reads as plans
from goldenthread.improve.plans.models import ImprovementPlan

FORUM = "parent carer forum"


@dataclass(frozen=True)
class Governing:
    """A body on a day: its seats then and before, its lines, the plans that name it as their owner, its rhythm."""

    body: Body
    seats: tuple[Seat, ...]
    past: tuple[Seat, ...]
    lines: tuple[ReportingLine, ...]
    owns: tuple[ImprovementPlan, ...]
    last_on: date | None
    next_on: date | None
    rhythm: rhythm.Kept

    @property
    def chairs(self) -> list[Seat]:
        return [seat for seat in self.seats if seat.chairs]


@dataclass(frozen=True)
class ForumSeat:
    """Whether the parent carer forum sits on a board; `holders` is empty where no seat of it is recorded."""

    body: Body
    holders: tuple[Seat, ...]


@dataclass(frozen=True)
class GovernanceMap:
    bodies: tuple[Governing, ...]
    forum: tuple[ForumSeat, ...]


def governance_map(area: LocalArea, on: date) -> GovernanceMap:
    """Four questions, whatever the number of bodies."""
    owned = plans.plans(area)
    rows = _asked(area, on)
    found = tuple(_governing(body, on, [one.plan for one in owned]) for body in rows)
    forums = {one.body.name.casefold() for one in found if one.body.kind == Body.Kind.FORUM}
    boards = (one for one in found if one.body.kind == Body.Kind.BOARD)
    seats = (ForumSeat(one.body, tuple(seat for seat in one.seats if _speaks(seat, forums))) for one in boards)
    return GovernanceMap(found, tuple(seats))


def governing(area: LocalArea, key: int, on: date) -> Governing:
    """One body alone. Raises Body.DoesNotExist, also for one of another area."""
    return _governing(_asked(area, on).get(pk=key), on, [one.plan for one in plans.plans(area)])


def body(area: LocalArea, key: int) -> Body:
    """Raises Body.DoesNotExist, also for one of another area."""
    return Body.objects.get(area=area, pk=key)


def bodies(area: LocalArea) -> QuerySet[Body]:
    return Body.objects.filter(area=area)


def seat(area: LocalArea, key: int) -> Seat:
    """Raises Seat.DoesNotExist, also for one of another area."""
    return Seat.objects.select_related("body").get(body__area=area, pk=key)


def seats_on(body: Body, on: date) -> QuerySet[Seat]:
    """Those who sit on it on a day."""
    return body.seats.filter(_held(on)).select_related("person__organisation")


def last_met(body: Body, on: date) -> date | None:
    return body.meetings.filter(state=Meeting.State.HELD, on__lte=on).values_list("on", flat=True).first()


def _asked(area: LocalArea, on: date) -> QuerySet[Body]:
    meetings = Meeting.objects.filter(body=OuterRef("pk"))
    held = meetings.filter(state=Meeting.State.HELD, on__lte=on).order_by("-on").values("on")[:1]
    planned = meetings.filter(state=Meeting.State.PLANNED, on__gte=on).order_by("on").values("on")[:1]
    days = {"last_on": Subquery(held, output_field=DateField()), "next_on": Subquery(planned, output_field=DateField())}
    asked = Body.objects.filter(area=area).prefetch_related("seats__person__organisation", "reports_to__upper")
    return asked.annotate(**days)


def _governing(body: Body, on: date, plans: Iterable[ImprovementPlan]) -> Governing:
    last_on, next_on = body.last_on, body.next_on
    seats = list(body.seats.all())
    now = tuple(one for one in seats if _sits(one, on))
    return Governing(
        body=body,
        seats=now,
        past=tuple(one for one in seats if one.until_on and one.until_on < on),
        lines=tuple(body.reports_to.all()),
        owns=tuple(plan for plan in plans if plan.owner.casefold() == body.name.casefold()),
        last_on=last_on,
        next_on=next_on,
        rhythm=rhythm.kept(body.rhythm, last_on, next_on, on),
    )


def _held(on: date) -> Q:
    return (Q(from_on=None) | Q(from_on__lte=on)) & (Q(until_on=None) | Q(until_on__gte=on))


def _sits(seat: Seat, on: date) -> bool:
    return (seat.from_on is None or seat.from_on <= on) and (seat.until_on is None or on <= seat.until_on)


def _speaks(seat: Seat, forums: set[str]) -> bool:
    """For the parent carer forum: by the person's organisation, or as the seat is written."""
    organisation = seat.person.organisation if seat.person else None
    if organisation is not None and organisation.kind == OrganisationKind.PARENT_CARER_FORUM:
        return True
    written = f"{seat.organisation} {seat.post}".casefold().replace("/", " ")
    return FORUM in written or seat.organisation.casefold() in forums
