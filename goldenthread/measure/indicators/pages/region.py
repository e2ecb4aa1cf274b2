"""The areas of a region side by side, in what is published of them, and in what inspectors found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.foundation.ui.words import day
from goldenthread.measure.benchmarks import reads as benchmarks
from goldenthread.measure.indicators import reads
from goldenthread.measure.indicators.definition import Definition
from goldenthread.measure.indicators.published import Published, every_code, explained, looked_up, published
from goldenthread.rules.statistics.rounding import number

HEADLINES = ("plans_in_20_weeks_excluding_exceptions", "appeal_rate", "placed_in_mainstream", "plans_in_force")
MOST = 6  # measures on one page
GRADES = {
    "positive": "typically positive",
    "inconsistent": "inconsistent",
    "systemic failings": "widespread or systemic failings",
    "": "outcome not read from the report",
}


@dataclass(frozen=True)
class Cell:
    """`standing` is rank and quartile among all of England's areas."""

    value: str
    standing: str = ""


@dataclass(frozen=True)
class Line:
    name: str
    cells: Sequence[Cell]
    own: bool = False


@dataclass(frozen=True)
class Column:
    definition: Definition
    period: str
    citation: str
    pair: Definition | None


@dataclass(frozen=True)
class Inspected:
    name: str
    earlier: str
    later: str


@dataclass(frozen=True)
class RegionPage:
    region: str
    columns: Sequence[Column]
    lines: Sequence[Line]
    inspected: Sequence[Inspected]
    counts: Sequence[str]
    choices: Sequence[Definition]
    chosen: Sequence[str]
    likeness: str


def region(area: LocalArea, asked: Sequence[str], until: date) -> RegionPage:
    """Of the area's own region; of a fictional area, the one of the area that it was modelled on."""
    here = benchmarks.area(looked_up(area))
    choices = {one.definition.code: one for one in _compared(area)}
    chosen = [code for code in asked if code in choices][:MOST] or [one for one in HEADLINES if one in choices]
    picked = [choices[code] for code in _with_pairs(chosen, choices)]
    names = {one.definition.code: f"{one.measure}|{one.category}" for one in picked}
    rows = benchmarks.side_by_side(here.region, list(names.values()))
    wider = [(here.region, benchmarks.area(here.region).name), (benchmarks.ENGLAND, "England")]
    lines = [
        Line(row.area.name, [_cell(one, row.standings[names[one.definition.code]]) for one in picked],
             own=row.area.code == here.code)
        for row in rows
    ]  # fmt: skip
    lines += [Line(name, [_wider(one, code) for one in picked]) for code, name in wider]
    return RegionPage(
        benchmarks.area(here.region).name,
        [_column(one, [row.standings[names[one.definition.code]] for row in rows]) for one in picked],
        lines,
        [_inspected(one) for one in benchmarks.inspections(until, here.region)],
        [
            _counted(benchmarks.inspection_counts(until, here.region), benchmarks.area(here.region).name),
            _counted(benchmarks.inspection_counts(until), "England"),
        ],
        sorted((one.definition for one in choices.values()), key=lambda one: one.title),
        chosen,
        explained(area),
    )


def _compared(area: LocalArea) -> list[Published]:
    """Every measure that is published of the area, as one figure a period."""
    carried = every_code()
    found = [published(one, area, carried) for one in reads.definitions()]
    return [one for one in found if one is not None and not one.by_need]


def _with_pairs(chosen: Sequence[str], choices: Mapping[str, Published]) -> list[str]:
    """A measure that must not stand alone brings the other, where that is published."""
    pairs = [choices[code].definition.never_without for code in chosen]
    return list(dict.fromkeys([*chosen, *(code for code in pairs if code in choices)]))


def _cell(one: Published, found: benchmarks.Comparison | None) -> Cell:
    if found is None:
        return Cell("no figure")
    if found.area.value is None:
        return Cell(found.area.status.words or "no figure")
    standing = f"{found.rank} of {found.ranked}" if found.rank is not None else ""
    quartile = f", {found.quartile}" if found.quartile and standing else ""
    return Cell(one.value(found.area.value), f"{standing}{quartile}")


def _wider(one: Published, code: str) -> Cell:
    label = _label(one)
    figures = {each.period.label: each for each in benchmarks.published(one.measure, code, one.category)}
    found = figures.get(label)
    return Cell(one.value(found.value) if found and found.value is not None else "no figure")


def _label(one: Published) -> str:
    return one.labels[-1]


def _column(one: Published, found: Sequence[benchmarks.Comparison | None]) -> Column:
    first = next((each for each in found if each is not None), None)
    own = one.own[-1]
    period, citation = (first.area.period.words, first.area.citation) if first else (own.period.words, own.citation)
    return Column(one.definition, period, citation, reads.about(one.definition.never_without))


def _inspected(one: benchmarks.AreaInspections) -> Inspected:
    return Inspected(one.area.name, _earlier(one), _later(one))


def _earlier(one: benchmarks.AreaInspections) -> str:
    """Under the framework of 2016."""
    found = one.earlier
    if found is None:
        return "not published"
    needed = "written statement of action" if found.outcome == "written statement" else "no written statement"
    progress = f"; revisit: sufficient progress in {found.progress}" if found.progress else ""
    return f"{day(found.published_on)}: {needed}{progress}"


def _later(one: benchmarks.AreaInspections) -> str:
    """Under the framework of 2023."""
    found = one.later
    return f"{day(found.published_on)}: {GRADES.get(found.outcome, found.outcome)}" if found else "not yet"


def _counted(found: benchmarks.InspectionCounts, name: str) -> str:
    grades = ", ".join(f"{number(count)} {GRADES.get(grade, grade)}" for grade, count in sorted(found.grades.items()))
    progress = ", ".join(f"{number(count)} in {how}" for how, count in sorted(found.progress.items()))
    revisits = f"; of {number(found.revisited)} revisits, sufficient progress: {progress}" if progress else ""
    since = f" Since 2023: {number(found.inspected_since_2023)} inspected: {grades}." if grades else ""
    return (
        f"{name}, published by {day(found.until)}: {number(found.inspected)} of {number(found.areas)} areas inspected "
        f"under the framework of 2016, {number(found.statements)} of them to write a statement of action{revisits}."
        f"{since}"
    )
