"""How every action stood at the end of each month. Only changes of colour are read, however many updates there are."""

from bisect import bisect_left
from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, zip_longest

from django.db.models import F, Min, Q, Window
from django.db.models.functions import Lag

from goldenthread.improve.plans.challenging import of_plan
from goldenthread.improve.plans.facts import COLOURS
from goldenthread.improve.plans.models import Action, Challenge, ImprovementPlan, Milestone, Update
from goldenthread.rules.honesty.colours import Colour

MONTHS = 36  # columns that can still be told apart; what is older is compared day with day

Change = tuple[int, date, str]  # an action, and the colour that it has from a day
Span = tuple[date, date | None]  # from a day, and the day on which it ended


@dataclass(frozen=True, slots=True)
class Member:
    """An action of the plan: there from the beginning or from `came_on`, until the day before `ended_on`."""

    action: int
    theme: int
    came_on: date | None = None
    ended_on: date | None = None

    def span(self, begins: date) -> Span:
        """Of something of its own that begins on a day: no earlier than it came, no longer than it stayed."""
        return max(begins, self.came_on or begins), self.ended_on


@dataclass(frozen=True)
class MonthEnd:
    """`colours` of the actions that were in the plan; milestones due by the day, and reached of them; challenges that
    stood open.
    """

    on: date
    colours: Counter[Colour]
    due: int
    reached: int
    challenged: int

    @property
    def total(self) -> int:
        return self.colours.total()


def history(plan: ImprovementPlan, as_at: date, theme: int | None = None) -> list[MonthEnd]:
    """The ends of months from the first report, or the plan's start, to the day; of one theme, or of all. Four
    questions.
    """
    found = {one.action: one for one in members(plan) if theme in (None, one.theme)}
    told = [change for change in changes(plan, as_at) if change[0] in found]
    first = min(filter(None, (plan.starts_on, *(on for _, on, _ in told[:1]))), default=as_at)
    days = month_ends(first, as_at)[-MONTHS:]
    steps = [(found[action], due, reached) for action, due, reached in _milestones(plan) if action in found]
    due_on = standing_on(days, [one.span(due) for one, due, _ in steps])
    reached_on = standing_on(days, [one.span(max(due, reached)) for one, due, reached in steps if reached])
    challenged_on = standing_on(days, _challenges(plan, found, theme))
    colours_on = colours_at(told, found.values(), days)
    return list(map(MonthEnd, days, colours_on, due_on, reached_on, challenged_on))


def members(plan: ImprovementPlan) -> list[Member]:
    """A successor came on the day of its succession; of every other action it is not known that it was ever absent."""
    came = Min("came_from__on")
    rows = Action.objects.filter(theme__plan=plan).order_by("pk").annotate(came_on=came)
    return [Member(*row) for row in rows.values_list("pk", "theme_id", "came_on", "ended_on")]


def changes(plan: ImprovementPlan, as_at: date) -> list[Change]:
    """Oldest first. An update that tells the same colour as the one before it changes nothing and is left out."""
    before = Window(Lag("reported"), partition_by="action", order_by=("on", "pk"))
    rows = Update.objects.filter(action__theme__plan=plan, on__lte=as_at).annotate(was=before)
    changed = rows.filter(Q(was__isnull=True) | ~Q(reported=F("was"))).order_by("on", "pk")
    return list(changed.values_list("action_id", "on", "reported"))


def month_ends(first: date, as_at: date) -> list[date]:
    """The last day of each month from that of `first`, and `as_at` itself as the last."""
    ends, year, month = [], first.year, first.month
    while (end := date(year, month, monthrange(year, month)[1])) < as_at:
        ends.append(end)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return [*ends, as_at]


def colours_at(told: Iterable[Change], found: Iterable[Member], days: Sequence[date]) -> list[Counter[Colour]]:
    """At the end of each day; days and changes in order. What was never reported is White."""
    by_action: dict[int, list[Change]] = defaultdict(list)
    for change in told:
        by_action[change[0]].append(change)
    spans: dict[Colour, list[Span]] = {colour: [] for colour in Colour}
    for one in found:
        steps = [(date.min, Colour.WHITE), *((on, COLOURS[name]) for _, on, name in by_action[one.action])]
        ends = [on for on, _ in steps[1:]]
        for (begins, colour), ended in zip_longest(steps, ends):
            first, last = one.span(begins)
            spans[colour].append((first, min(filter(None, (ended, last)), default=None)))
    counts = {colour: standing_on(days, each) for colour, each in spans.items()}
    return [+Counter({colour: counted[place] for colour, counted in counts.items()}) for place in range(len(days))]


def standing_on(days: Sequence[date], spans: Iterable[Span]) -> list[int]:
    """How many had begun and not ended by the end of each day; the days in order."""
    steps = [0] * (len(days) + 1)
    for begins, ended in spans:
        first = bisect_left(days, begins)
        steps[first] += 1
        steps[max(first, bisect_left(days, ended)) if ended else -1] -= 1
    return list(accumulate(steps[:-1]))


def _milestones(plan: ImprovementPlan) -> Iterable[tuple[int, date, date | None]]:
    return (
        Milestone.objects.filter(action__theme__plan=plan).order_by().values_list("action_id", "due_on", "reached_on")
    )


def _challenges(plan: ImprovementPlan, known: Container[int], theme: int | None) -> list[Span]:
    """Of the actions known; without a theme also of outcomes and themes."""
    rows = Challenge.objects.filter(of_plan(plan)).order_by()
    asked = rows.values_list("action_id", "theme_id", "outcome__theme_id", "raised_on", "answered_on")
    return [
        (raised, answered)
        for action, of_theme, of_outcome, raised, answered in asked
        if (action in known if action else theme in (None, of_theme, of_outcome))
    ]
