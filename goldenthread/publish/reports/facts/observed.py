"""The area's own figures as the public may see them: the one place where this room asks the measures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import dropwhile

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.indicators import reads as indicators
from goldenthread.measure.indicators.definition import Definition, Every, Unit
from goldenthread.measure.indicators.reads import Figure, Judged, Observation, Rebase, shown, words
from goldenthread.rules.calendar import format_date
from goldenthread.rules.statistics import disclosure

about, rebases = indicators.about, indicators.standing_rebases
around, period, provenance = words.around, words.period, words.provenance
said, value, measured, counts = words.sentence, words.value, words.measured, words.counts
MARKS, PLACES = words.MARKS, words.PLACES
PARTS = (Every.MONTH, Every.TERM, Every.QUARTER)
YEARS = (Every.YEAR, Every.ACADEMIC, Every.FINANCIAL)

__all__ = ["Definition", "Figure", "Judged", "Rebase", "Unit"]  # handed on, with the questions below


@dataclass(frozen=True)
class Series:
    """The last of `years` may be a year so far; `days` are those on which a snapshot was taken. A school or financial
    year is a year, and what is known by term or quarter only stands in the place of months.
    """

    months: tuple[Figure, ...]
    years: tuple[Figure, ...]
    days: tuple[Figure, ...]

    @property
    def points(self) -> tuple[Figure, ...]:
        """What a verdict is given on."""
        return self.months or self.days


def by_indicator(area: LocalArea, codes: Iterable[str], as_at: date) -> dict[str, Series]:
    """The figures of each indicator, small numbers hidden in all its periods together. One query."""
    found: dict[str, list[Observation]] = {code: [] for code in codes}
    for one in indicators.area_level(area, found, as_at):
        found[one.indicator].append(one)
    return {code: _series(shown(observations, small_numbers=False)) for code, observations in found.items()}


def judge(
    definition: Definition, series: Sequence[Figure], target: float | None, rebases: Sequence[Rebase] = ()
) -> Judged | None:
    """The verdict on what is shown: a hidden point is a gap, to the limits as to the eye."""
    judged = indicators.judge(definition, series, target, rebases)
    return judged if judged.xmr else None


def waits(area: LocalArea, as_at: date) -> list[Figure]:
    """Open cases at the newest month's end by how long they have waited, the small bands hidden beside their total."""
    bands = indicators.places(area, "open_cases", "wait", "month", as_at)
    total = [
        one for one in indicators.series(area, "open_cases", as_at) if bands and one.period_end == bands[0].period_end
    ]
    return [figure for figure in shown([*total, *bands], small_numbers=False) if figure.place]


def restated(area: LocalArea, code: str) -> list[str]:
    """Each correction as a sentence. One so small that it tells of a few children is named without its figures."""
    sentences = []
    for old in indicators.restatements(area, code):
        new = old.replaced_by
        if new is None:
            continue
        was, now = shown([old], small_numbers=False)[0], shown([new], small_numbers=False)[0]
        when, why = period(now), f" {new.why_replaced.rstrip('.')}." if new.why_replaced else ""
        told = "" if _too_close(old, new, was, now) else f" from {value(was)} to {value(now)}"
        sentences.append(f"The figure for {when} was restated on {format_date(new.made_on)}{told}.{why}")
    return sentences


def _too_close(old: Observation, new: Observation, was: Figure, now: Figure) -> bool:
    pairs = [(old.numerator, new.numerator), (old.denominator, new.denominator)]
    moved = [(int(before), int(after)) for before, after in pairs if before is not None and after is not None]
    rule = disclosure.rule(indicators.definition(new.indicator).disclosure)
    return bool(was.hidden or now.hidden or any(disclosure.differencing(b, a, rule) for b, a in moved))


def _series(figures: Iterable[Figure]) -> Series:
    """A month cut short is not a point of a chart; a year so far is a figure of its own."""
    whole = [one for one in figures if one.period.whole or one.period.every in YEARS]
    return Series(_of(whole, PARTS), _of(whole, YEARS), _of(whole, (Every.DAY,)))


def _of(figures: Sequence[Figure], kinds: Sequence[Every]) -> tuple[Figure, ...]:
    """Of the first of these kinds that there is, in order of time, from the first that says anything: before it nobody
    had begun to count.
    """
    kind = next((kind for kind in kinds if any(one.period.every is kind for one in figures)), None)
    ordered = sorted((one for one in figures if one.period.every is kind), key=lambda one: one.period)
    return tuple(dropwhile(lambda one: one.value is None and not one.hidden, ordered))
