"""What is published of other places, to stand beside an area's own figures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.benchmarks import reads as benchmarks
from goldenthread.measure.indicators import words
from goldenthread.measure.indicators.definition import Better, Definition, Every, Unit
from goldenthread.measure.indicators.figures import Figure
from goldenthread.measure.indicators.periods import TERMS
from goldenthread.rules.statistics.rounding import number, percent, span

MODELLED_ON = "885"  # Worcestershire: the fictional area is imagined in its likeness and stands beside its neighbours
BY_CALENDAR, BY_JANUARY = "calendar year", "January census"


@dataclass(frozen=True)
class Row:
    name: str
    value: str
    counts: str = ""
    around: str = ""


@dataclass(frozen=True)
class Beside:
    """The newest published period, and how the area stands in it. `warnings` say what is not of one kind or year."""

    period: str
    latest: str
    change: str
    rows: tuple[Row, ...]
    standing: str
    citation: str
    warnings: tuple[str, ...] = ()

    @property
    def counted(self) -> bool:
        """Whether any row has its counts."""
        return any(row.counts for row in self.rows)


@dataclass(frozen=True)
class Published:
    """One national measure around one area. `code` is the area that is looked up; every place is read once."""

    definition: Definition
    measure: str
    code: str
    category: str = ""

    @property
    def name(self) -> str:
        return benchmarks.area(self.code).name

    @cached_property
    def own(self) -> Sequence[benchmarks.Figure]:
        """What is published of the area itself, earliest first."""
        return benchmarks.published(self.measure, self.code, self.category)

    @cached_property
    def by_need(self) -> bool:
        """Each need has a figure of its own, and the area none."""
        return bool(benchmarks.measure(self.measure).by) and not self.category

    @property
    def labels(self) -> list[str]:
        return [figure.period.label for figure in self.own]

    def series(self) -> dict[str, Mapping[str, float | None]]:
        """{name: {period's label: value}} of England, the region and the neighbours' mean."""
        place = benchmarks.area(self.code)
        near = [self._values(one.area.code) for one in benchmarks.neighbours(self.code)]
        return {
            "England": self._values(benchmarks.ENGLAND),
            benchmarks.area(place.part or place.region).name: self._values(place.part or place.region),
            "Neighbours’ mean": {label: _mean(line.get(label) for line in near) for label in self.labels},
        }

    def england(self) -> dict[str, benchmarks.Figure]:
        found = benchmarks.published(self.measure, benchmarks.ENGLAND, self.category)
        return {one.period.label: one for one in found}

    def answering(self, figures: Sequence[Figure]) -> dict[str, Figure]:
        """The area's own figures by the published label that they answer to, where they are of one kind."""
        kind = self.own[-1].period.kind.value
        by_label = {label: figure for figure in figures for label in labels_of(figure, kind)}
        return {label: by_label[label] for label in self.labels if label in by_label}

    def beside(self, area: LocalArea, own: Mapping[str, Figure], latest: Figure | None = None) -> Beside | None:
        """`own` are the area's figures by label; `latest` its newest, of whatever period."""
        found = next((one for label in reversed(self.labels) if _useful(one := self._beside(label))), None)
        if found is None:
            return None
        mine = own.get(found.area.period.label)
        rows = [_own_row(area, mine), *self._others(found)] if mine else self._others(found)
        return Beside(
            period=found.area.period.words,
            latest=self.told(found.area),
            change=self._change(found),
            rows=tuple(rows),
            standing=_standing(found),
            citation=found.area.citation,
            warnings=tuple(_warnings(area, found, mine, latest)),
        )

    def need(self, category: str) -> benchmarks.Comparison | None:
        """For a measure published by primary need."""
        return benchmarks.beside(self.measure, self.code, category=category)

    def value(self, amount: float | None) -> str:
        """In the published unit: a rate that the nation publishes for each 100 is not one for each 1,000."""
        if amount is None:
            return "no figure"
        published = self.own[-1].measure
        in_percent = published.unit.value == "%" or published.axis.startswith("%")
        if in_percent and self.definition.unit not in (Unit.PERCENT, Unit.RATE):
            return percent(amount)
        return words.measured(self.definition, amount)

    def told(self, figure: benchmarks.Figure) -> str:
        """“37.4 % (515 of 1,377; calendar year 2024)”."""
        if figure.value is None:
            return f"{figure.status.words or 'not published'} ({figure.period.words})"
        counted = counts_of(figure)
        return f"{self.value(figure.value)} ({counted}{'; ' if counted else ''}{figure.period.words})"

    def _change(self, found: benchmarks.Comparison) -> str:
        if found.change is None or found.previous is None:
            return "No change can be told: the period before has no figure."
        before = f"{self.value(found.previous.value)} in {found.previous.period.words}"
        if found.change == 0:
            return f"The same as {before}."
        way = "Up" if found.change > 0 else "Down"
        judged = {True: ", which is better", False: ", which is worse", None: ""}[found.improved]
        return f"{way} from {before}{judged}."

    def _others(self, found: benchmarks.Comparison) -> list[Row]:
        wider = [self._row(one) for one in (found.area, found.region, found.england) if one]
        mean = Row("Mean of the neighbours that have a figure", self.value(found.neighbours_mean))
        return [*wider, mean, *(self._row(one) for one in found.neighbours)]

    def _row(self, figure: benchmarks.Figure) -> Row:
        name = benchmarks.area(figure.area).name
        if figure.value is None:
            return Row(name, figure.status.words or "not published")
        found = figure.interval
        around = span(found.lower, found.upper, figure.measure.unit.value, 1) if found else ""
        return Row(name, self.value(figure.value), counts_of(figure), around)

    def _values(self, code: str) -> dict[str, float | None]:
        return benchmarks.series(self.measure, code, self.category)

    def _beside(self, label: str) -> benchmarks.Comparison | None:
        return benchmarks.beside(self.measure, self.code, label, self.category)


def published(definition: Definition, area: LocalArea, carried: frozenset[str] | None = None) -> Published | None:
    """None where the nation publishes nothing of the kind, or nothing of the area. `carried` saves whoever asks for
    many from asking each time what there is.
    """
    measure, _, category = (definition.published or definition.code).partition("|")
    if measure not in (every_code() if carried is None else carried):
        return None
    found = Published(definition, measure, looked_up(area), category)
    try:
        return found if found.own else None
    except (benchmarks.UnknownArea, benchmarks.UnknownMeasure):
        return None


def every_code() -> frozenset[str]:
    """Of all measures that are published and carried, or were loaded."""
    return frozenset(one.code for one in benchmarks.every_measure())


def looked_up(area: LocalArea) -> str:
    """The code under which the nation publishes an area; of a fictional one, the one that it was modelled on."""
    return MODELLED_ON if area.demonstration else area.code


def explained(area: LocalArea) -> str:
    """Why a fictional area stands beside real ones; empty for a real one."""
    if not area.demonstration:
        return ""
    model = benchmarks.area(MODELLED_ON).name
    likeness = f"It is shown beside {model}, whose profile it was modelled on, and {model}’s neighbours."
    return f"{area.name} is fictional. {likeness}"


def labels_of(figure: Figure, kind: str) -> tuple[str, ...]:
    """The published labels that a figure answers to. One label means different years in different releases, so the
    kind of period decides: LAIT calls the school year 2023/24 “2024”, another release “2023/24”.
    """
    every, start, end = figure.period.every, figure.period.start, figure.period.end
    if kind == BY_CALENDAR:
        return (str(start.year),) if every is Every.YEAR and figure.period.whole and start.month == 1 else ()
    if every is Every.DAY and end.month == 1 and kind != "financial year":
        return _of_years(end.year - 1) if kind != BY_JANUARY else (str(end.year),)
    if kind == "month":
        return (f"{start:%Y-%m}",) if every is Every.MONTH and figure.period.whole else ()
    if kind == "term":
        return _of_term(start) if every is Every.TERM and figure.period.whole else ()
    same = {"academic year": Every.ACADEMIC, "financial year": Every.FINANCIAL}.get(kind)
    return _of_years(start.year) if every is same and figure.period.whole else ()


def _of_term(start: date) -> tuple[str, ...]:
    first = start.year if start.month == 9 else start.year - 1
    return (f"{first}/{(first + 1) % 100:02} {TERMS[start.month].removesuffix(' term')}",)


def _of_years(first: int) -> tuple[str, ...]:
    last = first + 1
    return f"{first}/{last % 100:02}", f"{first}-{last % 100:02}", f"{first}{last % 100:02}", str(last)


def _useful(one: benchmarks.Comparison | None) -> bool:
    return one is not None and (one.area.value is not None or one.england is not None)


def _own_row(area: LocalArea, figure: Figure) -> Row:
    return Row(f"{area.name}, own count", words.value(figure), words.counts(figure), words.around(figure))


def counts_of(figure: benchmarks.Figure) -> str:
    if figure.numerator is None or figure.denominator is None:
        return ""
    return f"{number(figure.numerator)} of {number(figure.denominator)}"


def _mean(values: Iterable[float | None]) -> float | None:
    present = [value for value in values if value is not None]
    return sum(present) / len(present) if present else None


def _standing(found: benchmarks.Comparison) -> str:
    name = benchmarks.area(found.area.area).name
    if found.rank is None:
        why = "no figure" if found.area.value is None else "neither a high nor a low figure is better here"
        return f"{name} has no rank: {why}."
    quartile = f", quartile {found.quartile} (A is the best quarter, D the worst)" if found.quartile else ""
    return f"{name} is {found.rank} of {found.ranked} areas, where 1 is best{quartile}."


def _warnings(
    area: LocalArea, found: benchmarks.Comparison, mine: Figure | None, latest: Figure | None
) -> Iterator[str]:
    """What must be said before anyone compares: another year, another kind of period, England inside the interval."""
    if mine is not None:
        yield from _against_england(area, found, mine)
    elif latest is not None and latest.value is not None:
        kind = found.area.period.kind.value
        why = "" if labels_of(latest, kind) else f", and they are not of one kind (theirs is by {kind})"
        yield (
            f"The published figures are for {found.area.period.words}, {area.name}’s latest is for "
            f"{words.period(latest)}{why}: do not compare them."
        )


def _against_england(area: LocalArea, found: benchmarks.Comparison, mine: Figure) -> Iterator[str]:
    """By the house rule: England's figure inside the area's interval is no difference that can be told."""
    england = found.england.value if found.england else None
    if england is None or mine.lower is None or mine.upper is None or mine.hidden:
        return
    if mine.lower <= england <= mine.upper:
        yield f"{area.name}’s own figure cannot be told from England’s, which lies within its interval."
        return
    high = mine.lower > england
    better = {Better.HIGHER: high, Better.LOWER: not high}.get(mine.definition.better)
    judged = {True: ", which is better", False: ", which is worse", None: ""}[better]
    yield f"{area.name}’s own figure is {'higher' if high else 'lower'} than England’s{judged}."
