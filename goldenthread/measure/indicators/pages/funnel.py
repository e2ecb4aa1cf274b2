"""Schools as a funnel: who is unusual for their size, not who is last. And one school's place in it, in words."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_type_hints

from django.utils.text import slugify

from goldenthread.measure.indicators.catalogue import counts_of
from goldenthread.measure.indicators.definition import Definition, Summed, Unit
from goldenthread.measure.indicators.figures import Figure
from goldenthread.measure.indicators.pages.alike import Together, groups
from goldenthread.record.establishments.models import Establishment
from goldenthread.rules.statistics import funnel as rules
from goldenthread.rules.statistics.funnel import Funnel, Kind, Standing
from goldenthread.rules.statistics.rounding import number

FEWEST_CHILDREN = 10  # a school of fewer stands in no funnel
FEWEST_SCHOOLS = 5
SAID = {
    Standing.INSIDE: "within what chance allows a school of its size",
    Standing.HIGH: "higher than most schools of its size: worth a look, and no more, since chance puts 1 in 40 there",
    Standing.LOW: "lower than most schools of its size: worth a look, and no more, since chance puts 1 in 40 there",
    Standing.UNUSUALLY_HIGH: "unusually high for a school of its size: chance alone would hardly put it there",
    Standing.UNUSUALLY_LOW: "unusually low for a school of its size: chance alone would hardly put it there",
}


@dataclass(frozen=True)
class Unusual:
    name: str
    urn: str
    said: str


@dataclass(frozen=True)
class Like:
    """Schools of one phase and kind, judged beside each other; `unusual` by name."""

    key: str
    title: str
    drawn: Funnel[str]
    sentence: str
    unusual: Sequence[Unusual]


@dataclass(frozen=True)
class Schools:
    """`groups` the largest first. `left_out` are the schools hidden, missing or too small, or of too few of a kind."""

    groups: Sequence[Like]
    left_out: str

    def group(self, key: str) -> Like:
        """The one asked for; else the largest."""
        return next((one for one in self.groups if one.key == key), self.groups[0])


def schools(
    figures: Sequence[Figure], known: Mapping[str, Establishment], sums: Mapping[str, Together]
) -> Schools | None:
    """None where the measure is no share or rate of schools' children, or too few schools of a kind have one.

    `sums` are of all schools of each phase and kind, the hidden among them: a mean of the shown ones alone would be
    too high. A kind without one is not drawn.
    """
    stand = [one for one in figures if _stands(one) and one.place in known]
    if not stand or not chance_fits(stand[0].definition):
        return None
    by_kind: dict[str, list[Figure]] = defaultdict(list)
    group_of = groups(known)
    for one in stand:
        by_kind[group_of[one.place]].append(one)
    enough = {group: found for group, found in by_kind.items() if len(found) >= FEWEST_SCHOOLS and group in sums}
    drawn = [_like(sums[group], found, known) for group, found in enough.items()]
    if not drawn:
        return None
    out = len(figures) - sum(map(len, enough.values()))
    told = (
        f"{number(out)} more are hidden, missing, of fewer than {FEWEST_CHILDREN} children, or too few of their phase "
        "and kind, and stand in no funnel."
    )
    return Schools(sorted(drawn, key=lambda one: -len(one.drawn.points)), told if out else "")


def _like(sums: Together, stand: Sequence[Figure], known: Mapping[str, Establishment]) -> Like:
    called = _told_apart([one.place for one in stand], {urn: one.name for urn, one in known.items()})
    multiplier = stand[0].definition.unit.multiplier
    drawn = rules.funnel(
        [(called[one.place], one.numerator, one.denominator) for one in stand],
        _kind(stand[0]),
        multiplier=multiplier,
        around=multiplier * sums.numerator / sums.denominator,
    )
    urns = {name: urn for urn, name in called.items()}
    outside = sorted((one for one in drawn.points if one.standing.unusual), key=lambda one: one.key)
    first = known[stand[0].place]
    title = f"{first.get_kind_display()}, {first.phase.lower()}" if first.phase else first.get_kind_display()
    return Like(
        slugify(title),
        title,
        drawn,
        rules.sentence(drawn),
        [Unusual(one.key, urns[one.key], SAID[one.standing]) for one in outside],
    )


def _told_apart(urns: Sequence[str], names: Mapping[str, str]) -> dict[str, str]:
    """{URN: name}, with the URN after a name that two schools have."""
    plain = {urn: names.get(urn, urn) for urn in urns}
    often = Counter(plain.values())
    return {urn: name if often[name] == 1 else f"{name} ({urn})" for urn, name in plain.items()}


def standing(own: Figure, sums: Together | None) -> str:
    """Where a school stands among all of its phase and kind; empty where it is no share or rate, or there are few."""
    if sums is None or sums.schools < FEWEST_SCHOOLS or not _stands(own) or not chance_fits(own.definition):
        return ""
    multiplier = own.definition.unit.multiplier
    found = rules.funnel(
        [(own.place, own.numerator, own.denominator)],
        _kind(own),
        multiplier=multiplier,
        around=multiplier * sums.numerator / sums.denominator,
    )
    return SAID[found.points[0].standing]


def chance_fits(definition: Definition) -> bool:
    """Not for half-days: those of one child hang together, and limits that take each for itself would call nearly every
    school unusual.
    """
    counts = counts_of(definition.code)
    return counts is None or get_type_hints(counts).get("return") is not Summed


def _stands(one: Figure) -> bool:
    """With a count, and enough children for it to say something; a share not greater than its whole."""
    if one.hidden or one.numerator is None or one.denominator is None or one.denominator < FEWEST_CHILDREN:
        return False
    unit = one.definition.unit
    return unit.is_rate or (unit is Unit.PERCENT and one.numerator <= one.denominator)


def _kind(one: Figure) -> Kind:
    return Kind.PROPORTION if one.definition.unit is Unit.PERCENT else Kind.RATE
