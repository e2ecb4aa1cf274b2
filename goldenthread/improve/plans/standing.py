"""How the plan stands on a day: every action, outcome and theme with what is reported, what is supported, and why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Q

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.plans import facts
from goldenthread.improve.plans.challenging import Key, Said, Since, of_plan, said
from goldenthread.improve.plans.dialling import asks_families, said_of, shown_of
from goldenthread.improve.plans.measuring import Measured, measured
from goldenthread.improve.plans.models import Action, ImprovementPlan, Outcome, Remedy, Theme
from goldenthread.rules.honesty import override as signing
from goldenthread.rules.honesty.action import Policy, supported_colour
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.honesty.dials import Reading
from goldenthread.rules.honesty.outcome import challenge
from goldenthread.rules.honesty.reasons import Supported
from goldenthread.rules.honesty.talks import Talk, talk
from goldenthread.rules.honesty.tally import Tally, tally

NOTHING_TO_ANSWER = signing.Verdict(False, "")


@dataclass(frozen=True)
class ActionStanding:
    """`before` is the colour reported by the day with which the plan is compared. `since` is none where it is not
    challenged, or where nobody has taken stock since it came to be. `needs`: the keys of the actions that it waits for.
    """

    action: Action
    reported: facts.Reported
    supported: Supported
    verdict: signing.Verdict
    override: signing.Override | None
    before: Colour
    remedy: Remedy | None = None
    since: Since | None = None
    needs: Sequence[int] = ()

    @property
    def key(self) -> Key:
        return "action", self.action.pk

    @property
    def moved(self) -> int:
        """Worse, the same or better than it was reported before: -1, 0, 1."""
        if self.reported.colour is self.before:
            return 0
        return (self.reported.colour.rank > self.before.rank) - (self.reported.colour.rank < self.before.rank)

    @property
    def challenged(self) -> bool:
        return self.supported.challenged


@dataclass(frozen=True)
class OutcomeStanding:
    """`reported` and `supported` are none where nobody reports on the outcome itself."""

    outcome: Outcome
    measures: list[Measured]
    impact: Reading
    families: Reading
    reported: Colour | None = None
    supported: Supported | None = None
    verdict: signing.Verdict = NOTHING_TO_ANSWER
    override: signing.Override | None = None
    since: Since | None = None

    @property
    def key(self) -> Key:
        return "outcome", self.outcome.pk

    @property
    def asks_families(self) -> bool:
        return asks_families(self.measures)

    @property
    def challenged(self) -> bool:
        return self.supported is not None and self.supported.challenged


@dataclass(frozen=True)
class ThemeStanding:
    """`impact` and `families` are over every measure of the theme's outcomes: the worst speaks."""

    theme: Theme
    reported: Colour
    impact: Reading
    families: Reading
    supported: Supported
    verdict: signing.Verdict
    override: signing.Override | None
    actions: tuple[ActionStanding, ...]
    outcomes: tuple[OutcomeStanding, ...]
    since: Since | None = None

    @property
    def key(self) -> Key:
        return "theme", self.theme.pk

    @property
    def challenged(self) -> bool:
        return self.supported.challenged

    @property
    def talk(self) -> Talk | None:
        return talk(self.reported, self.impact.dial)

    @property
    def asks_families(self) -> bool:
        return any(outcome.asks_families for outcome in self.outcomes)

    @property
    def better(self) -> int:
        return sum(one.moved > 0 for one in self.actions)

    @property
    def worse(self) -> int:
        return sum(one.moved < 0 for one in self.actions)


@dataclass(frozen=True)
class PlanStanding:
    """`since` is the day with which it is compared: the end of the month before, unless another was asked for. `left`:
    those that have ended, as they stood when they did.
    """

    plan: ImprovementPlan
    as_at: date
    since: date
    themes: tuple[ThemeStanding, ...]
    left: tuple[ActionStanding, ...] = ()

    @cached_property
    def actions(self) -> list[ActionStanding]:
        return [action for theme in self.themes for action in theme.actions]

    @cached_property
    def tally(self) -> Tally:
        """Table 1: every action once, by theme and reported colour."""
        return tally(
            [str(one.theme) for one in self.themes],
            [(str(one.theme), action.reported.colour) for one in self.themes for action in one.actions],
        )

    @cached_property
    def challenged_actions(self) -> list[ActionStanding]:
        """Worst first."""
        found = [action for action in self.actions if action.challenged]
        return sorted(found, key=lambda one: (one.supported.colour.rank, one.action.theme.number, one.action.pk))

    @cached_property
    def greens_challenged(self) -> list[ActionStanding]:
        return [action for action in self.challenged_actions if action.reported.colour is Colour.GREEN]

    @cached_property
    def moved(self) -> list[ActionStanding]:
        return [action for action in self.actions if action.moved]

    @cached_property
    def reworded(self) -> list[ActionStanding]:
        dates = ((one, one.action.reworded_on) for one in self.actions)
        return [one for one, on in dates if on is not None and on > self.since]

    @property
    def challenged_themes(self) -> list[ThemeStanding]:
        return [theme for theme in self.themes if theme.challenged]

    @cached_property
    def outcomes(self) -> list[OutcomeStanding]:
        return [outcome for theme in self.themes for outcome in theme.outcomes]

    @property
    def challenged_outcomes(self) -> list[OutcomeStanding]:
        return [outcome for outcome in self.outcomes if outcome.challenged]

    @property
    def explained(self) -> int:
        """How many challenges somebody has explained and signed, and so do not stand open."""
        verdicts = [one.verdict for one in self.challenged_actions] + [one.verdict for one in self.challenged_themes]
        verdicts += [one.verdict for one in self.challenged_outcomes]
        return sum(not verdict.open for verdict in verdicts)

    @cached_property
    def reds(self) -> list[ActionStanding]:
        return [action for action in self.actions if action.reported.colour is Colour.RED]

    def red_activities(self) -> list[tuple[str, list[ActionStanding]]]:
        """Reds that are parts of one activity stand together; a red without an activity is one of its own."""
        groups: dict[str, list[ActionStanding]] = {}
        for one in self.reds:
            groups.setdefault(one.action.activity or one.action.wording, []).append(one)
        return list(groups.items())


def standing(
    plan: ImprovementPlan,
    as_at: date,
    *,
    since: date | None = None,
    themes: Sequence[Theme] | None = None,
    with_remedies: bool = True,
    small_numbers: bool = False,
) -> PlanStanding:
    """The whole plan, in ten questions whatever its size; `themes` where they are at hand, which saves one, and without
    remedies another.
    """
    since = since or as_at.replace(day=1) - timedelta(days=1)
    themes = list(plan.themes.all()) if themes is None else themes
    answers = said(of_plan(plan), as_at)
    actions, left = _actions(plan, themes, answers, since, as_at, with_remedies)
    outcomes: dict[int, list[OutcomeStanding]] = {}
    rows = Outcome.objects.filter(theme__in=themes).prefetch_related("measures")
    for one in outcome_standings(plan.area, rows, answers, as_at, small_numbers=small_numbers):
        outcomes.setdefault(one.outcome.theme_id, []).append(one)
    found = [
        theme_standing(theme, actions.get(theme.pk, ()), outcomes.get(theme.pk, ()), answers, as_at) for theme in themes
    ]
    return PlanStanding(plan, as_at, since, tuple(found), tuple(left))


def of_actions(
    plan: ImprovementPlan, themes: Sequence[Theme], as_at: date, *, since: date | None = None
) -> list[ActionStanding]:
    """Every action in the order of the plan, without outcomes and remedies."""
    found, _ = _actions(plan, themes, said(of_plan(plan), as_at), since or as_at, as_at, with_remedies=False)
    return [one for theme in themes for one in found.get(theme.pk, ())]


def theme_standing(
    theme: Theme, actions: Sequence[ActionStanding], outcomes: Sequence[OutcomeStanding], answers: Said, as_at: date
) -> ThemeStanding:
    every = [measure for outcome in outcomes for measure in outcome.measures]
    shown = shown_of(every, [one.outcome for one in outcomes], as_at)
    heard = said_of(every, as_at, "theme")
    key, reported = ("theme", theme.pk), Colour.named(theme.reported)
    supported, signed = challenge(reported, shown, heard), answers.signed.get(key)
    verdict = signing.verdict(supported, as_at, signed)
    held, since = (tuple(actions), tuple(outcomes)), answers.open.get(key)
    return ThemeStanding(theme, reported, shown, heard, supported, verdict, signed, *held, since)


def outcome_standings(
    area: LocalArea, outcomes: Iterable[Outcome], answers: Said, as_at: date, *, small_numbers: bool
) -> Iterator[OutcomeStanding]:
    rows = list(outcomes)
    figures = measured(area, rows, as_at, small_numbers=small_numbers)
    for outcome in rows:
        measures = figures[outcome.pk]
        shown, heard = shown_of(measures, [outcome], as_at), said_of(measures, as_at, "outcome")
        if not outcome.reported:
            yield OutcomeStanding(outcome, measures, shown, heard)
            continue
        key, reported = ("outcome", outcome.pk), Colour.named(outcome.reported)
        supported, signed = challenge(reported, shown, heard), answers.signed.get(key)
        verdict = signing.verdict(supported, as_at, signed)
        yield OutcomeStanding(
            outcome, measures, shown, heard, reported, supported, verdict, signed, answers.open.get(key)
        )


def _actions(
    plan: ImprovementPlan, themes: Sequence[Theme], answers: Said, since: date, as_at: date, with_remedies: bool
) -> tuple[dict[int, list[ActionStanding]], list[ActionStanding]]:
    """By theme, those in the plan on the day; and those that have left it."""
    hung = facts.hung(Q(theme__in=[theme.pk for theme in themes]), as_at)
    remedies = facts.newest_remedies(plan) if with_remedies else {}
    policy = Policy(cadence_days=plan.cadence_days)
    there: dict[int, list[ActionStanding]] = {}
    left: list[ActionStanding] = []
    for action in facts.actions_of(themes, as_at, since):
        on_it = hung.get(action.pk, facts.NOTHING_HUNG)
        one = action_standing(action, on_it, answers, policy, as_at, remedies.get(action.pk))
        gone = action.ended_on is not None and action.ended_on <= as_at
        (left if gone else there.setdefault(action.theme_id, [])).append(one)
    return there, left


def action_standing(
    action: Action, on_it: facts.Hung, answers: Said, policy: Policy, as_at: date, remedy: Remedy | None
) -> ActionStanding:
    """Of an action with what `facts.told` asked."""
    key, supported = ("action", action.pk), supported_colour(facts.facts_of(action, on_it), as_at, policy)
    signed = answers.signed.get(key)
    return ActionStanding(
        action,
        facts.reported_of(action),
        supported,
        signing.verdict(supported, as_at, signed),
        signed,
        facts.COLOURS[getattr(action, "told_before", action.told_as) or "white"],
        remedy,
        answers.open.get(key),
        on_it.needs,
    )
