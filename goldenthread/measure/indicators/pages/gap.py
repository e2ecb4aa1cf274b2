"""Children with SEND beside the others, and the gap between them: same source, same period, or no gap."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.measure.indicators import words
from goldenthread.measure.indicators.definition import Definition, Level, Unit
from goldenthread.measure.indicators.figures import Figure
from goldenthread.measure.indicators.lines import ALL_SEND, NO_SEN
from goldenthread.measure.indicators.pages.doubts import impossible
from goldenthread.measure.indicators.published import Published, counts_of
from goldenthread.measure.indicators.reads import PREFERRED
from goldenthread.rules.statistics import gap as rules
from goldenthread.rules.statistics.judgement import Better

ORDER = ("EHC plan", "SEN support", ALL_SEND, NO_SEN)
WHOLE = "Everybody in the measure"
HIDDEN = "No gap can be shown: one of the two is hidden or missing. Neither is 0."
Pair = tuple[Figure, Figure]


@dataclass(frozen=True)
class Row:
    name: str
    value: str
    counts: str = ""
    around: str = ""


@dataclass(frozen=True)
class Gap:
    """`other` is the definition of the figure subtracted, where it is another measure; `pairs` are of every period of
    that kind, the oldest first.
    """

    period: str
    rows: tuple[Row, ...]
    sentence: str
    other: Definition | None = None
    pairs: Sequence[Pair] = ()

    @property
    def counted(self) -> bool:
        """Whether any row has its counts."""
        return any(row.counts for row in self.rows)


def by_send(figures: Sequence[Figure], whole: Figure | None) -> Gap | None:
    """From the places of one measure. None where it is not counted by SEND."""
    by_place = {figure.place: figure for figure in figures if figure.level is Level.SEND}
    if not by_place:
        return None
    rows = [_row(name, by_place[name]) for name in ORDER if name in by_place]
    first = next(iter(by_place.values()))
    if whole is not None and whole.period == first.period:
        rows.append(_row(WHOLE, whole))
    said = [
        f"{name}: {told((by_place[name], by_place[NO_SEN]), 'pupils without SEN')}"
        for name in ORDER
        if name in by_place and name != NO_SEN and NO_SEN in by_place
    ]
    return Gap(words.period(first), tuple(rows), " ".join(said))


def with_measure(own: Sequence[Figure], others: Sequence[Figure], other: Definition) -> Gap | None:
    """From two measures: the newest period that both have a figure for, and how the gap has moved since the one
    before.
    """
    if not own:
        return None
    by_period = {one.period: one for one in others}
    both = [(one, by_period[one.period]) for one in own if one.period in by_period]
    if not both:
        return Gap("", (), f"There is no figure of “{other.title}” for the same period, so no gap is shown.", other)
    like = _of_first_kind([pair for pair in both if all(one.value is not None for one in pair)] or both)
    now = like[-1]
    rows = (_row(now[0].definition.title, now[0]), _row(other.title, now[1]))
    said = told(now, f"“{other.title}”")
    return Gap(words.period(now[0]), rows, f"{said} {_moved(like)}".strip(), other, like)


def _of_first_kind(pairs: Sequence[Pair]) -> list[Pair]:
    """Years before terms: the gap of one term against the term before would be the season's."""
    kinds = {pair[0].period.every for pair in pairs}
    first = next(every for every in PREFERRED if every in kinds)
    return [pair for pair in pairs if pair[0].period.every is first]


def released(own: Published, other: Published) -> Gap | None:
    """From two published measures: the newest period that the area has both for, and England's of the same."""
    theirs = {one.period.label: one for one in other.own}
    both = [(one, theirs[one.period.label]) for one in own.own if one.period.label in theirs]
    known = [pair for pair in both if pair[0].value is not None and pair[1].value is not None]
    if not known:
        return None
    now = known[-1]
    label = now[0].period.label
    england = (own.england().get(label), other.england().get(label))
    rows = [Row(f"{own.name}: {each.definition.title}", each.value(one.value), counts_of(one))
            for each, one in zip((own, other), now, strict=True)]  # fmt: skip
    rows += [Row(f"England: {each.definition.title}", each.value(one.value), counts_of(one))
             for each, one in zip((own, other), england, strict=True) if one]  # fmt: skip
    said = [f"{own.name}: {_apart(own, now[0].value, now[1].value, other.definition)}"]
    if england[0] and england[1]:
        said.append(f"England: {_apart(own, england[0].value, england[1].value, other.definition)}")
    return Gap(now[0].period.words, tuple(rows), " ".join(said), other.definition)


def _apart(own: Published, first: float | None, second: float | None, other: Definition) -> str:
    if first is None or second is None:
        return "no figure."
    if first == second:
        return "no gap."
    return f"{own.value(abs(first - second))} {'higher' if first > second else 'lower'} than “{other.title}”."


def told(pair: Pair, second: str) -> str:
    """With its interval where both have counts; else the difference alone."""
    own, other = pair
    if own.value is None or other.value is None:
        return HIDDEN
    if (found := measured(pair)) is not None:
        return rules.sentence(found, second)
    gap = own.value - other.value
    if gap == 0:
        return f"There is no gap: both are {words.value(own)}."
    size = words.measured(own.definition, abs(gap))
    return f"{size} {'higher' if gap > 0 else 'lower'} than {second}; without counts there is no interval."


def _moved(like: Sequence[Pair]) -> str:
    """The last against the one before."""
    if len(like) < 2 or (before := measured(like[-2])) is None or (now := measured(like[-1])) is None:
        return ""
    return rules.change_sentence(before, now, words.period(like[-2][0]))


def _row(name: str, figure: Figure) -> Row:
    return Row(name, words.value(figure), words.counts(figure), words.around(figure))


def measured(pair: Pair) -> rules.Gap | None:
    """With its interval; None where either has no counts."""
    unit = pair[0].definition.unit
    counted = all(one.numerator is not None and one.denominator and not impossible(one) for one in pair)
    if not counted or pair[0].estimated or not (unit is Unit.PERCENT or unit.is_rate):
        return None
    first, second = ((one.numerator or 0.0, one.denominator or 0.0) for one in pair)
    return rules.gap(
        first,
        second,
        Better(pair[0].definition.better.value),
        is_rate=unit.is_rate,
        multiplier=unit.multiplier,
        unit="points" if unit is Unit.PERCENT else words.MARKS[unit],
    )
