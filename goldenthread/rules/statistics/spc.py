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
from itertools import pairwise
from math import fsum

from goldenthread.rules.statistics import signals
from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.judgement import (
    DEFAULT_RULES,
    NEAR,
    VERDICTS,
    Better,
    Group,
    Judgement,
    Point,
    Rebase,
    Rules,
    Signal,
    assurance,
)
from goldenthread.rules.statistics.signals import Value

LIMIT = 2.66  # mean moving ranges from the mean to a limit: 3 ÷ 1.128
OUTLYING_RANGE = 3.267  # mean moving ranges: a range as wide is an outlier, if screened


def xmr(
    values: Sequence[Value],
    *,
    better: Better = Better.NEUTRAL,
    rules: Rules = DEFAULT_RULES,
    rebases: Sequence[Rebase] = (),
    target: float | None = None,
) -> Judgement:
    """Judge a series in time order. None is a value not recorded: it is left out of the mean and it breaks patterns.

    Raises NotComputable if no value is recorded, or if a rebase is out of order, beyond the series or without a cause.
    """
    groups = [_group(values, *stretch, rules) for stretch in stretches(values, rebases)]
    points: list[Point] = []
    for group in groups:
        points += _points(values[group.start : group.stop], group, rules, better)
    return Judgement(tuple(points), tuple(groups), better, rules, target, assurance(groups, better, target))


def stretches(values: Sequence[object], rebases: Sequence[Rebase]) -> list[tuple[int, int, str]]:
    """Where each group starts and stops, and its cause. Raises NotComputable, as `xmr` does."""
    if all(value is None for value in values):
        raise NotComputable("No value of the series is recorded. Record at least one; a chart needs 13 to be firm.")
    positions = [rebase.position for rebase in rebases]
    if positions != sorted(set(positions)) or any(not 0 < at < len(values) for at in positions):
        raise NotComputable("Rebases must come in order, one at a point, after the first point and within the series.")
    if any(not rebase.cause.strip() for rebase in rebases):
        raise NotComputable("A rebase has no cause. Limits are drawn anew only for a recorded change in the process.")
    causes = ["", *(rebase.cause for rebase in rebases)]
    edges = pairwise([0, *positions, len(values)])
    return [(start, stop, cause) for (start, stop), cause in zip(edges, causes, strict=True)]


def _group(values: Sequence[Value], start: int, stop: int, cause: str, rules: Rules) -> Group:
    recorded = [i for i in range(start, stop) if values[i] is not None]
    baseline = recorded[: rules.baseline_points]
    if not baseline:
        return Group(start, stop, 0, cause, None, None, None)
    within = values[start : baseline[-1] + 1]
    mean = average([value for value in within if value is not None])
    width = mean_range(within, rules.screen_outliers)
    return Group(start, stop, len(recorded), cause, mean, None if width is None else LIMIT * width, width)


def mean_range(values: Sequence[Value], screened: bool) -> float | None:
    """The mean of the ranges between neighbours, None without any. Screening leaves out those of 3.267 means or wider,
    once.
    """
    ranges = [abs(now - before) for before, now in pairwise(values) if before is not None and now is not None]
    if not ranges:
        return None
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
    if mean is None or group.reach is None:
        found = [(Signal.NONE, 0)] * len(values)
    else:
        found = special_causes(values, values, mean, group.reach, rules)
    verdict_of = VERDICTS[better]
    return [
        Point(value, mean, lower, upper, signal, direction, None if value is None else verdict_of[direction])
        for value, (signal, direction) in zip(values, found, strict=True)
    ]


def special_causes(
    values: Sequence[Value], placed: Sequence[Value], mean: float, reach: float, rules: Rules
) -> list[tuple[Signal, int]]:
    """The four tests. `placed` are the values on the scale of `mean` and `reach`: themselves, or in a p-chart their
    distances from the mean in standard errors.
    """
    side = signals.sides(placed, mean)
    beyond = signals.outside(placed, mean - reach, mean + reach)
    beyond_near = signals.outside(placed, mean - NEAR * reach, mean + NEAR * reach)
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
