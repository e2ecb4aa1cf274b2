"""Statistical process control: the XmR chart by the rules of NHS England's Making Data Count.

Behaviours argued over elsewhere, and what is done here (numbers are issues of NHSRplotthedots):
- outliers are not screened unless asked: the NHS Excel tool does not, the R package does;
- the tests are taken in order and the first that applies names the point: one beyond its limit that also ends a trend
  is "outside". Making Data Count's own tool lets improvement win where improvement and concern both fire (#194);
- assurance looks at the last rebased group alone (#172);
- fewer than 13 points in a group give trial limits, with a warning; the icons are given all the same (#194);
- a constant series has limits of no width, kept and labelled; with screening the R package finds none for it at all;
- limits are never clipped here: a chart of percentages may clip what it draws, but the tests need the true ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from math import fsum
from typing import NamedTuple

from goldenthread.rules.statistics import signals
from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.signals import Value

LIMIT = 2.66  # mean moving ranges from the mean to a limit: 3 ÷ 1.128
NEAR = 2 / 3  # of that distance, to the near limit
OUTLYING_RANGE = 3.267  # mean moving ranges: a range as wide is an outlier, if screened
FIRM_FROM = 13  # points in a group before its limits are more than trial limits
FEWEST_IN_BASELINE = 12


class Better(StrEnum):
    HIGHER = "higher"
    LOWER = "lower"
    NEUTRAL = "neutral"


class Signal(StrEnum):
    NONE = "none"
    OUTSIDE = "outside"
    TREND = "trend"
    TWO_OF_THREE = "two_of_three"
    RUN = "run"


class Verdict(StrEnum):
    COMMON = "common"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    NEUTRAL_HIGH = "neutral_high"
    NEUTRAL_LOW = "neutral_low"


class Assurance(StrEnum):
    PASS = "pass"  # noqa: S105 — a verdict, not a secret
    FAIL = "fail"
    INCONSISTENT = "inconsistent"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Rules:
    """What may be set. Packages disagree on 6, 7 or 8 in a row: print the rule beside the chart."""

    screen_outliers: bool = False
    baseline_points: int | None = None  # fix mean and limits on a group's first so many values, 12 or more
    run_length: int = 7
    trend_length: int = 7

    def __post_init__(self) -> None:
        if self.baseline_points is not None and self.baseline_points < FEWEST_IN_BASELINE:
            raise NotComputable(
                f"A baseline of {self.baseline_points} points is too short: limits may be fixed on "
                f"{FEWEST_IN_BASELINE} points or more."
            )
        if min(self.run_length, self.trend_length) < 3:
            raise NotComputable("A run or a trend of fewer than 3 points is chance. Ask for 3 or more; 7 is usual.")


DEFAULT_RULES = Rules()


@dataclass(frozen=True, slots=True)
class Rebase:
    """From the point at this position (0 is the first) the process is a new one, because of something that happened."""

    position: int
    cause: str


@dataclass(frozen=True, slots=True)
class Group:
    """The points start … stop - 1 and what they share. No limits where no two neighbouring values are known."""

    start: int
    stop: int
    recorded: int
    cause: str
    mean: float | None
    mean_range: float | None  # the mean moving range, after any screening

    @property
    def lower(self) -> float | None:
        return None if self.mean is None or self.mean_range is None else self.mean - LIMIT * self.mean_range

    @property
    def upper(self) -> float | None:
        return None if self.mean is None or self.mean_range is None else self.mean + LIMIT * self.mean_range

    @property
    def constant(self) -> bool:
        """The limits have no width: the values behind them are all the same."""
        return self.mean_range == 0


class Point(NamedTuple):
    """One value with its group's lines. `direction`: 1 high or rising, -1 low or falling. Missing: no verdict."""

    value: Value
    mean: float | None
    lower: float | None
    upper: float | None
    signal: Signal
    direction: int
    verdict: Verdict | None

    @property
    def near_limits(self) -> tuple[float, float] | None:
        if self.mean is None or self.upper is None:
            return None
        reach = NEAR * (self.upper - self.mean)
        return self.mean - reach, self.mean + reach


@dataclass(frozen=True, slots=True)
class Xmr:
    """A control chart's judgement of a series."""

    points: tuple[Point, ...]
    groups: tuple[Group, ...]
    better: Better
    rules: Rules
    target: float | None
    assurance: Assurance

    @property
    def latest(self) -> Point:
        """The last point that has a value; Xmr is made of one at least."""
        return next(point for point in reversed(self.points) if point.value is not None)

    @property
    def variation(self) -> Verdict:
        """The variation icon: the type of the latest point."""
        return self.latest.verdict or Verdict.COMMON


def xmr(
    values: Sequence[Value],
    *,
    better: Better = Better.NEUTRAL,
    rules: Rules = DEFAULT_RULES,
    rebases: Sequence[Rebase] = (),
    target: float | None = None,
) -> Xmr:
    """Judge a series in time order. None is a value not recorded: it is left out of the mean and it breaks patterns.

    Raises NotComputable if no value is recorded, or if a rebase is out of order, beyond the series or without a cause.
    """
    if all(value is None for value in values):
        raise NotComputable("No value of the series is recorded. Record at least one; a chart needs 13 to be firm.")
    groups = tuple(_groups(values, rules, rebases))
    points: list[Point] = []
    for group in groups:
        points += _points(values[group.start : group.stop], group, rules, better)
    return Xmr(tuple(points), groups, better, rules, target, _assurance(groups, better, target))


def _groups(values: Sequence[Value], rules: Rules, rebases: Sequence[Rebase]) -> list[Group]:
    positions = [rebase.position for rebase in rebases]
    if positions != sorted(set(positions)) or any(not 0 < at < len(values) for at in positions):
        raise NotComputable("Rebases must come in order, one at a point, after the first point and within the series.")
    if any(not rebase.cause.strip() for rebase in rebases):
        raise NotComputable("A rebase has no cause. Limits are drawn anew only for a recorded change in the process.")
    edges = [0, *positions, len(values)]
    causes = ["", *(rebase.cause for rebase in rebases)]
    return [_group(values, *edge, cause, rules) for edge, cause in zip(pairwise(edges), causes, strict=True)]


def _group(values: Sequence[Value], start: int, stop: int, cause: str, rules: Rules) -> Group:
    recorded = [i for i in range(start, stop) if values[i] is not None]
    baseline = recorded[: rules.baseline_points]
    if not baseline:
        return Group(start, stop, 0, cause, None, None)
    within = values[start : baseline[-1] + 1]
    mean = average([value for value in within if value is not None])
    ranges = [abs(now - before) for before, now in pairwise(within) if before is not None and now is not None]
    mean_range = _mean_range(ranges, rules.screen_outliers) if ranges else None
    return Group(start, stop, len(recorded), cause, mean, mean_range)


def _mean_range(ranges: Sequence[float], screened: bool) -> float:
    """The mean moving range. Screening leaves out ranges of 3.267 means or wider, once."""
    mean = fsum(ranges) / len(ranges)
    if screened and mean > 0:
        ranges = [width for width in ranges if width < OUTLYING_RANGE * mean]
        mean = fsum(ranges) / len(ranges)
    return mean


def average(values: Sequence[float]) -> float:
    """The mean to the last digit, so that a point that is exactly on it is seen to be."""
    first = fsum(values) / len(values)
    return first + fsum([value - first for value in values]) / len(values)


def _points(values: Sequence[Value], group: Group, rules: Rules, better: Better) -> list[Point]:
    mean, lower, upper = group.mean, group.lower, group.upper
    verdict_of = _VERDICTS[better]
    points = []
    for value, (signal, direction) in zip(values, _signals(values, group, rules), strict=True):
        verdict = None if value is None else verdict_of[direction]
        points.append(Point(value, mean, lower, upper, signal, direction, verdict))
    return points


def _signals(values: Sequence[Value], group: Group, rules: Rules) -> list[tuple[Signal, int]]:
    if group.mean is None or group.mean_range is None:
        return [(Signal.NONE, 0)] * len(values)
    mean, reach = group.mean, LIMIT * group.mean_range
    side = signals.sides(values, mean)
    beyond = signals.outside(values, mean - reach, mean + reach)
    beyond_near = signals.outside(values, mean - NEAR * reach, mean + NEAR * reach)
    close = [bool(near) and not far for near, far in zip(beyond_near, beyond, strict=True)]
    tests = zip(
        beyond,
        signals.trends(values, rules.trend_length),
        signals.two_of_three(side, close),
        signals.runs(side, rules.run_length),
        strict=True,
    )
    return [_first(*marks) for marks in tests]


def _first(outside: int, trend: int, two_of_three: int, run: int) -> tuple[Signal, int]:
    """The first test that applies names the point."""
    if outside:
        return Signal.OUTSIDE, outside
    if trend:
        return Signal.TREND, trend
    if two_of_three:
        return Signal.TWO_OF_THREE, two_of_three
    return (Signal.RUN, run) if run else (Signal.NONE, 0)


_VERDICTS = {
    Better.HIGHER: {1: Verdict.IMPROVEMENT, -1: Verdict.CONCERN, 0: Verdict.COMMON},
    Better.LOWER: {1: Verdict.CONCERN, -1: Verdict.IMPROVEMENT, 0: Verdict.COMMON},
    Better.NEUTRAL: {1: Verdict.NEUTRAL_HIGH, -1: Verdict.NEUTRAL_LOW, 0: Verdict.COMMON},
}


def _assurance(groups: Sequence[Group], better: Better, target: float | None) -> Assurance:
    """Will the process of the last group that has values meet the target? Between the limits: sometimes."""
    group = next(group for group in reversed(groups) if group.recorded)
    if target is None or better is Better.NEUTRAL or group.lower is None or group.upper is None:
        return Assurance.NONE
    if group.constant and target == group.mean:
        return Assurance.PASS  # it has met the target every time: "hit or miss" would be untrue
    if group.lower <= target <= group.upper:
        return Assurance.INCONSISTENT
    reached = target < group.lower if better is Better.HIGHER else target > group.upper
    return Assurance.PASS if reached else Assurance.FAIL
