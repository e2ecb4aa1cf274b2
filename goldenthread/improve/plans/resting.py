"""What the plan rests on: actions that others wait for, and organisations without which much of it would stop."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.partnership import reads as partnership
from goldenthread.improve.plans.models import Dependency, ImprovementPlan, Theme
from goldenthread.improve.plans.standing import ActionStanding, of_actions
from goldenthread.rules.dependencies import chains, held_up, order
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.statistics.rounding import share

MUCH = 0.25  # of a plan's actions on one partner: more than this is said in words, and offered as a risk
Pairs = Iterable[tuple[int, int]]  # an action, and one that it needs


@dataclass(frozen=True)
class Holding:
    """An unfinished action that others wait for. `spare`: days from its due date, or from today where that has passed,
    to the first due date among those; less than none where the dates cannot both be kept.
    """

    action: ActionStanding
    waiting: tuple[ActionStanding, ...]
    late: int
    first_due: date | None
    spare: int | None

    @property
    def short(self) -> int:
        """Days by which the dates cannot both be kept; 0 where they can."""
        return max(-(self.spare or 0), 0)

    @property
    def themes(self) -> int:
        return len({one.action.theme_id for one in self.waiting})

    @property
    def outcomes(self) -> int:
        return len({one.action.outcome_id for one in self.waiting} - {None})


@dataclass(frozen=True)
class Partner:
    """Every action that names it, as partner or as responsible body, once each; `of` all actions of the plan.

    `leads`: the council, or whichever body owns the plan, which is no partner of itself.
    """

    name: str
    actions: tuple[ActionStanding, ...]
    of: int
    leads: bool = False

    @property
    def heavy(self) -> bool:
        return not self.leads and len(self.actions) > MUCH * self.of

    @property
    def share(self) -> str:
        return share(len(self.actions), self.of, "actions", 0)

    @property
    def unfinished(self) -> int:
        return sum(one.reported.colour is not Colour.BLUE for one in self.actions)

    @property
    def red(self) -> int:
        return sum(one.reported.colour is Colour.RED for one in self.actions)

    @property
    def amber(self) -> int:
        return sum(one.reported.colour is Colour.AMBER for one in self.actions)

    @property
    def challenged(self) -> int:
        return sum(one.challenged for one in self.actions)


@dataclass(frozen=True)
class Rests:
    """`pairs` are those between two unfinished actions; `unnamed` actions name no organisation at all."""

    actions: tuple[ActionStanding, ...]
    holdings: tuple[Holding, ...]
    chains: tuple[tuple[ActionStanding, ...], ...]
    cycles: tuple[tuple[ActionStanding, ...], ...]
    pairs: tuple[tuple[ActionStanding, ActionStanding], ...]
    partners: tuple[Partner, ...]
    unnamed: int

    @property
    def heavy(self) -> list[Partner]:
        return [one for one in self.partners if one.heavy]

    @property
    def tied(self) -> list[ActionStanding]:
        """Every unfinished action that waits, or is waited for, in the order of the plan."""
        keys = {one.action.pk for pair in self.pairs for one in pair}
        return [one for one in self.actions if one.action.pk in keys]


def rests(plan: ImprovementPlan, themes: Sequence[Theme], as_at: date) -> Rests:
    """The actions' own questions, and two more."""
    pairs = (
        Dependency.objects.filter(action__theme__plan=plan).order_by("action", "needs").values_list("action", "needs")
    )
    leading = [plan.owner, *partnership.councils(plan.area_id)]
    return rests_on(of_actions(plan, themes, as_at), pairs, as_at, leading)


def rests_on(actions: Sequence[ActionStanding], pairs: Pairs, as_at: date, leading: Iterable[str] = ()) -> Rests:
    """`leading`: the names of the bodies whose plan it is."""
    unfinished = {one.action.pk: one for one in actions if one.reported.colour is not Colour.BLUE}
    kept = [(waits, needs) for waits, needs in pairs if waits in unfinished and needs in unfinished]
    needs_of: dict[int, list[int]] = {}
    for waits, needs in kept:
        needs_of.setdefault(waits, []).append(needs)
    return Rests(
        tuple(actions),
        tuple(_holdings(unfinished, needs_of, as_at)),
        tuple(tuple(unfinished[key] for key in chain) for chain in chains(needs_of)),
        tuple(tuple(unfinished[key] for key in cycle) for cycle in order(needs_of).cycles),
        tuple((unfinished[waits], unfinished[needs]) for waits, needs in kept),
        tuple(_partners(actions, {name.casefold() for name in leading})),
        sum(not organisations(one) for one in actions),
    )


def organisations(one: ActionStanding) -> dict[str, str]:
    """Those that it names, as partner or as responsible body, by their name without its capitals."""
    written = f"{one.action.partners};{one.action.body}".split(";")
    return {name.casefold(): name for name in reversed([" ".join(each.split()) for each in written]) if name}


def _holdings(unfinished: Mapping[int, ActionStanding], needs: Mapping[int, list[int]], as_at: date) -> list[Holding]:
    """Those that hold up most come first."""
    found = [
        _holding(unfinished[key], [one for other, one in unfinished.items() if other in waiting], as_at)
        for key, waiting in held_up(needs).items()
        if waiting
    ]
    return sorted(found, key=lambda one: (-len(one.waiting), -one.late, one.action.action.pk))


def _holding(one: ActionStanding, waiting: Sequence[ActionStanding], as_at: date) -> Holding:
    due = one.action.due_on or as_at
    first_due = min((each.action.due_on for each in waiting if each.action.due_on), default=None)
    spare = (first_due - max(due, as_at)).days if first_due else None
    return Holding(one, tuple(waiting), max((as_at - due).days, 0), first_due, spare)


def _partners(actions: Sequence[ActionStanding], leading: Collection[str]) -> list[Partner]:
    """Those that most rests on come first; each as it is first written."""
    named: dict[str, tuple[str, list[ActionStanding]]] = {}
    for one in actions:
        for key, name in organisations(one).items():
            named.setdefault(key, (name, []))[1].append(one)
    found = [Partner(name, tuple(listed), len(actions), leads=key in leading) for key, (name, listed) in named.items()]
    return sorted(found, key=lambda one: (-len(one.actions), one.name))
