"""The XmR chart's verdicts on very many series at once: the same signals, limits and icons as `spc.xmr` gives each.

For a region or the nation (every measure of every school), where 100,000 series are judged together. NumPy is imported
when asked for, because the commands of `rules/` must start fast. Sums carry their rounding error along (Knuth's
two-sum), so that means are those of `math.fsum`, and a point exactly on its mean is seen to be.
"""

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, TypeAlias

from goldenthread.rules.statistics.judgement import DEFAULT_RULES, NEAR, Assurance, Better, Rules, Signal, Verdict
from goldenthread.rules.statistics.spc import LIMIT, OUTLYING_RANGE

if TYPE_CHECKING:
    import numpy as np

    Floats: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]
    Signs: TypeAlias = np.ndarray[Any, np.dtype[np.int8]]
    Flags: TypeAlias = np.ndarray[Any, np.dtype[np.bool_]]
    Whole: TypeAlias = np.ndarray[Any, np.dtype[np.int64]]
    Names: TypeAlias = np.ndarray[Any, np.dtype[np.object_]]

AT_ONCE = 2_048  # series whose points fit into the processor's cache together
SIGNALS = tuple(Signal)
VERDICTS = {
    Better.HIGHER: (Verdict.CONCERN, Verdict.COMMON, Verdict.IMPROVEMENT),
    Better.LOWER: (Verdict.IMPROVEMENT, Verdict.COMMON, Verdict.CONCERN),
    Better.NEUTRAL: (Verdict.NEUTRAL_LOW, Verdict.COMMON, Verdict.NEUTRAL_HIGH),
}


@dataclass(frozen=True, slots=True)
class Bulk:
    """An entry, or a row, for each series. Of each point: `signal`, a place in SIGNALS; `direction`, 1, -1 or 0.

    Without two neighbouring values there are no limits (NaN); without any value there is no mean either, and
    `variation` is common cause, as 0 in `recorded` tells apart.
    """

    mean: "Floats"
    lower: "Floats"
    upper: "Floats"
    recorded: "Whole"
    signal: "Signs"
    direction: "Signs"
    variation: "Names"  # Verdict of the latest value
    assurance: "Names"


def xmr_bulk(
    values: "Floats",
    *,
    better: Better = Better.NEUTRAL,
    rules: Rules = DEFAULT_RULES,
    targets: "Floats | float | None" = None,
) -> Bulk:
    """Judge many series of one length: a row each, in time order, NaN where no value was recorded. No rebases.

    `targets` is one for all, or one for each (NaN: none).
    """
    import numpy as np

    values = np.asarray(values, dtype=np.float64)
    if values.ndim != 2:
        raise ValueError("Give a table: a row for each series, a column for each period.")
    aimed = np.broadcast_to(np.asarray(np.nan if targets is None else targets, dtype=np.float64), len(values))
    starts = range(0, max(len(values), 1), AT_ONCE)
    parts = [_judged(values[i : i + AT_ONCE], better, rules, aimed[i : i + AT_ONCE]) for i in starts]
    return Bulk(*(np.concatenate([getattr(part, each.name) for part in parts]) for each in fields(Bulk)))


def _judged(values: "Floats", better: Better, rules: Rules, targets: "Floats") -> Bulk:
    """In here a column is a series, so that neighbouring periods lie in neighbouring rows."""
    import numpy as np

    points = np.ascontiguousarray(values.T)
    known = ~np.isnan(points)
    with np.errstate(invalid="ignore", divide="ignore"):
        mean, width = _mean_and_range(points, known, rules)
        reach = LIMIT * width
        lower, upper = mean - reach, mean + reach
        signal, direction = _special_causes(points, mean, reach, rules)
        assurance = _assurance(lower, upper, mean, targets, better)
    height = len(points)
    latest = height - 1 - np.argmax(known[::-1], axis=0) if height else np.zeros(len(values), dtype=np.int64)
    last = direction[latest, np.arange(len(values))] if height else np.zeros(len(values), dtype=np.int8)
    variation = np.array(VERDICTS[better], dtype=object)[last + 1]
    return Bulk(mean, lower, upper, known.sum(axis=0), signal.T, direction.T, variation, assurance)


def _mean_and_range(points: "Floats", known: "Flags", rules: Rules) -> "tuple[Floats, Floats]":
    import numpy as np

    used = known
    if rules.baseline_points is not None:
        used = known & (np.cumsum(known, axis=0) <= rules.baseline_points)
    count = used.sum(axis=0)
    first = _total(np.where(used, points, 0.0)) / count
    mean = first + _total(np.where(used, points - first, 0.0)) / count
    between = used[1:] & known[:-1]
    ranges = np.where(between, np.abs(points[1:] - points[:-1]), 0.0)
    width = _total(ranges) / between.sum(axis=0)
    if rules.screen_outliers:
        kept = between & ((ranges < OUTLYING_RANGE * width) | (width == 0))
        width = _total(np.where(kept, ranges, 0.0)) / kept.sum(axis=0)
    return mean, width


def _total(points: "Floats") -> "Floats":
    """The sum of each column, as exact as `math.fsum`: what each addition rounds away is added at the end."""
    import numpy as np

    total, lost = np.zeros(points.shape[1]), np.zeros(points.shape[1])
    for row in points:
        more = total + row
        taken = more - total
        lost += (total - (more - taken)) + (row - taken)
        total = more
    return total + lost


def _special_causes(points: "Floats", mean: "Floats", reach: "Floats", rules: Rules) -> "tuple[Signs, Signs]":
    """The four tests of `signals`, in their order; none where there are no limits."""
    import numpy as np

    side = _side(points, mean, mean)
    outside = _side(points, mean - reach, mean + reach)
    close = (_side(points, mean - NEAR * reach, mean + NEAR * reach) != 0) & (outside == 0)
    moves = np.zeros_like(side)
    moves[1:] = _side(points[1:], points[:-1], points[:-1])
    tests = (
        outside,
        _marked(moves, rules.trend_length - 1, rules.trend_length),
        _two_of_three(side, close),
        _marked(side, rules.run_length, rules.run_length),
    )
    signal, direction = np.zeros_like(side), np.zeros_like(side)
    for place, test in enumerate(tests, start=1):
        new = (test != 0) & (signal == 0)
        signal[new] = place
        np.copyto(direction, test, where=new)
    without = np.isnan(reach)
    signal[:, without] = 0
    direction[:, without] = 0
    return signal, direction


def _side(points: "Floats", lower: "Floats", upper: "Floats") -> "Signs":
    import numpy as np

    return (points > upper).astype(np.int8) - (points < lower).astype(np.int8)


def _marked(signs: "Signs", alike: int, length: int) -> "Signs":
    """Where so many signs in a row are alike, the last `length` points marked; a later pattern takes a shared point."""
    import numpy as np

    height = len(signs)
    ends = np.zeros_like(signs)
    if height >= alike:
        tail = signs[alike - 1 :]
        same = tail != 0
        for back in range(1, alike):
            same &= signs[alike - 1 - back : height - back] == tail
        np.copyto(ends[alike - 1 :], tail, where=same)
    marks = np.zeros_like(signs)
    for ahead in range(min(length, height) - 1, -1, -1):
        here = marks[: height - ahead]
        np.copyto(here, ends[ahead:], where=here == 0)
    return marks


def _two_of_three(side: "Signs", close: "Flags") -> "Signs":
    import numpy as np

    marks = np.zeros_like(side)
    if len(side) < 3:
        return marks
    near = close.astype(np.int8)
    found = (side[2:] == side[1:-1]) & (side[2:] == side[:-2]) & (near[2:] + near[1:-1] + near[:-2] >= 2)
    three = np.where(found, side[2:], np.int8(0))
    for j in range(3):
        here = slice(j, len(side) - 2 + j)
        np.copyto(marks[here], three, where=close[here] & (three != 0))
    return marks


def _assurance(lower: "Floats", upper: "Floats", mean: "Floats", targets: "Floats", better: Better) -> "Names":
    import numpy as np

    found = np.full(len(mean), Assurance.NONE, dtype=object)
    if better is Better.NEUTRAL:
        return found
    asked = ~np.isnan(targets) & ~np.isnan(lower)
    below, above = targets < lower, targets > upper
    passes, fails = (below, above) if better is Better.HIGHER else (above, below)
    found[asked] = Assurance.INCONSISTENT
    found[asked & fails] = Assurance.FAIL
    found[asked & (passes | ((lower == upper) & (targets == mean)))] = Assurance.PASS
    return found
