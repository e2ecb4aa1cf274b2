"""The published figures of others beside ours, in a sentence with its source."""

from goldenthread.measure.benchmarks.reads import Figure
from goldenthread.publish.reports.facts import Facts, Published
from goldenthread.publish.reports.sections.saying import listed
from goldenthread.rules.statistics.rounding import number

MARKS = {"%": " %", "per 100": " per 100"}


def beside(found: Published | None, facts: Facts) -> str:
    """Empty where nothing is published. A period is named, because the published one is older than ours."""
    if found is None or found.latest_england is None:
        return ""
    period = found.latest_england.period.words
    parts = [f"England {shown(found.latest_england)}"]
    if found.region is not None and found.region.value is not None:
        parts.append(f"{found.region_name} {shown(found.region)}")
    if found.neighbours_mean is not None:
        parts.append(f"mean of {found.neighbours} statistical neighbours {in_unit(found, found.neighbours_mean)}")
    own = found.comparison.area if found.comparison else None
    if own is not None and own.value is not None:
        parts.insert(0, f"{facts.area.name} {shown(own)}")
    return f"{period[:1].upper()}{period[1:]}: {listed(parts)}. Source: {found.latest_england.citation}."


def shown(figure: Figure | None) -> str:
    """The figure alone; why there is none, where there is none."""
    if figure is None:
        return "not published"
    if figure.value is None:
        return figure.status.words
    unit = figure.measure.unit.value
    return f"{number(figure.value, 0 if unit == 'count' else 1)}{MARKS.get(unit, '')}"


def in_unit(found: Published, value: float) -> str:
    unit = found.measure.unit.value
    return f"{number(value, 0 if unit == 'count' else 1)}{MARKS.get(unit, '')}"
