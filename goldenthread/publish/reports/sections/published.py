"""Appendix C: what is published for the area by year, with intervals, beside its region, England and neighbours."""

from collections.abc import Iterator

from goldenthread.foundation.charts import Line, LineChart
from goldenthread.measure.benchmarks.reads import Figure
from goldenthread.publish.reports.document import Block, Heading, Note, Paragraph, Section, Table, drawing
from goldenthread.publish.reports.document import Figure as Drawn
from goldenthread.publish.reports.facts import Facts, Published
from goldenthread.publish.reports.sections.appendices import PUBLISHED
from goldenthread.publish.reports.sections.beside import beside, shown
from goldenthread.publish.reports.sections.saying import listed
from goldenthread.rules.statistics.rounding import number, span

DRAWN = ("plans_in_20_weeks_excluding_exceptions",)


def published(facts: Facts) -> Section:
    own = [one for one in facts.published.values() if any(year.value is not None for year in one.years)]
    blocks = _own(facts, own) if own else _others(facts)
    return Section("published", (Heading(PUBLISHED, numbered=False), *blocks))


def _own(facts: Facts, own: list[Published]) -> Iterator[Block]:
    neighbours = (
        f" Its statistical neighbours, nearest first, are {listed(facts.neighbours)}." if facts.neighbours else ""
    )
    yield Paragraph.of(
        f"Official figures for {facts.area.name}, as they were published. The interval says how far the figure could "
        f"be from the area’s usual level by chance alone.{neighbours}"
    )
    for one in own:
        yield Heading(one.measure.title, 2, numbered=False)
        yield Paragraph.of(beside(one, facts))
        if one.measure.code in DRAWN:
            yield _chart(one, facts.area.name)
        yield _table(one, facts.area.name)


def _others(facts: Facts) -> Iterator[Block]:
    yield Note.of(
        f"No figures are published for {facts.area.name}. England and the region stand here alone.", title="Missing."
    )
    rows = [
        (one.measure.title, one.latest_england.period.words, shown(one.latest_england), shown(one.region))
        for one in facts.published.values()
        if one.latest_england
    ]
    citations = dict.fromkeys(one.latest_england.citation for one in facts.published.values() if one.latest_england)
    yield Table.of(
        "Latest published figures for England and the region",
        ("Measure", "Period", "England", facts.area.region or "Region"),
        rows,
        widths=(3, 1.4, 1, 1.2),
        notes=(f"Source: {'; '.join(citations)}.",),
    )


def _table(one: Published, name: str) -> Table:
    england = {figure.period.label: figure for figure in one.england}
    rows = [
        (year.period.words.capitalize(), _with_counts(year), _interval(year), shown(england.get(year.period.label)))
        for year in one.years
    ]
    about = f"{one.measure.counted} ÷ {one.measure.out_of}" if one.measure.out_of else one.measure.counted
    citations = "; ".join(dict.fromkeys(year.citation for year in one.years))
    return Table.of(
        f"{one.measure.title}, {name}",
        ("Period", name, "95 % interval", "England"),
        rows,
        widths=(1.4, 2, 1.8, 1),
        notes=(f"Counted: {about}. Source: {citations}.",),
    )


def _with_counts(year: Figure) -> str:
    if year.value is None or year.numerator is None or not year.denominator:
        return shown(year)
    return f"{shown(year)} ({number(year.numerator)} of {number(year.denominator)})"


def _interval(year: Figure) -> str:
    around = year.interval
    if around is None:
        return "–" if not year.measure.out_of else year.no_interval
    return span(around.lower, around.upper, "%" if year.measure.unit.value == "%" else "", 1)


def _chart(one: Published, name: str) -> Drawn:
    england = {figure.period.label: figure.value for figure in one.england}
    return drawing(
        LineChart(
            identity=f"published-{one.measure.code}",
            title=f"{one.measure.title}: {name} and England",
            description=f"{one.measure.title} by year, with 95 % intervals for {name}.",
            lines=(
                Line(name, [year.value for year in one.years], [year.interval for year in one.years]),
                Line("England", [england.get(year.period.label) for year in one.years]),
            ),
            periods=tuple(year.period.label for year in one.years),
            unit="%",
        )
    )
