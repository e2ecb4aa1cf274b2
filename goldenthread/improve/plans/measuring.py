"""Observations → the facts of an outcome's two dials."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.plans.models import Outcome, OutcomeMeasure
from goldenthread.measure.indicators import reads as indicators
from goldenthread.rules.honesty.dials import MeasureFacts

HOLDING_MONTHS = 6  # a target met for half a year is holding; fewer could be luck
FEWEST_FROM_A_GROUP = 10  # answers in a year from the families of one age band: fewer are not heard (domain rule D4)


@dataclass(frozen=True)
class Pair:
    """The figure without which another is never shown."""

    code: str
    title: str
    sentence: str


@dataclass(frozen=True)
class Measured:
    """A measure of an outcome with what the figures say: the facts for the dial, and the judged series for the page."""

    measure: OutcomeMeasure
    facts: MeasureFacts
    judged: indicators.Judged | None
    hides: bool = False  # from this viewer a number too small to show
    never_without: Pair | None = None


def measured(
    area: LocalArea, outcomes: Iterable[Outcome], as_at: date, *, small_numbers: bool
) -> dict[int, list[Measured]]:
    """By outcome. One query for every series and for who answered the surveys, one for charts begun anew."""
    by_outcome = {outcome.pk: (outcome, list(outcome.measures.all())) for outcome in outcomes}
    codes = {one.indicator for _, measures in by_outcome.values() for one in measures}
    pairs = {about.code: about.never_without for code in codes if (about := indicators.about(code))}
    series, heard = indicators.several_with_answers(area, codes | {pair for pair in pairs.values() if pair}, as_at)
    rebases = indicators.standing_rebases(area, codes)

    @cache  # outcomes share measures
    def read(code: str, target: float | None) -> _Read:
        pair = _pair(pairs.get(code, ""), series, small_numbers)
        return _read(code, series[code], target, rebases.get(code, ()), pair, small_numbers)

    return {
        pk: [_measured(outcome, one, read(one.indicator, one.target), heard.get(one.indicator, {})) for one in measures]
        for pk, (outcome, measures) in by_outcome.items()
    }


@dataclass(frozen=True)
class _Read:
    """The dial rests on every figure; the chart and its sentence on what the viewer may see."""

    every: indicators.Judged | None
    seen: indicators.Judged | None
    hides: bool
    pair: Pair | None = None


def _read(
    code: str,
    series: list[indicators.Observation],
    target: float | None,
    rebases: Sequence[indicators.Rebase],
    pair: Pair | None,
    small_numbers: bool,
) -> _Read:
    about = indicators.about(code)
    if about is None or not series:
        return _Read(None, None, False)
    every = indicators.judge(about, series, target, rebases)
    figures = indicators.shown(series, small_numbers=small_numbers)
    hides = any(figure.hidden for figure in figures)
    return _Read(every, indicators.judge(about, figures, target, rebases) if hides else every, hides, pair)


def _pair(code: str, series: Mapping[str, list[indicators.Observation]], small_numbers: bool) -> Pair | None:
    """With its newest figure, or with the words that there is none."""
    about = indicators.about(code) if code else None
    if about is None:
        return None
    figures = indicators.shown(series[code], small_numbers=small_numbers)
    sentence = indicators.words.sentence(figures[-1]) if figures else "not measured: no figure has been supplied"
    return Pair(code, about.title, sentence)


def _measured(outcome: Outcome, measure: OutcomeMeasure, read: _Read, heard: dict[str, int]) -> Measured:
    about = indicators.about(measure.indicator)
    facts = MeasureFacts(title=about.title if about else measure.indicator, effect_from=outcome.effect_expected_on)
    if read.every is not None and read.every.xmr is not None:
        facts = _facts(outcome, measure, read.every, heard)
    return Measured(measure, facts, read.seen, read.hides, read.pair)


def _facts(outcome: Outcome, measure: OutcomeMeasure, judged: indicators.Judged, heard: dict[str, int]) -> MeasureFacts:
    dated = [(one.period_start, one.value) for one in judged.series if one.value is not None]
    values = [value for _, value in dated]
    was_on, was = _a_year_before(dated)
    group = judged.group
    return MeasureFacts(
        title=judged.definition.title,
        verdicts=tuple(point.verdict.value for point in judged.points if point.verdict is not None),
        effect_from=outcome.effect_expected_on,
        target_holding=_holding(judged, measure.target, values),
        lower=_possible(group.lower, judged.unit),
        upper=_possible(group.upper, judged.unit),
        unit=judged.unit,
        latest=values[-1],
        was=was,
        latest_on=dated[-1][0],
        was_on=was_on,
        answers=sum(heard.values()) if measure.families and heard else None,
        answers_in="in the year",
        not_heard_from=_families(heard, 1, FEWEST_FROM_A_GROUP) if measure.families else (),
        silent=_families(heard, 0, 1) if measure.families else (),
    )


def _families(heard: Mapping[str, int], least: int, below: int) -> tuple[str, ...]:
    """The groups of whom so many answered, in words."""
    return tuple(f"families of children aged {band.lower()}" for band, n in heard.items() if least <= n < below)


def _a_year_before(dated: Sequence[tuple[date, float]]) -> tuple[date, float]:
    """The newest result that is at least a year older than the last; of a shorter series the first."""
    last, _ = dated[-1]
    older = [(on, value) for on, value in dated if (on.year + 1, on.month) <= (last.year, last.month)]
    return older[-1] if older else dated[0]


def _possible(limit: float | None, unit: str) -> float | None:
    """A limit as it is said: no percentage lies beyond 0 or 100."""
    return min(max(limit, 0.0), 100.0) if limit is not None and unit == "%" else limit


def _holding(judged: indicators.Judged, target: float | None, values: list[float]) -> bool:
    if target is None or len(values) < HOLDING_MONTHS or judged.definition.better is indicators.Better.NEUTRAL:
        return False
    higher = judged.definition.better is indicators.Better.HIGHER
    return all((value >= target) if higher else (value <= target) for value in values[-HOLDING_MONTHS:])
