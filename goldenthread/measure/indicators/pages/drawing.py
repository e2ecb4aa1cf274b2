"""Figures → charts. A hidden figure is a gap, and limits are reckoned from what is shown."""

from collections.abc import Mapping, Sequence

from goldenthread.foundation.charts import AgeBand, AgesChart, BarChart, Bars, Chart, ControlChart, Line, LineChart
from goldenthread.foundation.charts.waiting import WaitingChart
from goldenthread.measure.indicators import bands
from goldenthread.measure.indicators.definition import Unit
from goldenthread.measure.indicators.figures import Figure
from goldenthread.measure.indicators.judging import Judged, judge
from goldenthread.measure.indicators.words import MARKS, PLACES
from goldenthread.rules.statistics.disclosure import Suppressed
from goldenthread.rules.statistics.intervals import Interval
from goldenthread.rules.statistics.survival import Curve, Step

FEWEST = 3  # points that make a control chart worth drawing
WEEK = 7


def control(identity: str, figures: Sequence[Figure]) -> tuple[Judged, ControlChart] | None:
    """None where there are too few points to draw."""
    if sum(figure.value is not None for figure in figures) < FEWEST:
        return None
    judged = judge(figures[0].definition, figures)
    if judged.xmr is None:
        return None
    definition = figures[0].definition
    return judged, ControlChart(
        identity=identity,
        title=f"{definition.title}, month by month",
        description=judged.sentence,
        chart=judged.xmr,
        periods=tuple(f"{figure.period.start:%b %Y}" for figure in figures),
        unit=judged.unit,
        places=0 if definition.unit is Unit.COUNT else 1,
    )


def annual(
    identity: str, own: Mapping[str, Figure], name: str, others: Mapping[str, Mapping[str, float | None]]
) -> LineChart | None:
    """The area's line with its intervals, beside the published ones, by the labels of the published periods."""
    others = {other: line for other, line in others.items() if any(value is not None for value in line.values())}
    labels = sorted({*own, *(label for line in others.values() for label in line)})
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
        unit=MARKS[definition.unit],
        places=PLACES[definition.unit],
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
