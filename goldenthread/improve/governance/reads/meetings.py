"""Meetings to come and gone, one meeting whole, and what waits after them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import CharField, DateField, Prefetch, QuerySet, Value

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.foundation.ui.words import day
from goldenthread.improve.governance.models import (
    AgendaItem,
    Body,
    Commitment,
    Decision,
    Meeting,
    Proof,
)
from goldenthread.improve.plans import reads as plans
from goldenthread.rules.clocks.meeting_notice import Notice, agenda_notice, key_decision_notice
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.provision import NoLawError

from .commitments import all_commitments

PUBLIC = (Body.Kind.EXECUTIVE, Body.Kind.SCRUTINY, Body.Kind.HEALTH_AND_WELLBEING)


def next_meetings(area: LocalArea, on: date) -> QuerySet[Meeting]:
    """Planned for the day or later, the soonest first."""
    planned = Meeting.objects.filter(body__area=area, state=Meeting.State.PLANNED, on__gte=on)
    return planned.select_related("body").order_by("on", "pk")


def past_meetings(area: LocalArea, on: date, body: Body | None = None) -> QuerySet[Meeting]:
    """Held, cancelled, or left without a word of either; newest first, each with its decisions."""
    gone = Meeting.objects.filter(body__area=area, on__lte=on).exclude(state=Meeting.State.PLANNED, on=on)
    gone = gone.filter(body=body) if body else gone
    return gone.select_related("body").prefetch_related("decisions__commitments")


def meeting(area: LocalArea, key: int) -> Meeting:
    """Raises Meeting.DoesNotExist, also for one of another area."""
    return Meeting.objects.select_related("body").get(body__area=area, pk=key)


def whole_meeting(area: LocalArea, key: int) -> Meeting:
    """With all that hangs on it, in seven questions. Raises Meeting.DoesNotExist, also for one of another area."""
    asked = Meeting.objects.select_related("body").prefetch_related(
        "attendances",
        Prefetch("items", AgendaItem.objects.prefetch_related("papers")),
        "decisions",
        Prefetch("commitments", all_commitments()),
    )
    return asked.get(body__area=area, pk=key)


def agenda_item(area: LocalArea, key: int) -> AgendaItem:
    """Raises AgendaItem.DoesNotExist, also for one of another area."""
    return AgendaItem.objects.select_related("meeting__body").get(meeting__body__area=area, pk=key)


def decision(area: LocalArea, key: int) -> Decision:
    """Raises Decision.DoesNotExist, also for one of another area."""
    return Decision.objects.select_related("meeting__body").get(meeting__body__area=area, pk=key)


@dataclass(frozen=True)
class Waiting:
    """What the meetings left to be done by those who keep them."""

    decisions: tuple[Decision, ...]
    proofs: tuple[Proof, ...]

    @property
    def count(self) -> int:
        return len(self.decisions) + len(self.proofs)


def decisions_waiting(area: LocalArea, on: date) -> Waiting:
    """Decisions that ask somebody to act and are not yet a commitment; proofs that nobody has looked at."""
    offered = Proof.objects.filter(
        commitment__area=area, captured_on__lte=on, accepted_on=None, returned_because=""
    ).select_related("commitment__owner")
    return Waiting(tuple(unpromised(area, on)), tuple(offered))


def unpromised(area: LocalArea, on: date) -> QuerySet[Decision]:
    """Decisions taken by the day that ask somebody to act, of which nobody has made a commitment; newest first."""
    asked = Decision.objects.filter(meeting__body__area=area, meeting__on__lte=on, to_do=True, commitments=None)
    return asked.select_related("meeting__body").order_by("-meeting__on", "number")


@dataclass(frozen=True, slots=True)
class StatutoryNotice:
    """A date that the law gives to a meeting of the council; the rule is said with it."""

    what: str
    notice: Notice


def notices_of(meeting: Meeting) -> list[StatutoryNotice]:
    """For meetings of the executive, of scrutiny and of the health and wellbeing board; of others, none."""
    if meeting.body.kind not in PUBLIC:
        return []
    found = []
    try:
        found.append(StatutoryNotice("Publish the agenda and its reports by", agenda_notice(meeting.on)))
        if meeting.body.kind == Body.Kind.EXECUTIVE:
            found.append(StatutoryNotice("Give notice of any key decision by", key_decision_notice(meeting.on)))
    except NoLawError:  # a meeting older than the rule that is held here
        pass
    return found


def suggested_items(meeting: Meeting, area: LocalArea, on: date) -> list[str]:
    """Titles of agenda items that the facts ask for, and that the agenda has not yet: for somebody to take or leave."""
    known = _known(meeting, area)
    found = [f"Minutes of the last meeting, {day(max(known.held))}"] if known.held else []
    if known.due:
        late = sum(due_on < on for due_on in known.due)
        found.append(f"Commitments due: {len(known.due)} by this meeting{f', {late} of them overdue' if late else ''}")
    return [title for title in [*found, *_of_the_plan(area, on)] if title not in known.titles]


def _of_the_plan(area: LocalArea, on: date) -> Iterator[str]:
    themed = next(iter(plans.plans(area)), None)
    if themed is None:
        return
    standing = plans.standing(themed.plan, on, themes=themed.themes, with_remedies=False)
    green, challenged = standing.tally.everything.of(Colour.GREEN), len(standing.greens_challenged)
    yield f"Challenges: {challenged} of {green} Green" if challenged else "How the plan stands"
    red, activities = len(standing.reds), len(standing.red_activities())
    if red:
        over = f"{activities} activit{'y' if activities == 1 else 'ies'}"
        yield f"Exceptions: {red} red action{'' if red == 1 else 's'} over {over}"


class Known(NamedTuple):
    """Of a meeting: when its body met before, which commitments are due by then, and what its agenda has already."""

    held: list[date]
    due: list[date]
    titles: list[str]


def _known(meeting: Meeting, area: LocalArea) -> Known:
    """One question."""
    before = Meeting.objects.filter(body=meeting.body_id, state=Meeting.State.HELD, on__lt=meeting.on).order_by()
    due = Commitment.objects.filter(area=area, state=Commitment.State.OPEN, due_on__lte=meeting.on).order_by()
    items = AgendaItem.objects.filter(meeting=meeting).order_by()
    nothing, no_day = Value("", CharField()), Value(None, DateField())
    rows = list(
        before.values_list(Value("held"), "on", nothing).union(
            due.values_list(Value("due"), "due_on", nothing),
            items.values_list(Value("item"), no_day, "title"),
            all=True,
        )
    )
    days = {kind: [when for each, when, _ in rows if each == kind] for kind in ("held", "due")}
    return Known(days["held"], days["due"], [title for kind, _, title in rows if kind == "item"])
