"""Figures → charts. A hidden figure is a gap, and limits are reckoned from what is shown."""

from collections.abc import Mapping, Sequence

from goldenthread.foundation.charts import (
    AgeBand,
    AgesChart,
    BarChart,
    Bars,
    Chart,
    ControlChart,
    FunnelChart,
    GapChart,
    Line,
    LineChart,
)
from goldenthread.foundation.charts.waiting import WaitingChart
from goldenthread.measure.indicators import bands
from goldenthread.measure.indicators.definition import Definition, Every, Unit
from goldenthread.measure.indicators.figures import Figure
from goldenthread.measure.indicators.judging import UNITS, Judged, judge
from goldenthread.measure.indicators.models import Rebase
from goldenthread.measure.indicators.pages.funnel import Like
from goldenthread.measure.indicators.pages.gap import Gap, measured
from goldenthread.measure.indicators.pages.series import enough
from goldenthread.measure.indicators.published import Published
from goldenthread.measure.indicators.words import PLACES
from goldenthread.rules.statistics.disclosure import Suppressed
from goldenthread.rules.statistics.intervals import Interval
from goldenthread.rules.statistics.survival import Curve, Step

WEEK = 7
BY = {Every.MONTH: "month by month", Every.QUARTER: "quarter by quarter", Every.TERM: "term by term"}
TERMS = {9: "Autumn", 1: "Spring", 4: "Summer"}


def control(
    identity: str, figures: Sequence[Figure], rebases: Sequence[Rebase] = ()
) -> tuple[Judged, ControlChart] | None:
    """None where there are too few points to draw. The figures are of one kind of period."""
    if not enough(figures):
        return None
    definition, every = figures[0].definition, figures[0].period.every
    judged = judge(definition, figures, rebases=rebases)
    if judged.xmr is None:
        return None
    return judged, ControlChart(
        identity=identity,
        title=f"{definition.title}, {BY.get(every, 'over time')}",
        description=judged.sentence,
        chart=judged.xmr,
        periods=tuple(_short(figure) for figure in figures),
        unit=judged.unit,
        places=PLACES[definition.unit],
    )


def _short(figure: Figure) -> str:
    """A period's name on the axis of a chart."""
    start, every = figure.period.start, figure.period.every
    if every is Every.TERM:
        return f"{TERMS[start.month]} {start.year}"
    if every is Every.QUARTER:
        return f"{start:%b}–{figure.period.end:%b %Y}"
    return f"{start:%b %Y}"


def released(identity: str, definition: Definition, other: Published) -> LineChart | None:
    """What is published of the area, with its intervals where counts are, beside England, region and neighbours."""
    if sum(figure.value is not None for figure in other.own) < 2:
        return None
    own = Line(other.name, [one.value for one in other.own], [one.interval for one in other.own])
    lines = [own]
    if definition.unit is not Unit.COUNT:
        lines += [Line(name, [line.get(label) for label in other.labels]) for name, line in other.series().items()]
    return LineChart(
        identity=identity,
        title=f"{definition.title}, as published",
        description="; ".join(f"{one.name}: {_last(one)}" for one in lines) + ".",
        lines=tuple(lines),
        periods=tuple(other.labels),
        unit=UNITS[definition.unit],
        places=PLACES[definition.unit],
    )


def annual(
    identity: str, own: Mapping[str, Figure], name: str, others: Mapping[str, Mapping[str, float | None]]
) -> LineChart | None:
    """The area's line with its intervals, beside the published ones, by the labels of the published periods."""
    others = {other: line for other, line in others.items() if any(value is not None for value in line.values())}
    labels = sorted({*own, *(label for line in others.values() for label in line)}) if others else list(own)
    if len(labels) < 2 or not any(figure.value is not None for figure in own.values()):
        return None
    definition = next(iter(own.values())).definition
    lines = [Line(name, _values(own, labels), [_interval(own.get(label)) for label in labels])]
    if definition.unit is not Unit.COUNT:  # a count of another place says nothing of this one
        lines += [Line(other, [line.get(label) for label in labels]) for other, line in others.items()]
    return LineChart(
        identity=identity,
        title=f"{definition.title}, year by year",
        description="; ".join(f"{one.name}: {_last(one)}" for one in lines) + ".",
        lines=tuple(lines),
        periods=tuple(labels),
        unit=UNITS[definition.unit],
        places=PLACES[definition.unit],
    )


def funnel(identity: str, definition: Definition, found: Like, period: str) -> FunnelChart:
    return FunnelChart(
        identity=identity,
        title=f"{definition.title}, {period}: {found.title.lower()}",
        description=found.sentence,
        funnel=found.drawn,
        size=definition.cohort.capitalize(),
        unit=UNITS[definition.unit],
        places=PLACES[definition.unit],
    )


def gaps(identity: str, found: Gap) -> GapChart | None:
    """None for fewer than two periods: a gap that cannot be seen to move."""
    if len(found.pairs) < 2 or found.other is None:
        return None
    own = found.pairs[0][0].definition
    lines = [
        Line(one.title, [pair[i].value for pair in found.pairs], [_interval(pair[i]) for pair in found.pairs])
        for i, one in enumerate((own, found.other))
    ]
    return GapChart(
        identity=identity,
        title=f"{own.title}, and the gap",
        description=found.sentence,
        lines=tuple(lines),
        periods=tuple(pair[0].period.label for pair in found.pairs),
        unit=UNITS[own.unit],
        places=PLACES[own.unit],
        gaps=[measured(pair) for pair in found.pairs],
    )


def ages(identity: str, title: str, waits: Sequence[Figure]) -> Chart:
    """How long open cases have been open; bars that can say “suppressed” where a band is hidden."""
    by_place = {figure.place: figure for figure in waits}
    names = [name for _, name in bands.WAITS]
    description = "Open cases by how long they have been open, with the law's limit of 20 weeks."
    if any(figure.hidden for figure in waits):
        values = [_or_hidden(by_place.get(name)) for name in names]
        series = (Bars("Open cases", values),)
        return BarChart(identity=identity, title=title, description=description, categories=tuple(names), series=series)
    counted = {name: int(by_place[name].value or 0) if name in by_place else 0 for name in names}
    columns = tuple(AgeBand(name, counted[name], late=name in bands.LATE) for name in names)
    return AgesChart(identity=identity, title=title, description=description, bands=columns)


def waiting(identity: str, title: str, figure: Figure) -> WaitingChart | None:
    """The survival curve of one year's requests. None where it is not shown."""
    if figure.hidden or not figure.detail or not figure.detail.get("curve"):
        return None
    steps = tuple(Step(int(day), 0, 0, *limits) for day, *limits in _weekly(figure.detail["curve"]))
    curve = Curve(steps, int(figure.denominator or 0), figure.detail["finished"], figure.detail["longest"])
    return WaitingChart(
        identity=identity, title=title, description="The share still without a plan, week by week.", curve=curve
    )


def _weekly(curve: Sequence[Sequence[float]]) -> list[Sequence[float]]:
    """Where the curve stands at each week's end: finer steps would tell of single children."""
    last_of_week = {-(-int(step[0]) // WEEK): step for step in curve}
    return [(week * WEEK, *step[1:]) for week, step in last_of_week.items()]


def _values(own: Mapping[str, Figure], labels: Sequence[str]) -> list[float | None]:
    return [own[label].value if label in own else None for label in labels]


def _interval(figure: Figure | None) -> Interval | None:
    if figure is None or figure.value is None or figure.lower is None or figure.upper is None:
        return None
    return Interval(figure.value, figure.lower, figure.upper)


def _last(line: Line) -> str:
    return next((f"{value:.1f}" for value in reversed(line.values) if value is not None), "no figure")


def _or_hidden(figure: Figure | None) -> float | Suppressed | None:
    if figure is None:
        return 0.0
    return Suppressed(figure.hidden) if figure.hidden else figure.value
