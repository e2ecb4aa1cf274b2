"""What was expected by a day, in four steps, and how it turned out. The scale of a Cabinet paper's key implications;
the four ratings of a local SEND reform plan are the same control with other names.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from goldenthread.rules.calendar import format_date


class Step(Enum):
    """From worst to best."""

    UNMET = "unmet"
    MET = "met"
    EXCEEDED = "exceeded"
    SIGNIFICANTLY_EXCEEDED = "significantly"


class State(Enum):
    """How an expectation stands on a day: without a result, or at a step."""

    NOT_YET_DUE = "not yet due"
    NO_RESULT = "no result"
    RESULT = "result"


TABLE_2 = {
    Step.UNMET: "Unmet",
    Step.MET: "Met",
    Step.EXCEEDED: "Exceeded",
    Step.SIGNIFICANTLY_EXCEEDED: "Significantly exceeded",
}
REFORM_PLAN = {
    Step.UNMET: "Requirements not met",
    Step.MET: "Requirements partly met",
    Step.EXCEEDED: "Requirements met",
    Step.SIGNIFICANTLY_EXCEEDED: "Exceeds requirements",
}
REFORM_PLAN_CAUTION = (
    "The Department for Education rates each part of a local SEND reform plan in four steps, from “requirements not "
    "met” to “exceeds requirements”. The names of the two steps between are ours and are not verified."
)


class NotDefined(ValueError):
    """The text is a sentence: this step cannot be the result, since nobody said what it would mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """`thresholds`: the words of each step; one that is absent or empty is not defined. `result` as recorded."""

    due_on: date
    thresholds: Mapping[Step, str]
    result: Step | None = None
    result_on: date | None = None
    names: Mapping[Step, str]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """`step` is None while there is no result; `days` to its date, or past it, as `state` says."""

    state: State
    step: Step | None
    days: int
    sentence: str


def defined(thresholds: Mapping[Step, str]) -> tuple[Step, ...]:
    """The steps that can be the result, from worst to best."""
    return tuple(step for step in Step if thresholds.get(step, "").strip())


def require_defined(step: Step, thresholds: Mapping[Step, str], names: Mapping[Step, str]) -> None:
    """Raises NotDefined for a step whose threshold is empty."""
    if step not in defined(thresholds):
        raise NotDefined(
            f"“{names[step]}” is not defined for this outcome, so it cannot be its result. Say first what it means."
        )


def evaluate(expected: Expected, as_at: date) -> Evaluation:
    """How it stands on a day: a result counts from the day on which it was recorded. Raises NotDefined."""
    due_on = expected.due_on
    if expected.result and expected.result_on and expected.result_on <= as_at:
        return _result(expected, expected.result, expected.result_on)
    days = abs((due_on - as_at).days)
    if as_at <= due_on:
        in_days = "today" if not days else f"in {_days(days)}"
        return Evaluation(State.NOT_YET_DUE, None, days, f"Not yet due: {format_date(due_on)}, {in_days}.")
    return Evaluation(
        State.NO_RESULT,
        None,
        days,
        f"No result: it was due on {format_date(due_on)}, {_days(days)} ago, and nothing has been recorded.",
    )


def _result(expected: Expected, step: Step, on: date) -> Evaluation:
    require_defined(step, expected.thresholds, expected.names)
    late = (on - expected.due_on).days
    when = f", {_days(late)} after its date" if late > 0 else ""
    threshold = expected.thresholds[step].strip().rstrip(".")
    sentence = f"{expected.names[step]}, recorded on {format_date(on)}{when}: {threshold}."
    return Evaluation(State.RESULT, step, max(0, late), sentence)


def _days(count: int) -> str:
    return f"{count:,} day{'' if count == 1 else 's'}"
