"""Schools and settings: the list, and one school beside those like it. No child has a name here."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from django.db.models import Q, QuerySet

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.foundation.ui.words import day
from goldenthread.measure.indicators import reads, words
from goldenthread.measure.indicators.definition import Definition, Topic, Unit
from goldenthread.measure.indicators.figures import Figure, shown, why_hidden
from goldenthread.measure.indicators.lines import Counted
from goldenthread.measure.indicators.models import Observation
from goldenthread.measure.indicators.pages import funnel
from goldenthread.measure.indicators.pages.alike import Together, groups, together
from goldenthread.measure.indicators.pages.pooled import pooled
from goldenthread.measure.indicators.published import Published, every_code, published
from goldenthread.measure.indicators.reads import AtSchool
from goldenthread.record.establishments import reads as establishments
from goldenthread.record.establishments.models import Establishment
from goldenthread.rules.statistics.rounding import number

FEWEST = 10  # children: of fewer, one child's year is the school's figure


@dataclass(frozen=True)
class SchoolMeasure:
    """One measure of one school. `pair` is the title of the measure that must not be left out."""

    definition: Definition
    own: Figure
    three_years: str
    like: str
    area: str
    england: str
    standing: str
    pair: Definition | None

    @property
    def few(self) -> bool:
        return self.own.denominator is not None and self.own.denominator < FEWEST


@dataclass(frozen=True)
class SchoolPage:
    school: Establishment
    notes: Sequence[str]
    like: int
    measures: Sequence[SchoolMeasure]


def search(area: LocalArea, asked: str) -> QuerySet[Establishment]:
    """By a part of the name, or by URN."""
    found = establishments.establishments(area).order_by("name", "urn")
    return found.filter(Q(name__icontains=asked) | Q(urn=asked)) if asked else found


def school_page(area: LocalArea, urn: str, until: date, *, small_numbers: bool) -> SchoolPage:
    """Raises KeyError where the area knows no school of that number."""
    every = establishments.by_urn(area)
    school = every[urn]
    group_of = groups(every)
    years = reads.of_school(area, urn, until)
    newest = reads.newest_periods(years)
    found = _Found.of(area, newest, until, group_of, small_numbers)
    own = _own(found, [one for one in years if newest[one.indicator] == (one.every, one.period_start)], small_numbers)
    measures = [_measure(area, one, found, years, group_of, small_numbers) for one in own]
    topics = list(Topic)
    ordered = sorted(measures, key=lambda one: (topics.index(one.definition.topic), one.definition.title))
    return SchoolPage(
        school, _notes(school, every, until), sum(group == group_of[urn] for group in group_of.values()) - 1, ordered
    )


@dataclass(frozen=True)
class _Found:
    """The newest figures of every school by measure, with the places hidden; and those of the whole area."""

    schools: Mapping[str, Sequence[AtSchool]]
    hidden: Mapping[str, Mapping[str, str]]  # why, by measure and URN
    area: Mapping[str, Figure]
    carried: frozenset[str]  # codes of what is published

    @classmethod
    def of(
        cls,
        area: LocalArea,
        newest: Mapping[str, reads.When],
        until: date,
        alike: Mapping[str, str],
        small_numbers: bool,
    ) -> "_Found":
        """Whoever sees no small numbers is shown what stays hidden when all the schools are seen together."""
        told, of_area = reads.at_schools(area, newest, until)
        both: list[Counted] = [*told, *of_area]
        why = {} if small_numbers else why_hidden(both, alike)
        hidden: dict[str, dict[str, str]] = defaultdict(dict)
        for i, reason in why.items():
            hidden[both[i].indicator][both[i].place] = reason
        schools: dict[str, list[AtSchool]] = defaultdict(list)
        for one in told:
            schools[one.indicator].append(one)
        return cls(
            schools,
            hidden,
            {one.definition.code: one for one in shown(of_area, small_numbers=small_numbers)},
            every_code(),
        )


def _own(found: _Found, newest: Sequence[Observation], small_numbers: bool) -> list[Figure]:
    """The school's newest figure of each measure, hidden where it is hidden among all schools."""
    figures = shown(newest, small_numbers=True)
    if small_numbers:
        return figures
    reasons = [found.hidden.get(one.indicator, {}).get(one.place, "") for one in newest]
    return [one.without_number(why) if why else one for one, why in zip(figures, reasons, strict=True)]


def _measure(
    area: LocalArea,
    own: Figure,
    found: _Found,
    years: Sequence[Observation],
    group_of: Mapping[str, str],
    small_numbers: bool,
) -> SchoolMeasure:
    definition, group = own.definition, group_of[own.place]
    alike = [one for one in found.schools[definition.code] if group_of.get(one.place) == group]
    sums = together(found.schools[definition.code], group_of, found.hidden.get(definition.code, {}))
    mine = [one for one in years if one.indicator == definition.code]
    whole = found.area.get(definition.code)
    three = pooled(area, own, mine, small_numbers=small_numbers)
    return SchoolMeasure(
        definition=definition,
        own=own,
        three_years=words.sentence(three) if three else "",
        like=_like(definition, alike, sums.get(group), small_numbers),
        area=_short(whole) if whole else "",
        england=_england(published(definition, area, found.carried), own),
        standing=funnel.standing(own, sums.get(group)),
        pair=reads.about(definition.never_without),
    )


def _like(definition: Definition, alike: Sequence[AtSchool], sums: Together | None, small_numbers: bool) -> str:
    """The school itself among them. Shares are joined; of anything else the middle one, unless that is small."""
    if definition.unit is Unit.PERCENT or definition.unit.is_rate:
        if sums is None:
            return "not shown: it would tell of a school whose figure is hidden"
        joined = "of" if definition.unit is Unit.PERCENT else "for"
        value = words.measured(definition, definition.unit.multiplier * sums.numerator / sums.denominator)
        counted = f"{number(sums.numerator)} {joined} {number(sums.denominator)}"
        return f"{value} ({counted}; {_schools(sums.schools)} together)"
    values = [one.value for one in alike if one.value is not None]
    if not values:
        return "no figure"
    middle = median(values)
    if not small_numbers and middle < FEWEST:
        return f"fewer than {FEWEST} (the middle one of {_schools(len(values))})"
    return f"{words.measured(definition, middle)} (the middle one of {_schools(len(values))})"


def _short(figure: Figure) -> str:
    """Without its cohort and period, which are the school's."""
    counted = words.counts(figure)
    return f"{words.value(figure)} ({counted})" if counted else words.value(figure)


def _schools(count: int) -> str:
    return f"{number(count)} school{'' if count == 1 else 's'}"


def _england(found: Published | None, own: Figure) -> str:
    """England's published figure, with its period: of another year than the school's, it says so."""
    if found is None or found.by_need or own.definition.unit is Unit.COUNT:
        return ""
    newest = next((one for one in reversed(list(found.england().values())) if one.value is not None), None)
    if newest is None:
        return ""
    same = newest.period.label in found.answering([own])
    return found.told(newest) + ("" if same else f": another period than the school’s ({words.period(own)})")


def _notes(school: Establishment, every: Mapping[str, Establishment], until: date) -> list[str]:
    """A school that closed, opened or became another: figures before and after are of two schools."""
    notes = []
    if school.closed_on and school.closed_on <= until:
        successor = every.get(school.successor_urn)
        then = f" It was followed by {successor.name} ({successor.urn})." if successor else ""
        notes.append(
            f"This school closed on {day(school.closed_on)}. Its figures end with that day, and a year in which it "
            f"closed is not a whole one.{then}"
        )
    before = [one for one in every.values() if school.urn and one.successor_urn == school.urn]
    if school.opened_on and (before or _within_years(school.opened_on, until)):
        told = "; ".join(f"{one.name} ({one.urn})" for one in before)
        took = f" It took the place of {told}, whose figures are not added to its own." if told else ""
        notes.append(f"This school opened on {day(school.opened_on)}: earlier periods are not its own.{took}")
    return notes


def _within_years(opened_on: date, until: date) -> bool:
    return opened_on.year >= until.year - reads.YEARS_BACK
