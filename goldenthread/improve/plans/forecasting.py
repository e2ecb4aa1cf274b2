"""When the plan will be finished, from its own record: as its leads report it, and as the facts support it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Min, OuterRef, Q, Subquery

from goldenthread.foundation.ui.words import day
from goldenthread.improve.plans.models import Action, Colour, Dependency, ImprovementPlan, StatedEnd, Update
from goldenthread.rules.statistics import completion
from goldenthread.rules.statistics.completion import Promise

FARTHEST = completion.MOST_MONTHS // 12  # years
Blues = dict[int, list[tuple[date, int]]]  # an action's reports of Blue, oldest first: their days and keys


@dataclass(frozen=True)
class End:
    """A day by which the plan is to be finished, and who says so; `own`: it follows from the plan's own dates."""

    on: date
    says: str
    own: bool = False


@dataclass(frozen=True)
class PlanForecast:
    """`reported` takes a lead's Blue as finished; `supported` only one that is evidenced, and verified by somebody
    else. `undated`: unfinished actions without a due date, taken to be due with the last. `unrecorded`: finished ones
    without one, of which nobody can say whether they were late. `lasts`: by theme, its last due date.
    """

    as_at: date
    reported: completion.Forecast
    supported: completion.Forecast
    ends: tuple[End, ...]
    lasts: Mapping[int, date]
    undated: int
    unrecorded: int

    @property
    def end(self) -> End | None:
        """The last of those that are stated or follow from the plan."""
        return self.ends[-1] if self.ends else None


def forecast(plan: ImprovementPlan, as_at: date) -> PlanForecast:
    """Four questions. Raises nothing for want of dates: then there is no record, and so no forecast."""
    actions = list(_actions(plan, as_at))
    blues, needs = _blues(plan, as_at), _needs(plan)
    last = max(filter(None, (plan.ends_on, *(one.due_on for one in actions))), default=None)
    finished = {one.pk: _blue_since(one, blues) for one in actions}
    supported = {one.pk: _supported_since(one, finished[one.pk], as_at) for one in actions}
    unsaid = [one for one in actions if one.due_on is None]
    in_plan = [one.due_on for one in actions if one.due_on and not (one.ended_on and one.ended_on <= as_at)]
    return PlanForecast(
        as_at,
        completion.forecast(_promises(actions, finished, needs, last), as_at),
        completion.forecast(_promises(actions, supported, needs, last), as_at),
        _ends(plan, max(in_plan, default=None)),
        _lasts(actions),
        sum(not finished[one.pk] and not one.ended_on for one in unsaid),
        sum(finished[one.pk] is not None for one in unsaid),
    )


def sentence(found: PlanForecast) -> str:
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


def _actions(plan: ImprovementPlan, as_at: date) -> Iterable[Action]:
    """Also those that have left the plan: they were late, or not, until they did. Each with the day and key of its
    newest report of another colour than Blue: however many updates there are, no more are looked up.
    """
    accepted = Min("evidence__accepted_on", filter=Q(evidence__accepted_on__lte=as_at))
    rows = Action.objects.filter(theme__plan=plan).select_related("theme")
    fields = (
        "ref",
        "lead_id",
        "due_on",
        "verified_by_id",
        "verified_on",
        "ended_on",
        "theme__number",
        "theme__plan_id",
    )
    others = Update.objects.filter(action=OuterRef("pk"), on__lte=as_at).exclude(reported=Colour.BLUE)
    last = others.order_by("-on", "-pk")
    return rows.only(*fields).annotate(
        evidenced_on=accepted, other_on=Subquery(last.values("on")[:1]), other_key=Subquery(last.values("pk")[:1])
    )


def _blues(plan: ImprovementPlan, as_at: date) -> Blues:
    rows = Update.objects.filter(action__theme__plan=plan, on__lte=as_at, reported=Colour.BLUE)
    found: Blues = {}
    for action, on, key in rows.order_by("on", "pk").values_list("action", "on", "pk"):
        found.setdefault(action, []).append((on, key))
    return found


def _needs(plan: ImprovementPlan) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    rows = Dependency.objects.filter(action__theme__plan=plan).order_by("action", "needs")
    for action, needs in rows.values_list("action", "needs"):
        found.setdefault(action, []).append(needs)
    return found


def _blue_since(one: Action, blues: Blues) -> date | None:
    """The first day since which it was reported nothing but Blue; None where the newest report is another colour."""
    last = (one.other_on, one.other_key)  # type: ignore[attr-defined]
    return next((on for on, key in blues.get(one.pk, ()) if last[0] is None or (on, key) > last), None)


def _supported_since(one: Action, blue_since: date | None, as_at: date) -> date | None:
    """Rules D5 and D6: evidence accepted, and verified by somebody other than its lead."""
    evidenced_on: date | None = one.evidenced_on  # type: ignore[attr-defined]
    if not (blue_since and evidenced_on and one.verified_on) or one.verified_on > as_at:
        return None
    return max(blue_since, evidenced_on, one.verified_on) if one.verified_by_id != one.lead_id else None


def _promises(
    actions: Iterable[Action],
    finished: Mapping[int, date | None],
    needs: Mapping[int, list[int]],
    last: date | None,
) -> tuple[Promise, ...]:
    """By theme number and reference, which are the same on every machine. A finished action without a due date tells
    nothing of lateness.
    """
    keys = {one.pk: f"{one.theme.number}/{one.ref}" for one in actions}
    found = []
    for one in actions:
        due = one.due_on or (None if finished[one.pk] else last)
        if due is not None:
            waits_for = tuple(sorted(keys[other] for other in needs.get(one.pk, ()) if other in keys))
            found.append(Promise(keys[one.pk], one.theme.number, due, finished[one.pk], one.ended_on, waits_for))
    return tuple(found)


def _lasts(actions: Iterable[Action]) -> dict[int, date]:
    found: dict[int, date] = {}
    for one in actions:
        if one.due_on and not one.ended_on:
            found[one.theme.number] = max(one.due_on, found.get(one.theme.number, one.due_on))
    return found


def _ends(plan: ImprovementPlan, last_due: date | None) -> tuple[End, ...]:
    """In order; what several say of one day stands together, but for the plan's own dates."""
    own = ((plan.ends_on, "the plan’s own end"), (last_due, "the last action is due"))
    said: dict[date, list[str]] = {}
    for one in StatedEnd.objects.filter(plan=plan, on__isnull=False):
        if one.on:
            said.setdefault(one.on, []).append(f"“{one.words}” ({one.source})")
    found = [End(on, says, own=True) for on, says in own if on]
    return tuple(sorted([*found, *(End(on, "; ".join(says)) for on, says in said.items())], key=lambda one: one.on))
