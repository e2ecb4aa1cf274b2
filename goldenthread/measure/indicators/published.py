"""What is published of other places, to stand beside an area's own figures."""

from collections.abc import Mapping
from dataclasses import dataclass

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.benchmarks import reads as benchmarks
from goldenthread.measure.indicators import words
from goldenthread.measure.indicators.definition import Every
from goldenthread.measure.indicators.figures import Figure
from goldenthread.rules.statistics.rounding import number, span

MODELLED_ON = "885"  # Worcestershire: the fictional area is imagined in its likeness and stands beside its neighbours


@dataclass(frozen=True)
class Row:
    name: str
    value: str
    counts: str = ""
    around: str = ""


@dataclass(frozen=True)
class Beside:
    """The newest published period, and how the area stands in it. `own` is the area's own count of that period."""

    period: str
    rows: tuple[Row, ...]
    standing: str
    citation: str


@dataclass(frozen=True)
class Published:
    """One national measure around one area. `code` is the area that is looked up."""

    measure: str
    code: str

    def series(self) -> dict[str, Mapping[str, float | None]]:
        """{name: {period's label: value}} of England, the region and the neighbours' mean."""
        found = [one for one in map(self._beside, self._labels()) if one is not None]
        return {
            "England": {one.area.period.label: one.england.value if one.england else None for one in found},
            self._region(found): {one.area.period.label: one.region.value if one.region else None for one in found},
            "Neighbours’ mean": {one.area.period.label: one.neighbours_mean for one in found},
        }

    @staticmethod
    def _region(found: "list[benchmarks.Comparison]") -> str:
        codes = [one.region.area for one in found if one.region]
        return benchmarks.area(codes[-1]).name if codes else "Region"

    def beside(self, area: LocalArea, own: Mapping[str, Figure]) -> Beside | None:
        """`own` are the area's figures by the label of the published period that they answer to."""
        found = next((one for label in reversed(self._labels()) if _useful(one := self._beside(label))), None)
        if found is None:
            return None
        mine = own.get(found.area.period.label)
        rows = [_own_row(area, mine), *_others(found)] if mine else _others(found)
        return Beside(found.area.period.words, tuple(rows), _standing(found), found.area.citation)

    def need(self, category: str) -> "benchmarks.Comparison | None":
        """For a measure published by primary need."""
        return benchmarks.beside(self.measure, self.code, category=category)

    @property
    def by_need(self) -> bool:
        return any(one.code == self.measure and one.by_need for one in benchmarks.measures())

    def _labels(self) -> list[str]:
        return [figure.period.label for figure in benchmarks.published(self.measure, self.code)]

    def _beside(self, label: str) -> "benchmarks.Comparison | None":
        return benchmarks.beside(self.measure, self.code, label)


def published(measure: str, area: LocalArea) -> Published | None:
    """None where the nation publishes nothing of the kind, or nothing of the area."""
    code = MODELLED_ON if area.demonstration else area.code
    try:
        return Published(measure, code) if benchmarks.published(measure, code) else None
    except (benchmarks.UnknownArea, benchmarks.UnknownMeasure):
        return None


def explained(area: LocalArea) -> str:
    """Why a fictional area stands beside real ones; empty for a real one."""
    if not area.demonstration:
        return ""
    model = benchmarks.area(MODELLED_ON).name
    likeness = f"It is shown beside {model}, whose profile it was modelled on, and {model}’s neighbours."
    return f"{area.name} is fictional. {likeness}"


def label_of(figure: Figure) -> str:
    """The published period that a figure answers to: a whole calendar year, or the census day in January."""
    if figure.period.every is Every.YEAR and figure.period.whole and figure.period.start.month == 1:
        return str(figure.period.start.year)
    if figure.period.every is Every.DAY and figure.period.end.month == 1:
        return str(figure.period.end.year)
    return ""


def _useful(one: "benchmarks.Comparison | None") -> bool:
    return one is not None and (one.area.value is not None or one.england is not None)


def _others(found: benchmarks.Comparison) -> list[Row]:
    wider = [_row(one) for one in (found.area, found.region, found.england) if one]
    mean = Row("Mean of the neighbours that have a figure", _number(found.area, found.neighbours_mean))
    return [*wider, mean, *(_row(one) for one in found.neighbours)]


def _own_row(area: LocalArea, figure: Figure) -> Row:
    return Row(f"{area.name}, own count", words.value(figure), words.counts(figure), words.around(figure))


def _row(figure: benchmarks.Figure) -> Row:
    name = benchmarks.area(figure.area).name
    if figure.value is None:
        return Row(name, figure.status.words or "not published")
    both = figure.numerator is not None and figure.denominator is not None
    counted = f"{number(figure.numerator or 0)} of {number(figure.denominator or 0)}" if both else ""
    found = figure.interval
    around = span(found.lower, found.upper, figure.measure.unit.value, 1) if found else ""
    return Row(name, _number(figure, figure.value), counted, around)


def _number(like: benchmarks.Figure, value: float | None) -> str:
    if value is None:
        return "no figure"
    unit = like.measure.unit.value
    return number(value) if unit == "count" else f"{number(value, 1)} {unit}"


def _standing(found: benchmarks.Comparison) -> str:
    name = benchmarks.area(found.area.area).name
    if found.rank is None:
        return "Neither a high nor a low figure is better here, so there is no rank."
    quartile = f", quartile {found.quartile} (A is the best quarter, D the worst)" if found.quartile else ""
    return f"{name} is {found.rank} of {found.ranked} areas, where 1 is best{quartile}."
