"""The p-chart: percentages whose denominators differ, each point with limits of its own; by Laney's p′ where needed.

A month with 8 plans swings further than one with 80, and the XmR chart gives both the same limits. The p-chart gives
each what chance allows its denominator. Where the process itself varies more than chance (it mostly does, with large
denominators), Laney (2002) widens the limits by as much: sigma z, the mean moving range of the standardised values
over 1.128. Limits are never drawn narrower than chance alone would have them.
"""

from collections.abc import Sequence
from math import fsum, sqrt

from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.judgement import (
    DEFAULT_RULES,
    VERDICTS,
    Better,
    Group,
    Judgement,
    Method,
    Point,
    Rebase,
    Rules,
    Signal,
    assurance,
)
from goldenthread.rules.statistics.spc import mean_range, special_causes, stretches

RANGE_OF_ONE = 1.128  # the mean moving range of values whose standard deviation is 1
SIGMAS = 3.0
Share = tuple[float, float] | None


def p_chart(
    shares: Sequence[Share],
    *,
    better: Better = Better.NEUTRAL,
    rules: Rules = DEFAULT_RULES,
    rebases: Sequence[Rebase] = (),
    target: float | None = None,
) -> Judgement:
    """Judge a series of (numerator, denominator) in time order, in per cent; None, or 0 of 0, is not recorded.

    The four tests are those of the XmR chart, limits and runs on the scale of standard errors. Raises NotComputable as
    `xmr` does, and for a share that is no share.
    """
    recorded = [None if share is None or share[1] == 0 else _checked(share) for share in shares]
    groups, points = [], []
    for start, stop, cause in stretches(recorded, rebases):
        group, of_group = _group(recorded[start:stop], (start, stop, cause), rules, better)
        groups.append(group)
        points += of_group
    widened = any(group.spread is not None and group.spread > 1 for group in groups)
    method = Method.LANEY if widened else Method.P
    return Judgement(tuple(points), tuple(groups), better, rules, target, assurance(groups, better, target), method)


def _checked(share: tuple[float, float]) -> tuple[float, float]:
    numerator, denominator = share
    if not 0 <= numerator <= denominator:
        raise NotComputable(
            f"{numerator:g} of {denominator:g} is not a share of a cohort. A p-chart is for percentages alone."
        )
    return share


def _group(
    shares: Sequence[Share], where: tuple[int, int, str], rules: Rules, better: Better
) -> tuple[Group, list[Point]]:
    start, stop, cause = where
    values = [None if share is None else 100 * share[0] / share[1] for share in shares]
    known = [share for share in shares if share is not None]
    baseline = known[: rules.baseline_points]
    if not baseline:
        return Group(start, stop, 0, cause, None, None, None), _points(
            values, None, [None] * len(values), rules, better
        )
    mean = 100 * fsum(x for x, _ in baseline) / fsum(n for _, n in baseline)
    errors = [None if share is None else sqrt(mean * (100 - mean) / share[1]) for share in shares]
    spread = _spread(values, mean, errors, rules)
    reaches = [None if error is None or spread is None else SIGMAS * spread * error for error in errors]
    latest = next((reach for reach in reversed(reaches) if reach is not None), None)
    points = _points(values, mean, reaches, rules, better)
    return Group(start, stop, len(known), cause, mean, latest, spread), points


def _spread(values: Sequence[float | None], mean: float, errors: Sequence[float | None], rules: Rules) -> float | None:
    """Sigma z of the baseline, 1 at least; None where no two neighbouring values are known."""
    scaled = _scaled(values, mean, errors)
    if rules.baseline_points is not None:
        known = [i for i, value in enumerate(values) if value is not None][: rules.baseline_points]
        scaled = scaled[: known[-1] + 1]
    width = mean_range(scaled, rules.screen_outliers)
    return None if width is None else max(1.0, width / RANGE_OF_ONE)


def _scaled(values: Sequence[float | None], mean: float, reaches: Sequence[float | None]) -> list[float | None]:
    """How far from the mean, in units of each point's own reach. All or none in each cohort: never far."""
    return [
        None if value is None or reach is None else (value - mean) / reach if reach else 0.0
        for value, reach in zip(values, reaches, strict=True)
    ]


def _points(
    values: Sequence[float | None],
    mean: float | None,
    reaches: Sequence[float | None],
    rules: Rules,
    better: Better,
) -> list[Point]:
    found = [(Signal.NONE, 0)] * len(values)
    if mean is not None and any(reach is not None for reach in reaches):
        found = special_causes(values, _scaled(values, mean, reaches), 0.0, 1.0, rules)
    return [
        Point(
            value,
            mean,
            None if mean is None or reach is None else mean - reach,
            None if mean is None or reach is None else mean + reach,
            signal,
            direction,
            None if value is None else VERDICTS[better][direction],
        )
        for value, reach, (signal, direction) in zip(values, reaches, found, strict=True)
    ]
