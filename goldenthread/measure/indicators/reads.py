"""DOOR. Questions to the observations."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import F, Q, QuerySet, Subquery

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.indicators import catalogue, words
from goldenthread.measure.indicators.definition import Better, Definition, Every
from goldenthread.measure.indicators.figures import Figure, shown
from goldenthread.measure.indicators.judging import Judged, judge
from goldenthread.measure.indicators.models import Observation
from goldenthread.measure.indicators.periods import Period

__all__ = [
    "Better",
    "Figure",
    "Judged",
    "Observation",
    "judge",
    "shown",
    "words",
]  # ours to hand on, with the questions below

definition = catalogue.definition
definitions = catalogue.all_definitions


def series(
    area: LocalArea, indicator: str, until: date, *, every: str = "month", level: str = "area", place: str = ""
) -> list[Observation]:
    """The current figures of one indicator, oldest first, whole periods only: a month cut short is not a point of a
    chart.
    """
    found = _current(area, until).filter(indicator=indicator, every=every, level=level, place=place)
    return [one for one in found.order_by("period_start") if _whole(one)]


def several(
    area: LocalArea, indicators: Iterable[str], until: date, *, every: str = ""
) -> dict[str, list[Observation]]:
    """The area-level series of several indicators in one query. Unless `every` says otherwise: by month, or by day
    where they are known on days only."""
    found: dict[str, list[Observation]] = {code: [] for code in indicators}
    asked = Q(every=every or "month")
    if not every:
        asked |= Q(every="day", indicator__in=[code for code in found if _on_days_only(code)])
    for one in _current(area, until).filter(asked, indicator__in=found, level="area").order_by("period_start"):
        if _whole(one):
            found[one.indicator].append(one)
    return found


def _on_days_only(code: str) -> bool:
    what = about(code)
    return what is not None and Every.MONTH not in what.periods


def area_level(area: LocalArea, indicators: Iterable[str], until: date) -> list[Observation]:
    """Every current figure of the whole area, by month, year and day, oldest first, in one query."""
    found = _current(area, until).filter(indicator__in=tuple(indicators), level="area")
    return list(found.order_by("period_start", "period_end"))


def latest(area: LocalArea, indicators: Iterable[str], until: date) -> dict[str, Observation]:
    """The newest area-level figure of each, by year where it is counted by year, else by month or day."""
    newest: dict[str, Observation] = {}
    rank = {"year": 2, "day": 1, "month": 0}
    found = _current(area, until).filter(indicator__in=tuple(indicators), level="area")
    for one in found:
        held = newest.get(one.indicator)
        if held is None or (rank[one.every], one.period_start) >= (rank[held.every], held.period_start):
            newest[one.indicator] = one
    return newest


def places(area: LocalArea, indicator: str, level: str, every: str, until: date) -> list[Observation]:
    """Every place of a level in its newest period, in one query."""
    found = _current(area, until).filter(indicator=indicator, level=level, every=every)
    newest = found.order_by("-period_start").values("period_start")[:1]
    return list(found.filter(period_start=Subquery(newest)).order_by("place"))


def answers_in_a_year(area: LocalArea, indicators: Iterable[str], until: date) -> dict[str, dict[str, int]]:
    """For each survey indicator: how many answered in the twelve months to `until`, by the child's age.

    Every age that has ever answered is named, so that those who have fallen silent stand there with 0.
    """
    asked = [code for code in indicators if (found := about(code)) and found.experience]
    heard: dict[str, dict[str, int]] = {code: {} for code in asked}
    year_ago = until - timedelta(days=365)
    for one in _current(area, until).filter(indicator__in=asked, level="age_band", every="month").order_by("place"):
        bands = heard[one.indicator]
        bands[one.place] = bands.get(one.place, 0) + (int(one.denominator or 0) if one.period_start > year_ago else 0)
    return heard


def restatements(area: LocalArea, indicator: str) -> QuerySet[Observation]:
    """Figures that were corrected, each with the one that replaced it, newest first. A year that merely went on is
    not one, nor is a figure that there was nothing yet to count.
    """
    return (
        Observation.objects.filter(
            area=area, indicator=indicator, level="area", period_end=F("replaced_by__period_end")
        )
        .exclude(status=Observation.Status.NONE)
        .select_related("snapshot", "replaced_by__snapshot")
        .order_by("-period_start", "-pk")
    )


def restated(area: LocalArea) -> QuerySet[Observation]:
    """Every corrected figure of the whole area, whatever the indicator, the last corrected first."""
    found = Observation.objects.filter(area=area, level="area", period_end=F("replaced_by__period_end"))
    return found.exclude(status=Observation.Status.NONE).select_related("replaced_by").order_by("-replaced_by__pk")


def about(code: str) -> Definition | None:
    """None for a code that has no definition: a plan may name a measure that nobody has defined yet."""
    return catalogue.definition(code) if code in catalogue.codes() else None


def _current(area: LocalArea, until: date) -> QuerySet[Observation]:
    return Observation.objects.filter(area=area, replaced_by=None, period_end__lte=until).select_related("snapshot")


def _whole(one: Observation) -> bool:
    return Period(one.period_start, one.period_end, Every(one.every)).whole
