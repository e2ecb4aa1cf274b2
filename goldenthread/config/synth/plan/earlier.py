"""The plan as it stood on an earlier day, as the same people kept it then: what came later is not in it yet."""

from dataclasses import replace
from datetime import date

from goldenthread.config.synth.story import AS_AT

from .history import Told, history
from .script import Action, Milestone, actions, milestones


def actions_on(day: date) -> tuple[Action, ...]:
    if day >= AS_AT:
        return actions()
    told = {one.ref: one for one in history() if one.on <= day}  # oldest first: the last stands
    return tuple(_stood(action, told.get(action.ref)) for action in actions())


def milestones_on(day: date) -> tuple[Milestone, ...]:
    return tuple(one if one.reached and one.reached <= day else replace(one, reached=None) for one in milestones())


def _stood(action: Action, told: Told | None) -> Action:
    if told is not None and told.colour == "Blue":
        return replace(action, progress=told.said, updated=told.on)
    unproved = replace(action, evidence="", proof="", captured=None, verified_by="")
    if told is None:
        return replace(unproved, colour="White", progress="", updated=None)
    return replace(unproved, colour=told.colour, progress=told.said, updated=told.on)
