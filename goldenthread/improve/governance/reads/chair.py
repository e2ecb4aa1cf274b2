"""The chair's page: exceptions first."""

from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.foundation.partnership.models import LocalArea, Person
from goldenthread.improve.plans import reads as plans
from goldenthread.improve.plans.reads import ActionStanding, OutcomeStanding, PlanStanding, Themed, ThemeStanding
from goldenthread.rules.honesty.talks import Talk

from .commitments import CommitmentStanding, standings
from .matters import Matters, matters

Challenged = ActionStanding | OutcomeStanding | ThemeStanding
SOON = timedelta(days=28)  # an explanation that ends so soon will end before or at the next meeting


@dataclass(frozen=True)
class Talked:
    """One of the four talks that a board needs to have, and the themes that it is about."""

    talk: Talk
    themes: tuple[ThemeStanding, ...]


@dataclass(frozen=True)
class Expiring:
    """A signed explanation that ends soon."""

    of: Challenged
    until: date


@dataclass(frozen=True)
class Exceptions:
    """`standing` is None where there is no plan; it is compared with the board's last meeting, if there was one."""

    standing: PlanStanding | None
    waits: Matters
    as_at: date

    @property
    def overdue(self) -> list[CommitmentStanding]:
        return standings(self.waits.overdue, self.as_at)

    @property
    def dates_to_approve(self) -> list[ActionStanding]:
        """Reds with a new date that nobody has agreed to."""
        reds = self.standing.reds if self.standing else []
        return [one for one in reds if one.remedy and not one.remedy.approved_on]

    @property
    def owing(self) -> list[ActionStanding]:
        """Reds without a remedial action."""
        return [one for one in self.standing.reds if not one.remedy] if self.standing else []

    @property
    def talks(self) -> list[Talked]:
        themes = self.standing.themes if self.standing else ()
        return [Talked(talk, tuple(one for one in themes if one.talk is talk)) for talk in Talk]

    @property
    def silent(self) -> list[ThemeStanding]:
        """Themes about which there is nothing to say yet: not started, too early, or not measured."""
        return [one for one in self.standing.themes if one.talk is None] if self.standing else []

    @property
    def worse(self) -> list[ActionStanding]:
        return [one for one in self.standing.moved if one.moved < 0] if self.standing else []

    @property
    def better(self) -> list[ActionStanding]:
        return [one for one in self.standing.moved if one.moved > 0] if self.standing else []

    @property
    def open_challenges(self) -> int:
        """Colours that the facts do not support and nobody has explained."""
        if self.standing is None:
            return 0
        held = self.standing
        every = (*held.challenged_actions, *held.challenged_themes, *held.challenged_outcomes)
        return len(every) - held.explained

    @property
    def expiring(self) -> list[Expiring]:
        """Explanations that stand today and end within four weeks, the soonest first."""
        if self.standing is None:
            return []
        held = self.standing
        signed: tuple[Challenged, ...] = (*held.challenged_themes, *held.challenged_outcomes, *held.challenged_actions)
        ends = [Expiring(one, one.override.until) for one in signed if one.override]
        return sorted((e for e in ends if self.as_at <= e.until <= self.as_at + SOON), key=lambda one: one.until)


def exceptions(area: LocalArea, plan: Themed | None, on: date, viewer: Person, *, small_numbers: bool) -> Exceptions:
    """What the board must talk about. Compared with the last meeting of the board that the viewer chairs; of another
    viewer, with the last one of any board.
    """
    waits = matters(area, on, viewer)
    since = waits.last.on if waits.last else None
    standing = (
        plans.standing(plan.plan, on, since=since, themes=plan.themes, small_numbers=small_numbers) if plan else None
    )
    return Exceptions(standing, waits, on)
