"""A series of observations and what may be said of it: the control chart's verdict, or why there is none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import Protocol

from django.conf import settings

from goldenthread.measure.indicators.definition import Definition, Unit
from goldenthread.rules.statistics import verdict
from goldenthread.rules.statistics.judgement import Better, Group, Judgement, Point, Rebase, Rules
from goldenthread.rules.statistics.pchart import Share, p_chart
from goldenthread.rules.statistics.spc import xmr

UNITS = {
    Unit.PERCENT: "%",
    Unit.COUNT: "",
    Unit.WEEKS: "weeks",
    Unit.RATE: "per 100",
    Unit.PER_1000: "per 1,000",
    Unit.PER_100_000: "per 100,000",
    Unit.PER_MILLION: "per million",
    Unit.POINTS: "points",
    Unit.POUNDS: "pounds",
    Unit.HOURS: "hours",
    Unit.CASES: "cases",
}
FEWEST_YEARS = 12  # yearly figures fewer than these take a line with intervals, not a control chart
STRONGLY = 5  # times the smallest denominator: from here on one month in ten lies beyond XmR's limits by chance
A_YEAR, A_TERM = range(300, 431), range(75, 155)  # days from one figure to the next
TERMS = {9: "autumn term", 1: "spring term", 4: "summer term"}


class Valued(Protocol):
    """An observation, or a figure as a viewer may see it."""

    @property
    def value(self) -> float | None: ...
    @property
    def numerator(self) -> float | None: ...
    @property
    def denominator(self) -> float | None: ...
    @property
    def period_start(self) -> date: ...


class Caused(Protocol):
    """A recorded change in the process, not withdrawn."""

    @property
    def starts_on(self) -> date: ...
    @property
    def cause(self) -> str: ...


@dataclass(frozen=True)
class Judged:
    """`series` is in time order; a point without a value stays in it, as a gap."""

    definition: Definition
    series: Sequence[Valued]
    target: float | None = None
    rebases: Sequence[Caused] = ()
    rules: Rules | None = None

    @property
    def unit(self) -> str:
        return UNITS[self.definition.unit]

    @cached_property
    def xmr(self) -> Judgement | None:
        """The chart: XmR, or p′ where denominators differ strongly (docs/decisions/0010). None where no point has a
        value, and for too few yearly figures.
        """
        values = [one.value for one in self.series]
        if all(value is None for value in values) or self._too_few_years:
            return None
        rules = replace(self.rules or Rules(), baseline_points=self.definition.baseline_points)
        better, rebases = Better(self.definition.better.value), self._rebases
        if shares := self._shares:
            return p_chart(shares, better=better, rules=rules, rebases=rebases, target=self.target)
        return xmr(values, better=better, rules=rules, rebases=rebases, target=self.target)

    @property
    def points(self) -> tuple[Point, ...]:
        return self.xmr.points if self.xmr else ()

    @property
    def group(self) -> Group:
        """The limits that hold for the latest point. Only where there is a chart."""
        assert self.xmr is not None
        return next(group for group in reversed(self.xmr.groups) if group.recorded)

    @property
    def sentence(self) -> str:
        if self.xmr is not None:
            return verdict.sentence(self.xmr, self.unit)
        if self._too_few_years:
            return (
                f"Too few years for a control chart: {self._recorded} of the {FEWEST_YEARS} it needs. "
                "Compare each year with its interval."
            )
        return "Not measured: no figure has been supplied yet."

    @property
    def warnings(self) -> list[str]:
        if self.xmr is None:
            return []
        found = verdict.warnings(self.xmr, tuple(one.period_start for one in self.series))
        if self.termly:
            found.append("Terms differ by their season: compare each with the same term of other years.")
        return found

    @property
    def termly(self) -> bool:
        starts = {one.period_start.month for one in self.series}
        return len(starts) > 1 and starts <= TERMS.keys() and self._apart(A_TERM)

    @property
    def _recorded(self) -> int:
        return sum(one.value is not None for one in self.series)

    @property
    def _too_few_years(self) -> bool:
        return 0 < self._recorded < FEWEST_YEARS and self._apart(A_YEAR)

    def _apart(self, days: range) -> bool:
        """Whether the figures follow each other, as a rule, after so many days."""
        steps = [(after.period_start - before.period_start).days for before, after in pairwise(self.series)]
        return bool(steps) and int(median(steps)) in days

    @property
    def _rebases(self) -> list[Rebase]:
        """Each at the first point on or after its day; of two at one point the later. Beyond the ends: nothing new."""
        causes: dict[int, str] = {}
        for one in sorted(self.rebases, key=lambda each: each.starts_on):
            position = sum(point.period_start < one.starts_on for point in self.series)
            if 0 < position < len(self.series):
                causes[position] = one.cause
        return [Rebase(position, cause) for position, cause in sorted(causes.items())]

    @property
    def _shares(self) -> list[Share]:
        """The percentages as counts, if what they stand on differs so much that one pair of limits would mislead."""
        if self.definition.unit is not Unit.PERCENT:
            return []
        shares = [_share(one) for one in self.series if one.value is not None]
        bases = [share[1] for share in shares if share is not None]
        if None in shares or not bases or max(bases) <= STRONGLY * min(bases):
            return []
        return [None if one.value is None else _share(one) for one in self.series]


def judge(
    definition: Definition,
    series: Sequence[Valued],
    target: float | None = None,
    rebases: Sequence[Caused] = (),
    rules: Rules | None = None,
) -> Judged:
    """`rules` are those of the settings unless given; the definition says itself on what its limits are fixed."""
    return Judged(definition, series, target, rebases, rules or settled())


def settled() -> Rules:
    """How charts are judged here: whether outlying ranges are left out, and how long a run or a trend must be."""
    return Rules(
        screen_outliers=settings.SPC_SCREEN_OUTLIERS,
        run_length=settings.SPC_RUN_LENGTH,
        trend_length=settings.SPC_TREND_LENGTH,
    )


def judge_terms(
    definition: Definition,
    series: Sequence[Valued],
    target: float | None = None,
    rebases: Sequence[Caused] = (),
    rules: Rules | None = None,
) -> Mapping[str, Judged]:
    """A chart for each term of the year, since terms differ by their season. Figures of other periods are left out."""
    by_term = {name: [one for one in series if one.period_start.month == month] for month, name in TERMS.items()}
    return {name: judge(definition, like, target, rebases, rules) for name, like in by_term.items() if like}


def _share(one: Valued) -> Share:
    """Its counts, if the value is what they give: an estimate, or a rounded figure, is not."""
    if one.value is None or one.numerator is None or not one.denominator:
        return None
    is_share = 0 <= one.numerator <= one.denominator
    same = is_share and abs(100 * one.numerator / one.denominator - one.value) < 1e-6
    return (one.numerator, one.denominator) if same else None
