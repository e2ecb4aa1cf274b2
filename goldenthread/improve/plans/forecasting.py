"""When the plan will be finished, from its own record: as its leads report it, and as the facts support it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef, Subquery

from goldenthread.foundation.ui.words import day
from goldenthread.improve.plans.facts import completed, to_come
from goldenthread.improve.plans.models import Action, Dependency, Evidence, ImprovementPlan, StatedEnd
from goldenthread.improve.plans.standing import ActionStanding, PlanStanding
from goldenthread.rules.statistics import completion
from goldenthread.rules.statistics.completion import Promise

FARTHEST = completion.MOST_MONTHS // 12  # years


@dataclass(frozen=True)
class End:
    """A day by which the plan is to be finished, and who says so; `own`: it follows from the plan's own dates."""

    on: date
    says: str
    own: bool = False


@dataclass(frozen=True)
class Outlook:
    """What the sentence takes. `reported` takes a lead's Blue as finished."""

    as_at: date
    reported: completion.Forecast
    ends: tuple[End, ...]

    @property
    def end(self) -> End | None:
        """The last of those that are stated or follow from the plan."""
        return self.ends[-1] if self.ends else None


@dataclass(frozen=True)
class PlanForecast(Outlook):
    """`supported` takes as finished only what is evidenced, and verified by somebody else. `undated`: unfinished
    actions without a due date, taken to be due with the last. `unrecorded`: finished ones without one, of which nobody
    can say whether they were late. `lasts`: by theme, its last due date.
    """

    supported: completion.Forecast
    lasts: Mapping[int, date]
    undated: int
    unrecorded: int


class Course(NamedTuple):
    """How one action has gone. Its `name` and `theme` are the same on every machine; `supported_on` is none where it
    was not asked.
    """

    key: int
    name: str
    theme: int
    due_on: date | None
    left_on: date | None
    finished_on: date | None
    supported_on: date | None = None


def forecast(plan: ImprovementPlan, as_at: date) -> PlanForecast:
    """Three questions. Raises nothing for want of dates: then there is no record, and so no forecast."""
    courses, needs = list(_courses(plan, as_at)), _needs(plan)
    unsaid = [one for one in courses if one.due_on is None]
    supported = [one._replace(finished_on=one.supported_on) for one in courses]
    return PlanForecast(
        as_at,
        _forecast(plan, courses, needs, as_at),
        _ends(plan, courses, as_at),
        _forecast(plan, supported, needs, as_at),
        _lasts(courses),
        sum(not one.finished_on and not one.left_on for one in unsaid),
        sum(one.finished_on is not None for one in unsaid),
    )


def outlook(standing: PlanStanding) -> Outlook:
    """As `forecast` has it, from what is known of the plan already and one question more."""
    plan, every = standing.plan, [*standing.actions, *standing.left]
    courses = [_course(one) for one in every]
    needs = {one.action.pk: one.needs for one in every}
    return Outlook(
        standing.as_at, _forecast(plan, courses, needs, standing.as_at), _ends(plan, courses, standing.as_at)
    )


def sentence(found: Outlook) -> str:
    """For a page that tells of more than this."""
    whole = found.reported.whole
    if found.reported.done:
        return "Every action is reported complete."
    if whole is None:
        return too_short(found.reported)
    said = f"7 in 10 runs finish {month_reached(whole, 0.7, found.as_at)}."
    return f"{said} By {day(found.end.on)}, {chance(whole, found.end.on)} do." if found.end else said


def too_short(found: completion.Forecast) -> str:
    """Why there is no forecast, and what it takes."""
    have, wanting = found.record.finished, found.record.wanting
    return (
        f"No forecast yet. It rests on how actions whose due date has passed were finished: {have or 'none'} so far. "
        f"It takes {completion.FEWEST}, so {wanting} more {'is' if wanting == 1 else 'are'} needed."
    )


def chance(runs: completion.Runs, by: date) -> str:
    """“3 in 100”: a probability as people weigh it, never a hollow nought or certainty."""
    count, of = runs.by(by), len(runs.days)
    if count in (0, of):
        return f"{'none' if count == 0 else 'all'} of {of:,}"
    in_hundred = (200 * count + of) // (2 * of)
    if in_hundred in (0, 100):
        return "fewer than 1 in 100" if in_hundred == 0 else "more than 99 in 100"
    return f"{in_hundred // 10} in 10" if in_hundred % 10 == 0 else f"{in_hundred} in 100"


def month_reached(runs: completion.Runs, share: float, as_at: date) -> str:
    """“by March 2027”. Beyond ten years no month is named: the record cannot tell one from another."""
    on = runs.reached(share)
    far = on > as_at.replace(year=as_at.year + FARTHEST, day=1)
    return f"more than {FARTHEST} years from now" if far else f"by {on:%B %Y}"


def _course(one: ActionStanding) -> Course:
    action, theme = one.action, one.action.theme.number
    finished_on = one.reported.completed_on
    return Course(action.pk, f"{theme}/{action.ref}", theme, action.due_on, action.ended_on, finished_on)


def _courses(plan: ImprovementPlan, as_at: date) -> Iterator[Course]:
    """Also of those that have left the plan: they were late, or not, until they did."""
    seen = Evidence.objects.filter(action=OuterRef("pk"), accepted_on__lte=as_at).order_by("accepted_on")
    asked = {"finished_on": completed(as_at), "evidenced_on": Subquery(seen.values("accepted_on")[:1])}
    sharers = Action.shared_with.through.objects.filter(action=OuterRef("pk"), person=OuterRef("verified_by"))
    rows = Action.objects.exclude(to_come(as_at)).filter(theme__plan=plan).order_by("pk")
    held = ("pk", "ref", "theme__number", "due_on", "ended_on", "lead_id", "verified_by_id", "verified_on")
    for row in rows.annotate(**asked, shares=Exists(sharers)).values_list(*held, *asked, "shares", named=True):
        yield Course(
            row.pk,
            f"{row.theme__number}/{row.ref}",
            row.theme__number,
            row.due_on,
            row.ended_on,
            row.finished_on,
            _supported_since(row, as_at),
        )


def _supported_since(row: Any, as_at: date) -> date | None:
    """Rules D5 and D6: evidence accepted, and verified since it was last taken up by somebody who does not lead it."""
    if not (row.finished_on and row.evidenced_on and row.verified_on) or row.verified_on > as_at:
        return None
    if row.verified_on < row.finished_on or row.shares or row.verified_by_id in (None, row.lead_id):
        return None
    seen_on: date = max(row.evidenced_on, row.verified_on)
    return seen_on


def _needs(plan: ImprovementPlan) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    rows = Dependency.objects.filter(action__theme__plan=plan).order_by("action", "needs")
    for action, needs in rows.values_list("action", "needs"):
        found.setdefault(action, []).append(needs)
    return found


def _forecast(
    plan: ImprovementPlan, courses: Sequence[Course], needs: Mapping[int, Sequence[int]], as_at: date
) -> completion.Forecast:
    """What is unfinished and has no due date is taken to be due with the last; a finished action without one tells
    nothing of lateness.
    """
    last = max(filter(None, (plan.ends_on, *(one.due_on for one in courses))), default=None)
    names = {one.key: one.name for one in courses}
    found = []
    for one in courses:
        due = one.due_on or (None if one.finished_on else last)
        if due is not None:
            waits_for = tuple(sorted(names[other] for other in needs.get(one.key, ()) if other in names))
            found.append(Promise(one.name, one.theme, due, one.finished_on, one.left_on, waits_for))
    return completion.forecast(tuple(sorted(found, key=lambda promise: promise.key)), as_at)


def _lasts(courses: Iterable[Course]) -> dict[int, date]:
    found: dict[int, date] = {}
    for one in courses:
        if one.due_on and not one.left_on:
            found[one.theme] = max(one.due_on, found.get(one.theme, one.due_on))
    return found


def _ends(plan: ImprovementPlan, courses: Iterable[Course], as_at: date) -> tuple[End, ...]:
    """In order; what several say of one day stands together, but for the plan's own dates."""
    there = (one for one in courses if not (one.left_on and one.left_on <= as_at))
    last_due = max((one.due_on for one in there if one.due_on), default=None)
    own = ((plan.ends_on, "the plan’s own end"), (last_due, "the last action is due"))
    said: dict[date, list[str]] = {}
    for one in StatedEnd.objects.filter(plan=plan, on__isnull=False):
        if one.on:
            said.setdefault(one.on, []).append(f"“{one.words}” ({one.source})")
    found = [End(on, says, own=True) for on, says in own if on]
    return tuple(sorted([*found, *(End(on, "; ".join(says)) for on, says in said.items())], key=lambda one: one.on))
