"""Observations as a viewer may see them. Every page, table, chart and download takes its numbers from here.

A hidden figure holds no number at all: what is not in it cannot be shown by mistake.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from goldenthread.measure.indicators import bands, catalogue
from goldenthread.measure.indicators.definition import Definition, Every, Level, Unit
from goldenthread.measure.indicators.intervals import interval
from goldenthread.measure.indicators.linked import hidden_together
from goldenthread.measure.indicators.models import Observation
from goldenthread.measure.indicators.periods import Period
from goldenthread.rules.statistics import disclosure
from goldenthread.rules.statistics.disclosure import Rule, Suppressed
from goldenthread.rules.statistics.rounding import to_nearest

SO_THAT = "so that it cannot be worked out from the others"


@dataclass(frozen=True)
class Figure:
    """One figure of one place and period, with where it comes from. `hidden` says why no number is shown."""

    definition: Definition
    level: Level
    place: str
    period: Period
    numerator: float | None
    denominator: float | None
    value: float | None
    lower: float | None
    upper: float | None
    status: str
    detail: Any
    hidden: str
    estimated: bool  # from everyone's time so far, not a share of the counts
    source: str
    snapshot_as_at: date | None
    snapshot_hash: str
    definition_version: str
    made_on: date

    @property
    def period_start(self) -> date:
        return self.period.start

    def without_number(self, why: str) -> "Figure":
        return replace(
            self, numerator=None, denominator=None, value=None, lower=None, upper=None, detail=None, hidden=why,
            status=Observation.Status.SUPPRESSED,
        )  # fmt: skip


def shown(observations: Iterable[Observation], *, small_numbers: bool) -> list[Figure]:
    """In the order given. Without `small_numbers`, each passes its definition's rule, and with each small one as many
    others are hidden as keep it hidden: beside the places of its level, and beside the months of its year.
    """
    found = list(observations)
    figures = [_figure(one) for one in found]
    if small_numbers:
        return figures
    reasons = {i: reason for i, one in enumerate(found) if (reason := hidden_by_itself(one))}
    for parts, total in (*_places(found), *_months(found)):
        small = frozenset(parts.index(i) for i in parts if i in reasons)
        for i in hidden_together([found[i] for i in parts], total, small):
            reasons.setdefault(parts[i], SO_THAT)
    return [
        figure.without_number(reasons[i]) if i in reasons else _to_nearest(figure, rule_for(found[i]))
        for i, figure in enumerate(figures)
    ]


def rule_for(one: Observation) -> Rule:
    """The definition's rule; for a single school never a laxer one than schools have."""
    own = disclosure.rule(catalogue.definition(one.indicator).disclosure)
    school = disclosure.RULES["D3"]
    return school if one.level == Level.ESTABLISHMENT and own.threshold < school.threshold else own


def hidden_by_itself(one: Observation) -> str:
    """Why this figure is too small to show; empty where it is not. What has no number has nothing to hide."""
    rule = rule_for(one)
    if one.level != Level.AREA and not rule.cross_tables_below_area:
        return "shown for the whole area only: it tells of few children"
    found = _judged(one, rule)
    return found.reason if isinstance(found, Suppressed) else ""


def _judged(one: Observation, rule: Rule) -> float | Suppressed | None:
    unit, base = catalogue.definition(one.indicator).unit, int(one.denominator or 0)
    if unit is Unit.WEEKS and one.value is not None:
        return disclosure.mean(one.value, base, rule)
    if one.numerator is None and one.value is None:
        return disclosure.mean(0, base, rule) if one.denominator is not None else None
    if unit is Unit.COUNT:
        return disclosure.count(int(one.value or 0), rule)
    if base == 0:
        return None
    if unit is Unit.RATE:
        return disclosure.rate(int(one.numerator or 0), base, rule, 100)
    return disclosure.percentage(min(int(one.numerator or 0), base), base, rule)


def _places(found: Sequence[Observation]) -> list[tuple[list[int], Observation | None]]:
    """The places of each level in each period, with the whole area's figure where it is among those shown.

    Waits are two lines of places, since another measure tells how many are past 20 weeks.
    """
    areas = {_when(one): one for one in found if one.level == Level.AREA}
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, one in enumerate(found):
        if one.level != Level.AREA:
            groups[one.level, one.place in bands.LATE, *_when(one)].append(i)
    return [
        (parts, areas.get(_when(found[parts[0]])) if level != Level.WAIT else None)
        for (level, *_), parts in groups.items()
    ]


def _months(found: Sequence[Observation]) -> list[tuple[list[int], Observation | None]]:
    """The months of each year whose own figure is shown too."""
    area = [(i, one) for i, one in enumerate(found) if one.level == Level.AREA]
    groups: list[tuple[list[int], Observation | None]] = []
    for _, year in area:
        if year.every == Every.YEAR:
            within = [i for i, one in area if one.every == Every.MONTH and _within(one, year)]
            groups += [(within, year)] if within else []
    return groups


def _within(month: Observation, year: Observation) -> bool:
    same = month.indicator == year.indicator
    return same and year.period_start <= month.period_start and month.period_end <= year.period_end


def _when(one: Observation) -> tuple[object, ...]:
    return one.indicator, one.every, one.period_start, one.period_end


def _figure(one: Observation) -> Figure:
    return Figure(
        definition=catalogue.definition(one.indicator),
        level=Level(one.level),
        place=one.place,
        period=Period(one.period_start, one.period_end, Every(one.every)),
        numerator=one.numerator,
        denominator=one.denominator,
        value=one.value,
        lower=one.lower,
        upper=one.upper,
        status=one.status,
        detail=one.detail,
        hidden="by those who sent it" if one.status == Observation.Status.SUPPRESSED else "",
        estimated=bool(one.detail and "curve" in one.detail),
        source=one.source,
        snapshot_as_at=one.snapshot.as_at if one.snapshot else None,
        snapshot_hash=one.snapshot.content_hash if one.snapshot else "",
        definition_version=one.definition_version,
        made_on=one.made_on,
    )


def _to_nearest(figure: Figure, rule: Rule) -> Figure:
    """Counts rounded as the rule asks, and what is worked out of them worked out of the rounded ones."""
    if rule.nearest == 1 or figure.value is None or figure.definition.unit is Unit.WEEKS:
        return figure
    numerator, denominator = (
        None if count is None else float(to_nearest(int(count), rule.nearest))
        for count in (figure.numerator, figure.denominator)
    )
    value = numerator if figure.definition.unit is Unit.COUNT else None
    if value is None and numerator is not None and denominator:
        value = 100 * numerator / denominator
    lower, upper = interval(figure.definition.unit, numerator, denominator)
    return replace(figure, numerator=numerator, denominator=denominator, value=value, lower=lower, upper=upper)
