"""Observations as a viewer may see them. Every page, table, chart and download takes its numbers from here.

A hidden figure holds no number at all: what is not in it cannot be shown by mistake.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.definition import Definition, Every, Level, Unit
from goldenthread.measure.indicators.intervals import interval
from goldenthread.measure.indicators.lines import Counted, linked_lines
from goldenthread.measure.indicators.linked import cells_of, hidden_together
from goldenthread.measure.indicators.models import Observation
from goldenthread.measure.indicators.periods import Period
from goldenthread.rules.statistics import disclosure
from goldenthread.rules.statistics.disclosure import Rule, Suppressed
from goldenthread.rules.statistics.rounding import to_nearest

SO_THAT = "so that it cannot be worked out from the others"


@dataclass(frozen=True)
class Figure:
    """One figure of one place and period, with where it comes from. `hidden` says why no number is shown."""

    key: int | None  # of the observation
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


def shown(
    observations: Iterable[Observation], *, small_numbers: bool, alike: Mapping[str, str] | None = None
) -> list[Figure]:
    """In the order given. Without `small_numbers`, each passes its definition's rule, and with each small one as many
    others are hidden as keep it hidden: beside the places of its level, beside the schools of its group (`alike`, by
    URN), and beside the shorter periods of its year.
    """
    found = list(observations)
    figures = [_figure(one) for one in found]
    if small_numbers:
        return figures
    reasons = why_hidden(found, alike)
    return [
        figure.without_number(reasons[i]) if i in reasons else _to_nearest(figure, rule_for(found[i]))
        for i, figure in enumerate(figures)
    ]


def why_hidden(found: Sequence[Counted], alike: Mapping[str, str] | None = None) -> dict[int, str]:
    """Why each hidden one is hidden, by position. What is hidden in one line is hidden in every other it stands in."""
    reasons = {i: reason for i, one in enumerate(found) if (reason := hidden_by_itself(one))}
    cells = [cells_of(one) for one in found]
    lines = [(parts, cells_of(whole) if whole else ()) for parts, whole in linked_lines(found, alike)]
    judged: list[frozenset[int] | None] = [None] * len(lines)
    before = -1
    while before < len(reasons):
        before = len(reasons)
        for line, (parts, whole) in enumerate(lines):
            small = frozenset(at for at, i in enumerate(parts) if i in reasons)
            if small != judged[line]:
                judged[line] = hidden_together([cells[i] for i in parts], whole, small)
                for at in judged[line] or ():
                    reasons.setdefault(parts[at], SO_THAT)
    return reasons


def rule_for(one: Counted) -> Rule:
    """The definition's rule; for a single school never a laxer one than schools have."""
    return _rule(one.indicator, one.level == Level.ESTABLISHMENT)


@cache
def _rule(indicator: str, of_school: bool) -> Rule:
    own, school = disclosure.rule(catalogue.definition(indicator).disclosure), disclosure.RULES["D3"]
    return school if of_school and own.threshold < school.threshold else own


def hidden_by_itself(one: Counted) -> str:
    """Why this figure is too small to show; empty where it is not. What has no number has nothing to hide."""
    rule = rule_for(one)
    if one.level != Level.AREA and not rule.cross_tables_below_area:
        return "shown for the whole area only: it tells of few children"
    found = _judged(one, rule)
    return found.reason if isinstance(found, Suppressed) else ""


def _judged(one: Counted, rule: Rule) -> float | Suppressed | None:
    unit, base = catalogue.definition(one.indicator).unit, int(one.denominator or 0)
    if unit.is_mean:
        counted = one.denominator is not None and (one.value is not None or one.numerator is None)
        return disclosure.mean(one.value or 0, base, rule) if counted else None
    if one.numerator is None and one.value is None:
        return disclosure.mean(0, base, rule) if one.denominator is not None else None
    if unit is Unit.COUNT:
        return disclosure.count(max(0, int(one.value or 0)), rule)
    if base <= 0:
        return None
    if unit.is_rate:
        return disclosure.rate(int(one.numerator or 0), base, rule, unit.multiplier)
    return disclosure.percentage(min(int(one.numerator or 0), base), base, rule)


def _figure(one: Observation) -> Figure:
    return Figure(
        key=one.pk,
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
    unit = figure.definition.unit
    if rule.nearest == 1 or figure.value is None or unit.is_mean:
        return figure
    numerator, denominator = (
        None if count is None else float(to_nearest(int(count), rule.nearest))
        for count in (figure.numerator, figure.denominator)
    )
    value = numerator if unit is Unit.COUNT else None
    if value is None and numerator is not None and denominator:
        value = unit.multiplier * numerator / denominator
    lower, upper = interval(unit, numerator, denominator)
    return replace(figure, numerator=numerator, denominator=denominator, value=value, lower=lower, upper=upper)
