"""DOOR. Questions to the observations."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import F, Max, Q, QuerySet

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.indicators import catalogue, words
from goldenthread.measure.indicators.definition import Better, Definition, Every, Level, Supply, Topic
from goldenthread.measure.indicators.figures import Figure, shown
from goldenthread.measure.indicators.judging import Judged, judge
from goldenthread.measure.indicators.models import Observation, Rebase
from goldenthread.measure.indicators.periods import Period

__all__ = [
    "Better",
    "Figure",
    "Judged",
    "Observation",
    "Rebase",
    "Supply",
    "Topic",
    "judge",
    "shown",
    "words",
]  # ours to hand on, with the questions below

# Which kind of period a page shows first: whole years before days, and days before parts of a year.
PREFERRED = (Every.YEAR, Every.ACADEMIC, Every.FINANCIAL, Every.DAY, Every.TERM, Every.QUARTER, Every.MONTH)
YEARS_BACK = 3  # of a school's own figures

Group = tuple[str, ...]
When = tuple[str, date]  # kind of period, and its first day

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
    """The area-level series of several indicators in one query. Unless `every` says otherwise: by month, or by the
    shortest period that they are counted for."""
    codes = tuple(indicators)
    return _series_of(codes, _current(area, until).filter(_of_area(codes, every)).order_by("period_start"))


def several_with_answers(
    area: LocalArea, indicators: Iterable[str], until: date
) -> tuple[dict[str, list[Observation]], dict[str, dict[str, int]]]:
    """As `several`; and for each survey indicator among them, how many answered in the twelve months to `until`, by the
    child's age. One query.

    Every age that has ever answered is named, so that those who have fallen silent stand there with 0.
    """
    codes = tuple(indicators)
    surveys = [code for code in codes if (found := about(code)) and found.experience]
    of_ages = Q(indicator__in=surveys, level=Level.AGE_BAND, every=Every.MONTH)
    rows = list(_current(area, until).filter(_of_area(codes, "") | of_ages).order_by("period_start", "place"))
    answers = [one for one in rows if one.level == Level.AGE_BAND]
    return _series_of(codes, (one for one in rows if one.level == Level.AREA)), _heard(surveys, answers, until)


def _of_area(codes: Sequence[str], every: str) -> Q:
    asked = Q(every=every or "month")
    if not every:
        for kind in PREFERRED:
            others = [code for code in codes if _shortest(code) is kind]
            asked |= Q(every=kind, indicator__in=others) if others and kind is not Every.MONTH else Q()
    return asked & Q(indicator__in=codes, level=Level.AREA)


def _series_of(codes: Sequence[str], rows: Iterable[Observation]) -> dict[str, list[Observation]]:
    found: dict[str, list[Observation]] = {code: [] for code in codes}
    for one in rows:
        if _whole(one):
            found[one.indicator].append(one)
    return found


def _heard(surveys: Sequence[str], answers: Iterable[Observation], until: date) -> dict[str, dict[str, int]]:
    heard: dict[str, dict[str, int]] = {code: {} for code in surveys}
    year_ago = until - timedelta(days=365)
    for one in sorted(answers, key=lambda one: one.place):
        bands = heard[one.indicator]
        bands[one.place] = bands.get(one.place, 0) + (int(one.denominator or 0) if one.period_start > year_ago else 0)
    return heard


def _shortest(code: str) -> Every | None:
    what = about(code)
    return next((every for every in reversed(PREFERRED) if what and every in what.periods), None)


def area_level(area: LocalArea, indicators: Iterable[str], until: date) -> list[Observation]:
    """Every current figure of the whole area, of every kind of period, oldest first, in one query."""
    found = _current(area, until).filter(indicator__in=tuple(indicators), level="area")
    return list(found.order_by("period_start", "period_end"))


def latest(area: LocalArea, indicators: Iterable[str], until: date) -> dict[str, Observation]:
    """The newest area-level figure of each, of the kind of period that comes first; two queries for any number.

    A period that is not over, and has nothing to count yet, is passed over.
    """
    asked = _current(area, until).filter(indicator__in=tuple(indicators), level=Level.AREA)
    ends = asked.order_by().values_list("indicator", "status", "every").annotate(Max("period_start"), Max("period_end"))
    told = [
        ((indicator,), (every, start))
        for indicator, status, every, start, end in ends
        if status != Observation.Status.NONE or Period(start, end, Every(every)).whole
    ]
    newest = _of_first_kind(told)
    if not newest:
        return {}
    found = asked.filter(_any_of(newest.values()))
    return {one.indicator: one for one in found if newest.get((one.indicator,)) == (one.every, one.period_start)}


def parts(area: LocalArea, indicator: str, until: date) -> list[Observation]:
    """Every place of every level but the area, each level in the newest period of its first kind, in two queries."""
    levels = [level for level in definition(indicator).levels if level is not Level.AREA]
    asked = _current(area, until).filter(indicator=indicator, level__in=levels).order_by()
    newest = _of_first_kind(_starts(asked, ("level",)))
    if not newest:
        return []
    found = asked.filter(_any_of(newest.values()))
    return _by_place(one for one in found if newest[one.level,] == (one.every, one.period_start))


def with_parts(area: LocalArea, indicators: Iterable[str], until: date) -> frozenset[str]:
    """Those of the indicators that have figures of parts of the area."""
    others = [level for level in Level if level is not Level.AREA]
    asked = _current(area, until).filter(indicator__in=tuple(indicators), level__in=others)
    found = asked.order_by().values_list("indicator", flat=True)
    return frozenset(found.distinct())


def places(area: LocalArea, indicator: str, level: str, every: str, until: date) -> list[Observation]:
    """Every place of one level in its newest period of a kind."""
    return _newest(_current(area, until).filter(indicator=indicator, level=level, every=every), ("indicator",))


class AtSchool(NamedTuple):
    """A figure of a school as its numbers alone: hundreds are read for one page."""

    indicator: str
    place: str
    numerator: float | None
    denominator: float | None
    value: float | None
    every: str
    period_start: date
    period_end: date
    level: str = "establishment"


def at_schools(area: LocalArea, when: Mapping[str, When], until: date) -> tuple[list[AtSchool], list[Observation]]:
    """Measures at every school, each in the period named; and the whole area's figures of the same periods. A query a
    period: thousands of rows come without their days.
    """
    current = _current(area, until)
    told: list[AtSchool] = []
    of_area: list[Observation] = []
    for every, start in sorted(set(when.values())):
        codes = tuple(code for code, asked in when.items() if asked == (every, start))
        asked = current.filter(indicator__in=codes, every=every, period_start=start).order_by()
        of_area += (wholes := list(asked.filter(level=Level.AREA)))
        end = wholes[0].period_end if wholes else start
        rows = asked.filter(level=Level.ESTABLISHMENT)
        columns = ("indicator", "place", "numerator", "denominator", "value")
        told += [
            AtSchool(code, place, top, under, value, every, start, end)
            for code, place, top, under, value in rows.values_list(*columns)
        ]
    return told, of_area


def newest_periods(found: Iterable[Observation]) -> dict[str, When]:
    """{indicator: its newest period of the kind that comes first}."""
    newest = _of_first_kind(((one.indicator,), (one.every, one.period_start)) for one in found)
    return {indicator: when for (indicator,), when in newest.items()}


def of_school(area: LocalArea, urn: str, until: date) -> list[Observation]:
    """All current figures of one school for the last years, oldest first."""
    since = date(until.year - YEARS_BACK - 1, 1, 1)
    found = _current(area, until).filter(level=Level.ESTABLISHMENT, place=urn, period_start__gte=since)
    return sorted(found.order_by(), key=lambda one: (one.indicator, one.period_start))


def observation(area: LocalArea, key: int) -> Observation:
    """Raises Observation.DoesNotExist, also for another area's."""
    return Observation.objects.select_related("snapshot", "replaced_by", "area").get(area=area, pk=key)


def adding_up_with(area: LocalArea, one: Observation, until: date) -> list[Observation]:
    """The current figures that could give one away: the other places of its level with the whole, or the other
    periods of the area.
    """
    found = _current(area, until).filter(indicator=one.indicator)
    if one.level == Level.AREA:
        return list(found.filter(level=Level.AREA).exclude(every=one.every, period_start=one.period_start))
    same = found.filter(every=one.every, period_start=one.period_start, period_end=one.period_end)
    return list(same.filter(level__in=[Level.AREA, one.level]).exclude(level=one.level, place=one.place))


def rebases(area: LocalArea, indicator: str) -> list[Rebase]:
    """Where the control chart of an indicator starts anew, oldest first; withdrawn ones are among them."""
    return list(Rebase.objects.filter(area=area, indicator=indicator))


def standing_rebases(area: LocalArea, indicators: Iterable[str]) -> dict[str, list[Rebase]]:
    """Those that hold, of several indicators, in one query."""
    found: dict[str, list[Rebase]] = {}
    for one in Rebase.objects.filter(area=area, indicator__in=tuple(indicators), withdrawn_on=None):
        found.setdefault(one.indicator, []).append(one)
    return found


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
    found = Observation.objects.filter(area=area, replaced_by=None, period_end__lte=until).select_related("snapshot")
    return found.defer("snapshot__tables", "snapshot__sources")  # long, and the same in hundreds of rows


def _newest(asked: QuerySet[Observation], by: Group) -> list[Observation]:
    """The rows of the newest period of each kind, in each group: the periods are asked first, then their rows."""
    starts = _starts(asked, by)
    if not starts:
        return []
    wanted = {(*group, *when) for group, when in starts}
    found = asked.filter(_any_of(when for _, when in starts)).order_by()
    return _by_place(
        one for one in found if (*(getattr(one, name) for name in by), one.every, one.period_start) in wanted
    )


def _by_place(found: Iterable[Observation]) -> list[Observation]:
    """Sorted here: asked to sort, the database takes an index that is in order and reads the whole area through it."""
    return sorted(found, key=lambda one: (one.place, one.pk))


def _starts(asked: QuerySet[Observation], by: Group) -> list[tuple[Group, When]]:
    """The newest period of each kind, in each group."""
    found = asked.order_by().values_list(*by, "every").annotate(start=Max("period_start"))
    return [(tuple(group), (every, start)) for *group, every, start in found]


def _of_first_kind(starts: Iterable[tuple[Group, When]]) -> dict[Group, When]:
    """Of each group, the newest period of the kind that comes first."""
    ordered = sorted(starts, key=lambda one: (-PREFERRED.index(Every(one[1][0])), one[1][1]))
    return dict(ordered)  # the last of a group wins


def _any_of(whens: Iterable[When]) -> Q:
    """Rows of these periods, and maybe a few more: two lists are found by the index, pairs are not. The caller keeps
    what it asked for.
    """
    kinds, starts = zip(*set(whens), strict=True)
    return Q(every__in=sorted(set(kinds)), period_start__in=sorted(set(starts)))


def _whole(one: Observation) -> bool:
    return Period(one.period_start, one.period_end, Every(one.every)).whole
