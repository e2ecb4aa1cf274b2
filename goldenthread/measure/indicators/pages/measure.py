"""The page of one measure: what the figures say, and whether they can be trusted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.charts import (
    ControlChart,
    FunnelChart,
    GapChart,
    Icon,
    LineChart,
    assurance_icon,
    variation_icon,
)
from goldenthread.foundation.partnership import reads as partnership
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.indicators import reads, words
from goldenthread.measure.indicators.definition import Definition, Level
from goldenthread.measure.indicators.figures import Figure, shown
from goldenthread.measure.indicators.judging import Judged
from goldenthread.measure.indicators.models import Observation, Rebase
from goldenthread.measure.indicators.pages import drawing, gap
from goldenthread.measure.indicators.pages.alike import Together, groups, together
from goldenthread.measure.indicators.pages.both_sides import ASKED, ISSUED, PAST
from goldenthread.measure.indicators.pages.doubts import doubts
from goldenthread.measure.indicators.pages.excess import InChildren, in_children
from goldenthread.measure.indicators.pages.funnel import Like, Schools, schools
from goldenthread.measure.indicators.pages.places import PlaceTable, place_tables
from goldenthread.measure.indicators.pages.rebased import Rebased, rebased
from goldenthread.measure.indicators.pages.restating import Restated, restated
from goldenthread.measure.indicators.pages.series import LONG, newest, of_kind, serial
from goldenthread.measure.indicators.pages.supplied import Supplied, supplied
from goldenthread.measure.indicators.published import Beside, Published, explained, published
from goldenthread.record.establishments import reads as establishments
from goldenthread.record.establishments.models import Establishment
from goldenthread.rules.statistics import disclosure
from goldenthread.rules.statistics.disclosure import Rule


@dataclass(frozen=True)
class MeasurePage:
    definition: Definition
    latest: Figure | None
    status: str
    figures: Sequence[Figure]  # all that the page shows, for its download
    series: Sequence[Figure]
    judged: Judged | None
    chart: ControlChart | None
    annual: LineChart | None
    published: Published | None
    beside: Beside | None
    comparators: str  # why a fictional area stands beside real ones
    icons: Sequence[Icon]
    gap: gap.Gap | None
    gap_chart: GapChart | None
    tables: Sequence[PlaceTable]
    excess: InChildren | None
    schools: PlaceTable | None
    funnel: Schools | None
    like: Like | None
    funnel_chart: FunnelChart | None
    pair: Figure | None
    pair_definition: Definition | None
    rebased: Sequence[Rebased]
    restated: Sequence[Restated]
    supplied: Supplied
    doubts: Sequence[str]
    rule: Rule

    @property
    def newest(self) -> Figure | None:
        """The latest figure, or where there is none for the whole area, one of its parts."""
        return self.latest or (self.figures[0] if self.figures else None)

    @property
    def on_both_sides(self) -> bool:
        return self.definition.code in (ISSUED, ASKED, PAST)

    @property
    def small_until(self) -> int:
        return self.rule.threshold - 1

    @property
    def names(self) -> Mapping[str, str]:
        """{place: what it is called}, of every table."""
        return {place: name for table in self._every_table for place, name in table.names.items()}

    @property
    def _every_table(self) -> Sequence[PlaceTable]:
        return [*self.tables, *([self.schools] if self.schools else [])]


def measure_page(area: LocalArea, code: str, until: date, *, small_numbers: bool, like: str = "") -> MeasurePage:
    """`like` is the kind of schools whose funnel is drawn. Raises KeyError where no measure has the code."""
    definition = reads.definition(code)
    found = _Found.of(area, definition, until, small_numbers)
    own = found.of_area[code]
    series, years = serial(own), of_kind(own, *LONG)
    rebases = reads.rebases(area, code)
    drawn = drawing.control("over-time", series, [one for one in rebases if one.withdrawn_on is None])
    other = published(definition, area)
    aggregate = other if other and not other.by_need else None
    answering = aggregate.answering([*series, *years]) if aggregate else {}
    latest = newest(own)
    between = _gap(area, found, definition, latest, aggregate)
    at_schools = [one for one in found.parts if one.level is Level.ESTABLISHMENT]
    funnel = schools(at_schools, found.schools, found.sums)
    alike = funnel.group(like) if funnel else None
    tables = place_tables(found.parts, found.names, other)
    changed = restated(reads.restatements(area, code), small_numbers=small_numbers)
    figures = [*series, *years, *found.parts]
    return MeasurePage(
        definition=definition,
        latest=latest,
        status=_status(latest, changed),
        figures=figures,
        series=series,
        judged=drawn[0] if drawn else None,
        chart=drawn[1] if drawn else None,
        annual=_annual(area, definition, years, aggregate, answering),
        published=aggregate,
        beside=aggregate.beside(area, answering, latest) if aggregate else None,
        comparators=explained(area) if other else "",
        icons=_icons(drawn[0]) if drawn else [],
        gap=between,
        gap_chart=drawing.gaps("gap", between) if between else None,
        tables=[one for one in tables if one.level not in (Level.ESTABLISHMENT, Level.SEND)],
        excess=in_children(area, answering, aggregate) if aggregate else None,
        schools=next((one for one in tables if one.level is Level.ESTABLISHMENT), None),
        funnel=funnel,
        like=alike,
        funnel_chart=drawing.funnel("by-school", definition, alike, words.period(at_schools[0])) if alike else None,
        pair=newest(found.of_area.get(definition.never_without, ())),
        pair_definition=reads.about(definition.never_without),
        rebased=_rebased(area, rebases),
        restated=changed,
        supplied=supplied(area, definition, [*own, *found.parts], found.names),
        doubts=doubts(definition, figures, until),
        rule=disclosure.rule(definition.disclosure),
    )


@dataclass(frozen=True)
class _Found:
    """The figures that a page needs, asked together: of the whole area by measure, and the measure's parts."""

    of_area: Mapping[str, Sequence[Figure]]
    parts: Sequence[Figure]
    schools: Mapping[str, Establishment]
    sums: Mapping[str, Together]

    @classmethod
    def of(cls, area: LocalArea, definition: Definition, until: date, small_numbers: bool) -> "_Found":
        codes = [code for code in (definition.code, definition.gap_with, definition.never_without) if code]
        parts: list[Observation] = reads.parts(area, definition.code, until) if _has_parts(definition) else []
        at_schools = [one for one in parts if one.level == Level.ESTABLISHMENT]
        known = establishments.by_urn(area, [one.place for one in at_schools]) if at_schools else {}
        alike = groups(known)
        both = shown([*reads.area_level(area, codes, until), *parts], small_numbers=small_numbers, alike=alike)
        of_area: dict[str, list[Figure]] = {code: [] for code in codes}
        for figure in both:
            if figure.level is Level.AREA:
                of_area[figure.definition.code].append(figure)
        theirs = [one for one in both if one.level is not Level.AREA]
        hidden = {one.place for one in theirs if one.level is Level.ESTABLISHMENT and one.hidden}
        return cls(of_area, theirs, known, together(at_schools, alike, hidden))

    @property
    def names(self) -> Mapping[str, str]:
        return {urn: one.name for urn, one in self.schools.items()}


def _has_parts(definition: Definition) -> bool:
    return any(level is not Level.AREA for level in definition.levels)


def _annual(
    area: LocalArea,
    definition: Definition,
    years: Sequence[Figure],
    other: Published | None,
    answering: Mapping[str, Figure],
) -> LineChart | None:
    """The area's years beside the published ones; of a measure that is only published, those alone; without any, the
    area's own."""
    if other is None:
        last = newest(years)
        kind = of_kind(years, last.period.every) if last else []
        return drawing.annual("by-year", {one.period.label: one for one in kind if one.period.whole}, area.name, {})
    if not years:
        return drawing.released("by-year", definition, other)
    return drawing.annual("by-year", answering, area.name, other.series())


def _gap(
    area: LocalArea, found: _Found, definition: Definition, latest: Figure | None, own: Published | None
) -> gap.Gap | None:
    other = reads.about(definition.gap_with)
    if other is None:
        return gap.by_send(found.parts, latest)
    if figures := found.of_area[definition.code]:
        return gap.with_measure(figures, found.of_area[definition.gap_with], other)
    theirs = published(other, area)
    return gap.released(own, theirs) if own and theirs else None


def _icons(judged: Judged) -> list[Icon]:
    assert judged.xmr is not None
    found = (variation_icon("variation", judged.xmr), assurance_icon("assurance", judged.xmr))
    return [one for one in found if one is not None]


def _rebased(area: LocalArea, found: Sequence[Rebase]) -> list[Rebased]:
    people = {one.handle: one.name for one in partnership.people_in(area)} if found else {}
    return rebased(found, people)


def _status(latest: Figure | None, changed: Sequence[Restated]) -> str:
    if latest is None:
        return ""
    on = next((one.on for one in changed if one.period == words.period(latest)), None)
    return words.status(latest, on)
