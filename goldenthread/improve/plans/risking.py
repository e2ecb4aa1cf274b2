"""The register of risks, and the risks that the facts themselves raise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.improve.plans.models import Action, Challenge, ImprovementPlan, Risk, Theme
from goldenthread.improve.plans.resting import Rests, rests
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.risks import FIVE, SCALE, Level, level


@dataclass(frozen=True)
class Registered:
    risk: Risk
    level: Level
    actions: tuple[Action, ...]
    overdue: int  # days since it should have been looked at again; 0 where that is still to come

    @property
    def likelihood(self) -> str:
        return SCALE[self.risk.likelihood - 1]

    @property
    def impact(self) -> str:
        return SCALE[self.risk.impact - 1]


@dataclass(frozen=True)
class Seen:
    """A risk that the facts raise and nobody has put in the register: `key` names it in an address."""

    key: str
    title: str
    effect: str
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class Cell:
    """So many open risks of this likelihood and impact."""

    level: Level
    count: int


@dataclass(frozen=True)
class Register:
    """`open`: the greatest first. `grid`: likelihood from 5 down to 1, impact from 1 up to 5."""

    open: tuple[Registered, ...]
    closed: tuple[Registered, ...]
    seen: tuple[Seen, ...]

    @property
    def overdue(self) -> list[Registered]:
        return [one for one in self.open if one.overdue]

    @property
    def grid(self) -> list[tuple[str, list[Cell]]]:
        scores = [(one.risk.likelihood, one.risk.impact) for one in self.open]
        return [
            (f"{row}: {SCALE[row - 1].lower()}", [Cell(level(row, n), scores.count((row, n))) for n in FIVE])
            for row in reversed(FIVE)
        ]


def register(plan: ImprovementPlan, themes: Sequence[Theme], as_at: date) -> Register:
    """The questions of `rests`, and three more."""
    rows = Risk.objects.filter(plan=plan, raised_on__lte=as_at).prefetch_related("actions")
    listed = [_registered(risk, as_at) for risk in rows]
    still = [one for one in listed if not one.risk.closed_on or one.risk.closed_on > as_at]
    gone = sorted((one for one in listed if one not in still), key=lambda one: str(one.risk.closed_on), reverse=True)
    return Register(
        tuple(sorted(still, key=lambda one: (-one.risk.score, one.risk.pk))),
        tuple(gone),
        tuple(one for one in seen(plan, themes, as_at) if not _has(still, one)),
    )


def seen(plan: ImprovementPlan, themes: Sequence[Theme], as_at: date) -> list[Seen]:
    """Whether the register has them or not."""
    open_on = Challenge.objects.filter(theme__in=themes, raised_on__lte=as_at, answered_on__isnull=True)
    challenged = set(open_on.values_list("theme", flat=True))
    found = rests(plan, themes, as_at)
    return [*_heavy(found), *_reds(found), *_themes([one for one in themes if one.pk in challenged])]


def _heavy(found: Rests) -> Iterator[Seen]:
    for one in found.heavy:
        yield Seen(
            f"partner:{one.name}",
            f"{one.name} cannot do its part",
            f"{one.share} rest on it, and {one.unfinished} of them are unfinished.",
            tuple(each.action for each in one.actions if each.reported.colour in (Colour.RED, Colour.AMBER)),
        )


def _reds(found: Rests) -> Iterator[Seen]:
    for one in found.holdings:
        if one.action.reported.colour is Colour.RED:
            held, ref = len(one.waiting), one.action.action.ref
            yield Seen(
                f"red:{one.action.action.pk}",
                f"Action {ref}, which is Red, holds up {held} other{'' if held == 1 else 's'}",
                f"{', '.join(each.action.ref for each in one.waiting)} cannot finish before it.",
                (one.action.action,),
            )


def _themes(challenged: Sequence[Theme]) -> Iterator[Seen]:
    for one in challenged:
        yield Seen(
            f"theme:{one.pk}",
            f"Theme {one.number}, {one.title}, is delivered and does not help",
            "What is reported of the theme is more than its measures, or what families say, support.",
            (),
        )


def _has(register: Sequence[Registered], one: Seen) -> bool:
    """By its title, which the form fills in, or for a red action by being tied to it."""
    titles = {each.risk.title.casefold() for each in register}
    tied = {action.pk for each in register for action in each.actions}
    return one.title.casefold() in titles or (one.key.startswith("red:") and one.actions[0].pk in tied)


def _registered(risk: Risk, as_at: date) -> Registered:
    overdue = (as_at - risk.review_on).days if risk.review_on else 0
    return Registered(risk, level(risk.likelihood, risk.impact), tuple(risk.actions.all()), max(overdue, 0))
