"""What a control chart says: points with their verdicts, groups with their limits, whether a target will be met."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.signals import Value

NEAR = 2 / 3  # of the way from the mean to a limit, to the near limit
FIRM_FROM = 13  # points in a group before its limits are more than trial limits
FEWEST_IN_BASELINE = 12


class Method(StrEnum):
    """How the limits are reckoned: from moving ranges, or from how many each percentage stands on (`pchart`)."""

    XMR = "XmR"
    P = "p"
    LANEY = "p′"


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
    """The points start … stop - 1 and what they share. No limits where no two neighbouring values are known.

    `reach` is the way from the mean to a limit: on a p-chart, whose limits differ from point to point, the latest's.
    `spread` is what it was reckoned from, after any screening: the mean moving range, or on a p-chart how many times
    wider than chance alone would have it (Laney's sigma z; 1 where it is no wider).
    """

    start: int
    stop: int
    recorded: int
    cause: str
    mean: float | None
    reach: float | None
    spread: float | None

    @property
    def lower(self) -> float | None:
        return None if self.mean is None or self.reach is None else self.mean - self.reach

    @property
    def upper(self) -> float | None:
        return None if self.mean is None or self.reach is None else self.mean + self.reach

    @property
    def constant(self) -> bool:
        """The limits have no width: the values behind them are all the same."""
        return self.reach == 0

    @property
    def trial(self) -> bool:
        return self.recorded < FIRM_FROM


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
class Judgement:
    """A control chart's judgement of a series."""

    points: tuple[Point, ...]
    groups: tuple[Group, ...]
    better: Better
    rules: Rules
    target: float | None
    assurance: Assurance
    method: Method = Method.XMR

    @property
    def latest(self) -> Point:
        """The last point that has a value; there is one at least."""
        return next(point for point in reversed(self.points) if point.value is not None)

    @property
    def variation(self) -> Verdict:
        """The variation icon: the type of the latest point."""
        return self.latest.verdict or Verdict.COMMON


VERDICTS = {
    Better.HIGHER: {1: Verdict.IMPROVEMENT, -1: Verdict.CONCERN, 0: Verdict.COMMON},
    Better.LOWER: {1: Verdict.CONCERN, -1: Verdict.IMPROVEMENT, 0: Verdict.COMMON},
    Better.NEUTRAL: {1: Verdict.NEUTRAL_HIGH, -1: Verdict.NEUTRAL_LOW, 0: Verdict.COMMON},
}


def assurance(groups: Sequence[Group], better: Better, target: float | None) -> Assurance:
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
