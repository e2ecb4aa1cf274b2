"""One action, outcome or theme alone, as the plan's page has it."""

from dataclasses import replace
from datetime import date

from django.db.models import Q

from goldenthread.improve.plans import facts
from goldenthread.improve.plans.challenging import of_theme, said
from goldenthread.improve.plans.models import Action, Outcome, Theme
from goldenthread.improve.plans.standing import (
    ActionStanding,
    OutcomeStanding,
    ThemeStanding,
    outcome_standings,
    theme_standing,
)
from goldenthread.rules.honesty.action import Policy, supported_colour
from goldenthread.rules.honesty.colours import Colour
from goldenthread.rules.honesty.override import verdict
from goldenthread.rules.honesty.reasons import Supported


def one_action(action: Action, as_at: date) -> ActionStanding:
    known = facts.facts_of_one(action, as_at)
    supported = supported_colour(known, as_at, Policy(cadence_days=action.theme.plan.cadence_days))
    answers, key = said(Q(action=action), as_at), ("action", action.pk)
    signed = answers.signed.get(key)
    reported = facts.Reported(known.reported, known.last_update_on, known.started_on, completed_on=known.completed_on)
    judged = verdict(supported, as_at, signed)
    return ActionStanding(action, reported, supported, judged, signed, known.reported, since=answers.open.get(key))


def if_reported(action: Action, colour: Colour, on: date) -> Supported:
    """What the facts would support if the action were reported so, today."""
    known = facts.facts_of_one(action, on)
    started = known.started_on or (None if colour is Colour.WHITE else on)
    completed = (known.completed_on or on) if colour is Colour.BLUE else None
    told = replace(known, reported=colour, last_update_on=on, started_on=started, completed_on=completed)
    return supported_colour(told, on, Policy(cadence_days=action.theme.plan.cadence_days))


def one_theme(theme: Theme, as_at: date, *, small_numbers: bool = False) -> ThemeStanding:
    """Without its actions: nothing that a theme is challenged for hangs on them."""
    answers = said(of_theme(theme), as_at)
    rows = theme.outcomes.prefetch_related("measures")
    outcomes = list(outcome_standings(theme.plan.area, rows, answers, as_at, small_numbers=small_numbers))
    return theme_standing(theme, (), outcomes, answers, as_at)


def one_outcome(outcome: Outcome, as_at: date, *, small_numbers: bool = False) -> OutcomeStanding:
    answers = said(Q(outcome=outcome), as_at)
    (found,) = outcome_standings(outcome.theme.plan.area, [outcome], answers, as_at, small_numbers=small_numbers)
    return found
