"""A control chart said in a sentence that a councillor can repeat, with the warnings that belong to it."""

from datetime import date

from goldenthread.rules.statistics import signals
from goldenthread.rules.statistics.judgement import FIRM_FROM, Group, Judgement, Method, Point, Signal, Verdict
from goldenthread.rules.statistics.rounding import number, spaced, span

_OPENING = {
    Verdict.IMPROVEMENT: "Improvement",
    Verdict.CONCERN: "Concern",
    Verdict.NEUTRAL_HIGH: "Unusually high",
    Verdict.NEUTRAL_LOW: "Unusually low",
}


def sentence(chart: Judgement, unit: str = "") -> str:
    """The verdict on the latest point: “No change detectable: 9 points, all within 31–58 %.” Unit as in “%”, “days”."""
    latest = chart.latest
    group = _group_of_latest(chart)
    if latest.lower is None or latest.upper is None:
        return f"Too few points to judge: {_points(group.recorded)}, the latest {_figure(latest.value, unit, group)}."
    if group.constant and latest.signal is Signal.NONE:
        return f"No variation: {_points(group.recorded)}, every one {_figure(group.mean, unit, group)}."
    if latest.signal is Signal.NONE:
        return f"No change detectable{_common(chart, group, unit)}."
    return f"{_OPENING[chart.variation]}: {_reason(chart, group, latest, unit)}."


def _common(chart: Judgement, group: Group, unit: str) -> str:
    points = chart.points[group.start : group.stop]
    earlier = sum(point.signal is not Signal.NONE for point in points)
    limits = _within(chart, group, unit)
    if not earlier and chart.method is not Method.XMR:
        return f": {_points(group.recorded)}, each within the limits of its own number; of the latest, {limits}"
    if not earlier:
        return f": {_points(group.recorded)}, all within {limits}"
    were = "1 earlier point was" if earlier == 1 else f"{earlier} earlier points were"
    return f" now: the latest point is within {limits}; {were} unusual"


def _reason(chart: Judgement, group: Group, latest: Point, unit: str) -> str:
    values = [point.value for point in chart.points[group.start : group.stop] if point.value is not None]
    high = latest.direction > 0
    if latest.signal is Signal.OUTSIDE:
        limit, above = (latest.upper, "above the upper") if high else (latest.lower, "below the lower")
        value, limit_shown = _figure(latest.value, unit, group), _figure(limit, unit, group)
        return f"the latest point, {value}, is {above} limit of {limit_shown}"
    if latest.signal is Signal.TREND:
        in_a_row = signals.streak(signals.moves(values)) + 1
        return f"the latest {in_a_row} points each {'higher' if high else 'lower'} than the one before"
    if latest.signal is Signal.TWO_OF_THREE:
        return f"of 3 points in a row, 2 or more are close to the {'upper' if high else 'lower'} limit"
    in_a_row = signals.streak(signals.sides(values, group.mean or 0.0))
    where = "above" if high else "below"
    return f"the latest {in_a_row} points are all {where} the mean of {_figure(group.mean, unit, group)}"


def warnings(chart: Judgement, dates: tuple[date, ...] = ()) -> list[str]:
    """What a reader must know before trusting the limits, one sentence each."""
    found = []
    for group in chart.groups:
        where = _where(chart, group, dates)
        if group.recorded < FIRM_FROM:
            found.append(f"Trial limits{where}: {_points(group.recorded)}; {FIRM_FROM} make the limits firm.")
        if group.constant:
            found.append(f"No variation{where}: the values are all the same, so the limits have no width.")
    if chart.method is not Method.XMR:
        found.append(_of_its_own(chart))
    missing = sum(point.value is None for point in chart.points)
    if missing:
        found.append(
            f"{missing} of {_points(len(chart.points))} {'is' if missing == 1 else 'are'} missing. "
            "A missing value is not zero: it is left out of mean and limits, and no run or trend is counted across it."
        )
    return found


def _of_its_own(chart: Judgement) -> str:
    said = "Each point has limits of its own, since the numbers that the percentages stand on differ strongly"
    wider = max((group.spread or 1.0 for group in chart.groups), default=1.0)
    if chart.method is Method.LANEY:
        return f"{said}; they are {number(wider, 1)} times as wide as chance alone would have them (Laney’s p′ chart)."
    return f"{said} (p-chart)."


def _where(chart: Judgement, group: Group, dates: tuple[date, ...]) -> str:
    if len(chart.groups) == 1:
        return ""
    start = dates[group.start] if dates else None
    when = f"{start.day} {start:%B %Y}" if start else f"point {group.start + 1}"
    return f" in the group from {when}" + (f" ({group.cause})" if group.cause else "")


def _group_of_latest(chart: Judgement) -> Group:
    return next(group for group in reversed(chart.groups) if group.recorded)


def _points(count: int) -> str:
    return f"{count} point{'' if count == 1 else 's'}"


def _within(chart: Judgement, group: Group, unit: str) -> str:
    """Limits as shown: no percentage can be under 0 or over 100, unless the values themselves are."""
    lower, upper = group.lower or 0.0, group.upper or 0.0
    if unit == "%" and all(0 <= (point.value or 0) <= 100 for point in chart.points):
        lower, upper = max(lower, 0.0), min(upper, 100.0)
    return span(lower, upper, unit, _places(group))


def _figure(value: float | None, unit: str, group: Group) -> str:
    return f"{number(value or 0.0, _places(group))}{spaced(unit)}"


def _places(group: Group) -> int:
    """One decimal where whole numbers would hide the spread."""
    if group.lower is None or group.upper is None:
        return 1 if group.mean is not None and group.mean % 1 else 0
    width = group.upper - group.lower
    if width == 0:
        return 1 if (group.mean or 0.0) % 1 else 0
    return 0 if width >= 10 else 1 if width >= 1 else 2
