"""How the plan stands on a day: every action, outcome and theme with what is reported, what is supported, and why."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from django.db.models import Q

from goldenthread.improve.plans import facts
from goldenthread.improve.plans.measuring import Measured, measured
from goldenthread.improve.plans.models import Action, ImprovementPlan, Outcome, Override, Remedy, Theme
from goldenthread.rules.honesty import override as signing
from goldenthread.rules.honesty.action import Policy, supported_colour
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.honesty.dials import Dial, MeasureFacts, Reading, families, impact
from goldenthread.rules.honesty.outcome import challenge
from goldenthread.rules.honesty.reasons import Supported
from goldenthread.rules.honesty.talks import Talk, talk
from goldenthread.rules.honesty.tally import Tally, tally

TOO_SMALL = "the figures behind this are too small to be published."
Overrides = dict[tuple[str, int], signing.Override]


@dataclass(frozen=True)
class ActionStanding:
    """`before` is the colour reported by the day with which the plan is compared."""

    action: Action
    reported: facts.Reported
    supported: Supported
    verdict: signing.Verdict
    override: signing.Override | None
    before: Colour
    remedy: Remedy | None = None

    @property
    def moved(self) -> int:
        """Worse, the same or better than it was reported before: -1, 0, 1."""
        return (self.reported.colour.rank > self.before.rank) - (self.reported.colour.rank < self.before.rank)

    @property
    def challenged(self) -> bool:
        return self.supported.challenged


@dataclass(frozen=True)
class OutcomeStanding:
    outcome: Outcome
    measures: list[Measured]
    impact: Reading
    families: Reading

    @property
    def asks_families(self) -> bool:
        return _asks(self.measures)


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
    """`since` is the day with which it is compared: the end of the month before, unless another was asked for."""

    plan: ImprovementPlan
    as_at: date
    since: date
    themes: tuple[ThemeStanding, ...]

    @property
    def actions(self) -> list[ActionStanding]:
        return [action for theme in self.themes for action in theme.actions]

    @cached_property
    def tally(self) -> Tally:
        """Table 1: every action once, by theme and reported colour."""
        return tally(
            [str(one.theme) for one in self.themes],
            [(str(one.theme), action.reported.colour) for one in self.themes for action in one.actions],
        )

    @property
    def challenged_actions(self) -> list[ActionStanding]:
        """Worst first."""
        found = [action for action in self.actions if action.challenged]
        return sorted(found, key=lambda one: (one.supported.colour.rank, one.action.theme.number, one.action.pk))

    @property
    def greens_challenged(self) -> list[ActionStanding]:
        return [action for action in self.challenged_actions if action.reported.colour is Colour.GREEN]

    @property
    def moved(self) -> list[ActionStanding]:
        return [action for action in self.actions if action.moved]

    @property
    def reworded(self) -> list[ActionStanding]:
        dates = ((one, one.action.reworded_on) for one in self.actions)
        return [one for one, on in dates if on is not None and on > self.since]

    @property
    def challenged_themes(self) -> list[ThemeStanding]:
        return [theme for theme in self.themes if theme.supported.challenged]

    @property
    def explained(self) -> int:
        """How many challenges somebody has explained and signed, and so do not stand open."""
        verdicts = [one.verdict for one in self.challenged_actions] + [one.verdict for one in self.challenged_themes]
        return sum(not verdict.open for verdict in verdicts)

    @property
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
    overrides = _overrides(plan, as_at)
    actions = _actions(plan, overrides, since, as_at, with_remedies)
    outcomes = _outcomes(plan, as_at, small_numbers)
    found = [
        _theme(theme, actions.get(theme.pk, ()), outcomes.get(theme.pk, ()), overrides.get(("theme", theme.pk)), as_at)
        for theme in (plan.themes.all() if themes is None else themes)
    ]
    return PlanStanding(plan, as_at, since, tuple(found))


def _theme(
    theme: Theme,
    actions: Sequence[ActionStanding],
    outcomes: Sequence[OutcomeStanding],
    override: signing.Override | None,
    as_at: date,
) -> ThemeStanding:
    every = [measure for outcome in outcomes for measure in outcome.measures]
    shown = _told(impact(_of_impact(every), as_at), every)
    said = _heard(every, as_at)
    reported = Colour.named(theme.reported)
    supported = challenge(reported, shown, said)
    verdict = signing.verdict(supported, as_at, override)
    return ThemeStanding(theme, reported, shown, said, supported, verdict, override, tuple(actions), tuple(outcomes))


def _heard(measures: Sequence[Measured], as_at: date) -> Reading:
    asked = [one for one in measures if one.measure.families]
    return _told(families([one.facts for one in asked], as_at), asked) if asked else _not_asked()


def _told(reading: Reading, measures: Sequence[Measured]) -> Reading:
    """The same dial, without the numbers that it rests on where one of them is hidden from the viewer."""
    return replace(reading, why=TOO_SMALL) if any(one.hides for one in measures) else reading


def _of_impact(measures: Sequence[Measured]) -> list[MeasureFacts]:
    """An outcome about how families feel has no other measure: then what they say is its impact too."""
    return [one.facts for one in measures if not one.measure.families] or [one.facts for one in measures]


def _asks(measures: Sequence[Measured]) -> bool:
    return any(one.measure.families for one in measures)


def _not_asked() -> Reading:
    """A theme that promises nothing about experience is not challenged for silence; the page says that it did not
    ask.
    """
    return Reading(Dial.TOO_EARLY, "this theme names no measure of what families feel.")


def _actions(
    plan: ImprovementPlan, overrides: Overrides, since: date, as_at: date, with_remedies: bool
) -> dict[int, list[ActionStanding]]:
    rows, updates = list(facts.actions_of(plan, as_at)), facts.told(plan, as_at)
    reported, before = facts.reported_by(updates, as_at), facts.reported_by(updates, since)
    remedies = facts.newest_remedies(plan) if with_remedies else {}
    known = facts.action_facts(plan, rows, reported, as_at)
    policy = Policy(cadence_days=plan.cadence_days)
    found: dict[int, list[ActionStanding]] = {}
    for action in rows:
        supported = supported_colour(known[action.pk], as_at, policy)
        signed = overrides.get(("action", action.pk))
        told = reported.get(action.pk, facts.NOTHING_REPORTED)
        was = before.get(action.pk, facts.NOTHING_REPORTED).colour
        verdict = signing.verdict(supported, as_at, signed)
        found.setdefault(action.theme_id, []).append(
            ActionStanding(action, told, supported, verdict, signed, was, remedies.get(action.pk))
        )
    return found


def one_action(action: Action, as_at: date) -> ActionStanding:
    """One action alone, as the plan's page has it."""
    known = facts.facts_of_one(action, as_at)
    supported = supported_colour(known, as_at, Policy(cadence_days=action.theme.plan.cadence_days))
    newest = action.overrides.filter(signed_on__lte=as_at).order_by("signed_on", "pk").last()
    signed = signing.Override(newest.signed_as, newest.signed_on, newest.why, newest.until_on) if newest else None
    reported = facts.Reported(known.reported, known.last_update_on, known.started_on)
    return ActionStanding(
        action, reported, supported, signing.verdict(supported, as_at, signed), signed, known.reported
    )


def if_reported(action: Action, colour: Colour, on: date) -> Supported:
    """What the facts would support if the action were reported so, today."""
    known = facts.facts_of_one(action, on)
    started = known.started_on or (None if colour is Colour.WHITE else on)
    told = replace(known, reported=colour, last_update_on=on, started_on=started)
    return supported_colour(told, on, Policy(cadence_days=action.theme.plan.cadence_days))


def _outcomes(plan: ImprovementPlan, as_at: date, small_numbers: bool) -> dict[int, list[OutcomeStanding]]:
    rows = list(Outcome.objects.filter(theme__plan=plan).prefetch_related("measures"))
    figures = measured(plan.area, rows, as_at, small_numbers=small_numbers)
    found: dict[int, list[OutcomeStanding]] = {}
    for outcome in rows:
        of_it = figures[outcome.pk]
        shown = _told(impact(_of_impact(of_it), as_at), of_it)
        said = _heard(of_it, as_at)
        found.setdefault(outcome.theme_id, []).append(OutcomeStanding(outcome, of_it, shown, said))
    return found


def _overrides(plan: ImprovementPlan, as_at: date) -> Overrides:
    """The newest signed by the day, for each thing that it answers."""
    of_the_plan = Q(action__theme__plan=plan) | Q(outcome__theme__plan=plan) | Q(theme__plan=plan)
    found: Overrides = {}
    for one in Override.objects.filter(of_the_plan, signed_on__lte=as_at).order_by("signed_on", "pk"):
        found[_answers(one)] = signing.Override(one.signed_as, one.signed_on, one.why, one.until_on)
    return found


def _answers(one: Override) -> tuple[str, int]:
    if one.action_id:
        return "action", one.action_id
    return ("outcome", one.outcome_id) if one.outcome_id else ("theme", one.theme_id or 0)
