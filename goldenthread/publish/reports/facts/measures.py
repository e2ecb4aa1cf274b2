"""The measures that the plan's outcomes stand on, each with its series, its verdict and what it promises."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.plans.reads import PlanStanding
from goldenthread.publish.reports.facts import observed
from goldenthread.publish.reports.facts.observed import Definition, Figure, Judged, Rebase, Series

BOTH_SIDES = (  # of 20 weeks: never one without the others
    "plans_in_20_weeks_excluding_exceptions",
    "requests_planned_in_20_weeks",
    "open_past_20_weeks",
    "age_of_open_cases",
    "oldest_open_case",
    "survival_to_final_plan",
)


@dataclass(frozen=True)
class Promise:
    """An outcome that a measure stands for."""

    outcome: str
    sentence: str
    families: bool
    target: float | None
    target_by: date | None
    expected_on: date | None


@dataclass(frozen=True)
class Measure:
    definition: Definition
    series: Series
    judged: Judged | None
    promises: tuple[Promise, ...] = ()
    restated: tuple[str, ...] = ()

    @property
    def latest(self) -> Figure | None:
        newest = self.series.years[-1:] or self.series.months[-1:] or self.series.days[-1:]
        return newest[0] if newest else None

    @property
    def hides_something(self) -> bool:
        return any(one.hidden for one in (*self.series.months, *self.series.years, *self.series.days))


def promises(plan: PlanStanding | None) -> dict[str, tuple[Promise, ...]]:
    """By indicator, in the plan's order."""
    found: dict[str, tuple[Promise, ...]] = {}
    outcomes = (outcome for theme in plan.themes for outcome in theme.outcomes) if plan else ()
    for standing in outcomes:
        for one in standing.measures:
            named, of = one.measure, standing.outcome
            promise = Promise(of.ref, of.sentence, named.families, named.target, named.target_by, of.effect_expected_on)
            found[named.indicator] = (*found.get(named.indicator, ()), promise)
    return found


def measures(area: LocalArea, plan: PlanStanding | None, as_at: date) -> dict[str, Measure]:
    """By code: those of both sides of 20 weeks, those that the plan's outcomes name, and what these are never shown
    without.
    """
    promised = promises(plan)
    named = {code: about for code in (*promised, *BOTH_SIDES) if (about := observed.about(code))}
    pairs = {one.never_without: about for one in named.values() if (about := observed.about(one.never_without))}
    known = named | pairs
    series = observed.by_indicator(area, known, as_at)
    anew = observed.rebases(area, known)
    return {
        code: _measure(area, about, series[code], promised.get(code, ()), anew.get(code, ()))
        for code, about in known.items()
    }


def undefined(plan: PlanStanding | None) -> tuple[str, ...]:
    """Measures that the plan names and nobody has defined."""
    return tuple(code for code in promises(plan) if observed.about(code) is None)


def _measure(
    area: LocalArea,
    about: Definition,
    series: Series,
    promised: tuple[Promise, ...],
    rebases: Sequence[Rebase],
) -> Measure:
    target = next((one.target for one in promised if one.target is not None), None)
    judged = observed.judge(about, series.points, target, rebases) if series.points else None
    restated = tuple(observed.restated(area, about.code)) if promised else ()
    return Measure(about, series, judged, promised, restated)


def hidden_among(measures: Mapping[str, Measure], codes: Iterable[str]) -> bool:
    """Whether any of these measures hides a figure, so that a sentence made from all its figures may not be printed."""
    return any(code in measures and measures[code].hides_something for code in codes)
