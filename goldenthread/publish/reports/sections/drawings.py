"""Series as charts: a control chart of months, a line of years."""

from collections.abc import Sequence

from goldenthread.foundation.charts import ControlChart, Line, LineChart
from goldenthread.publish.reports.document import Figure, drawing
from goldenthread.publish.reports.facts import Measure
from goldenthread.publish.reports.facts.observed import MARKS, PLACES
from goldenthread.publish.reports.facts.observed import Figure as Counted
from goldenthread.rules.statistics.intervals import Interval

ENOUGH = 3  # points; fewer are told, not drawn


def chart_of(measure: Measure) -> Figure | None:
    """None where there is too little to draw."""
    series = measure.series
    if measure.judged is not None and _known(series.months) >= ENOUGH:
        return by_month(measure)
    for figures, how in ((series.years, "by year"), (series.days, "on each day counted")):
        if _known(figures) >= ENOUGH:
            return _line(measure, figures, how)
    return None


def _known(figures: Sequence[Counted]) -> int:
    return sum(one.value is not None for one in figures)


def by_month(measure: Measure) -> Figure:
    assert measure.judged is not None
    assert measure.judged.xmr is not None
    about = measure.definition
    return drawing(
        ControlChart(
            identity=f"months-{about.code}",
            title=f"{about.title}, by month",
            description=measure.judged.sentence,
            chart=measure.judged.xmr,
            periods=tuple(f"{one.period_start:%b %Y}" for one in measure.series.months),
            unit=MARKS[about.unit],
            places=PLACES[about.unit],
        )
    )


def _line(measure: Measure, figures: Sequence[Counted], how: str) -> Figure:
    about = measure.definition
    line = Line(about.title, [one.value for one in figures], [_interval(one) for one in figures])
    return drawing(
        LineChart(
            identity=f"line-{about.code}",
            title=f"{about.title}, {how}",
            description=f"{about.title}: {len(figures)} figures, {how}.",
            lines=(line,),
            periods=tuple(one.period.label for one in figures),
            unit=MARKS[about.unit],
            places=PLACES[about.unit],
        )
    )


def _interval(one: Counted) -> Interval | None:
    if one.value is None or one.lower is None or one.upper is None:
        return None
    return Interval(one.value, one.lower, one.upper)
