"""The page of one measure: what the figures say, and whether they can be trusted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.charts import ControlChart, LineChart
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.indicators import reads, words
from goldenthread.measure.indicators.definition import Definition, Every, Level
from goldenthread.measure.indicators.figures import Figure, shown
from goldenthread.measure.indicators.judging import Judged
from goldenthread.measure.indicators.models import Observation
from goldenthread.measure.indicators.pages import drawing
from goldenthread.measure.indicators.pages.places import PlaceTable, finest_period, place_tables
from goldenthread.measure.indicators.published import Beside, explained, label_of, published
from goldenthread.rules.statistics import disclosure
from goldenthread.rules.statistics.disclosure import Rule


@dataclass(frozen=True)
class Restated:
    period: str
    was: str
    now: str
    why: str
    on: date


@dataclass(frozen=True)
class MeasurePage:
    definition: Definition
    latest: Figure | None
    months: Sequence[Figure]
    years: Sequence[Figure]
    judged: Judged | None
    chart: ControlChart | None
    annual: LineChart | None
    beside: Beside | None
    comparators: str  # why a fictional area stands beside real ones
    tables: Sequence[PlaceTable]
    pair: Figure | None
    pair_definition: Definition | None
    restated: Sequence[Restated]
    rule: Rule

    @property
    def newest(self) -> Figure | None:
        """The latest figure, or where there is none for the whole area, one of its parts."""
        return self.latest or next((figure for table in self.tables for figure in table.figures), None)

    @property
    def small_until(self) -> int:
        return self.rule.threshold - 1

    @property
    def figures(self) -> list[Figure]:
        """All that the page shows, for its download."""
        return [*self.months, *self.years, *(figure for table in self.tables for figure in table.figures)]


def measure_page(area: LocalArea, code: str, until: date, *, small_numbers: bool) -> MeasurePage:
    """Raises KeyError where no measure has the code."""
    definition = reads.definition(code)
    places = [
        one
        for level in definition.levels
        if level is not Level.AREA
        for one in reads.places(area, code, level, finest_period(definition), until)
    ]
    both = shown([*reads.area_level(area, [code], until), *places], small_numbers=small_numbers)
    whole = [figure for figure in both if figure.level is Level.AREA]
    months = charted([figure for figure in whole if figure.period.every is Every.MONTH])
    years = [figure for figure in whole if figure.period.every is not Every.MONTH]
    drawn = drawing.control("by-month", months)
    other = published(code, area)
    own = {label: figure for figure in years if (label := label_of(figure))}
    aggregate = other if other and not other.by_need else None
    pair = _pair(area, definition, until, small_numbers)
    return MeasurePage(
        definition=definition,
        latest=newest(whole),
        months=months,
        years=years,
        judged=drawn[0] if drawn else None,
        chart=drawn[1] if drawn else None,
        annual=drawing.annual("by-year", own, area.name, aggregate.series() if aggregate else {}),
        beside=aggregate.beside(area, own) if aggregate else None,
        comparators=explained(area) if other else "",
        tables=place_tables(area, definition, [figure for figure in both if figure.level is not Level.AREA], other),
        pair=pair,
        pair_definition=reads.about(definition.never_without),
        restated=[_restated(one, small_numbers) for one in reads.restatements(area, code)],
        rule=disclosure.rule(definition.disclosure),
    )


def charted(months: Sequence[Figure]) -> list[Figure]:
    """Whole months, up to the last that has, or hides, a figure: months not ripe yet are not gaps."""
    whole = [figure for figure in months if figure.period.whole]
    while whole and whole[-1].value is None and not whole[-1].hidden:
        whole.pop()
    return whole


def newest(figures: Sequence[Figure]) -> Figure | None:
    """By year where it is counted by year, else by day, else by month."""
    for every in (Every.YEAR, Every.DAY, Every.MONTH):
        found = [figure for figure in figures if figure.period.every is every]
        if found:
            return found[-1]
    return None


def _pair(area: LocalArea, definition: Definition, until: date, small_numbers: bool) -> Figure | None:
    """The latest of the figure that must stand beside this one."""
    found = reads.latest(area, [definition.never_without], until) if definition.never_without else {}
    return next(iter(shown(found.values(), small_numbers=small_numbers)), None)


def _restated(old: Observation, small_numbers: bool) -> Restated:
    new = old.replaced_by
    assert new is not None
    before, after = shown([old], small_numbers=small_numbers)[0], shown([new], small_numbers=small_numbers)[0]
    if not small_numbers and (why := _gives_away(old, new)):
        before = before.without_number(why)
    was, now = (
        f"{words.value(each)} {f'({words.counts(each)})' if words.counts(each) else ''}" for each in (before, after)
    )
    return Restated(words.period(after), was.strip(), now.strip(), new.why_replaced, new.made_on)


def _gives_away(old: Observation, new: Observation) -> str:
    """Whether the difference of two releases tells of a few children."""
    rule = disclosure.rule(reads.definition(old.indicator).disclosure)
    for before, now in ((old.numerator, new.numerator), (old.denominator, new.denominator)):
        if before is not None and now is not None and (found := disclosure.differencing(int(now), int(before), rule)):
            return found.reason
    return ""
