"""How long families wait, with those still waiting counted: Kaplan and Meier's estimate (1958).

Only finished cases make a wait look short, because the long ones are still open. Here an open case counts for as long
as it has been open, and then leaves the reckoning (it is "censored").
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import exp, inf, log, sqrt

from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.quantiles import normal


@dataclass(frozen=True, slots=True)
class Step:
    """From this day on: the share still waiting, with its interval (log-log of Greenwood's variance)."""

    day: int
    at_risk: int
    finished: int
    surviving: float
    lower: float
    upper: float


START = Step(0, 0, 0, 1.0, 1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Curve:
    """The share still waiting, day by day. `cases` in all, of which `finished` reached the event."""

    steps: tuple[Step, ...]
    cases: int
    finished: int
    longest: int  # the last day on which any case was watched: the curve says nothing beyond it

    def surviving_at(self, day: int) -> Step:
        """The step that holds on a day. Raises NotComputable beyond the longest case: nobody has been seen so far."""
        if day > self.longest:
            raise NotComputable(f"No case has been followed for {day} days; the longest is {self.longest}.")
        return next((step for step in reversed(self.steps) if step.day <= day), START)

    @property
    def median(self) -> int | None:
        """The first day by which half have finished, or None if half never have."""
        return self.quantile(0.5)

    def quantile(self, share: float) -> int | None:
        """The first day by which this share has finished; None if the curve never falls so low."""
        return next((step.day for step in self.steps if step.surviving <= 1 - share + 1e-12), None)

    def quantile_interval(self, share: float) -> tuple[int | None, int | None]:
        """The days between which a quantile lies (Brookmeyer and Crowley 1982); None: not reached."""
        level = 1 - share + 1e-12
        first = next((step.day for step in self.steps if step.lower <= level), None)
        last = next((step.day for step in self.steps if step.upper <= level), None)
        return first, last


def kaplan_meier(days: Sequence[int], finished: Sequence[bool], confidence: float = 0.95) -> Curve:
    """The curve of cases each followed for so many days, finished then (True) or still open then (False).

    Raises NotComputable for no case, lists of two lengths, or a wait of less than no days.
    """
    if not days or len(days) != len(finished):
        raise NotComputable(f"Give each case its days and its ending: {len(days)} days, {len(finished)} endings.")
    if min(days) < 0:
        raise NotComputable(f"A wait of {min(days)} days ends before it begins. Check the dates of that case.")
    ended = Counter(day for day, done in zip(days, finished, strict=True) if done)
    left = Counter(days)
    z = normal((1 + confidence) / 2)
    at_risk, surviving, variance, steps = len(days), 1.0, 0.0, []
    for day in sorted(left):
        if events := ended[day]:
            surviving *= 1 - events / at_risk
            variance += events / (at_risk * (at_risk - events)) if events < at_risk else inf
            steps.append(Step(day, at_risk, events, surviving, *_limits(surviving, variance, z)))
        at_risk -= left[day]
    return Curve(tuple(steps), len(days), sum(ended.values()), max(days))


def _limits(surviving: float, variance: float, z: float) -> tuple[float, float]:
    """On the scale of log(-log S), so that the limits stay between 0 and 1. At 0 the estimate has no interval."""
    if surviving <= 0:
        return 0.0, 0.0
    reach = z * sqrt(variance) / abs(log(surviving))
    return surviving ** exp(reach), surviving ** exp(-reach)


def staircase(curve: Curve) -> list[tuple[int, float]]:
    """The corners of the curve as drawn: level, then down."""
    corners = [(0, 1.0)]
    for before, step in pairwise((START, *curve.steps)):
        corners += [(step.day, before.surviving), (step.day, step.surviving)]
    return [*corners, (curve.longest, corners[-1][1])]
