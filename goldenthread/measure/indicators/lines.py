"""Which figures add up to which other: the lines of a table that nobody printed, but that a reader can draw."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from goldenthread.measure.indicators import bands
from goldenthread.measure.indicators.definition import Every, Level


class Counted(Protocol):
    """What an observation has that hiding goes by; a row read for that alone has it too."""

    @property
    def indicator(self) -> str: ...
    @property
    def level(self) -> str: ...
    @property
    def place(self) -> str: ...
    @property
    def every(self) -> str: ...
    @property
    def period_start(self) -> date: ...
    @property
    def period_end(self) -> date: ...
    @property
    def numerator(self) -> float | None: ...
    @property
    def denominator(self) -> float | None: ...
    @property
    def value(self) -> float | None: ...


Line = tuple[list[int], Counted | None]  # positions of the parts, and the whole where it is among those shown
ALL_SEND, NO_SEN = "all SEND", "no SEN"
LONGER = (Every.YEAR, Every.ACADEMIC, Every.FINANCIAL, Every.TERM, Every.QUARTER)
SHORTER = (Every.QUARTER, Every.TERM, Every.MONTH)


def linked_lines(found: Sequence[Counted], alike: Mapping[str, str] | None = None) -> list[Line]:
    """`alike` is {school: group}: what the schools of a group come to is taken to be known too."""
    return [*_places(found), *_alike(found, alike or {}), *_periods(found)]


def _alike(found: Sequence[Counted], alike: Mapping[str, str]) -> list[Line]:
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, one in enumerate(found if alike else ()):
        if one.level == Level.ESTABLISHMENT and one.place in alike:
            groups[alike[one.place], *_when(one)].append(i)
    return [(parts, None) for parts in groups.values()]


def _places(found: Sequence[Counted]) -> list[Line]:
    """The places of each level in each period, with the whole area's figure."""
    areas = {_when(one): one for one in found if one.level == Level.AREA}
    groups: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for i, one in enumerate(found):
        if one.level != Level.AREA:
            groups[one.level, one.level == Level.WAIT and one.place in bands.LATE, *_when(one)].append(i)
    lines: list[Line] = []
    for (level, *_), parts in groups.items():
        whole = areas.get(_when(found[parts[0]]))
        if level == Level.SEND:
            lines += _send(found, parts, whole)
        else:  # waits are two lines of places, since another measure tells how many are past 20 weeks
            lines.append((parts, None if level == Level.WAIT else whole))
    return lines


def _send(found: Sequence[Counted], parts: list[int], whole: Counted | None) -> list[Line]:
    """“All SEND” is a total, of plans and support; and with those without SEN it makes up the whole."""
    every = next((i for i in parts if found[i].place == ALL_SEND), None)
    single = [i for i in parts if i != every]
    if every is None:
        return [(single, whole)]
    without = [i for i in single if found[i].place == NO_SEN]
    with_send = [i for i in single if i not in without]
    return [(single, whole), (with_send, found[every]), ([every, *without], whole)]


def _periods(found: Sequence[Counted]) -> list[Line]:
    """The shorter periods of the whole area within each longer one."""
    area: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, one in enumerate(found):
        if one.level == Level.AREA:
            area[one.indicator, one.every].append(i)
    return [
        (within, found[i])
        for (indicator, every), longer in area.items()
        if every in LONGER
        for i in longer
        for shorter in SHORTER
        if shorter != every and (within := _within(found, area.get((indicator, shorter), ()), found[i]))
    ]


def _within(found: Sequence[Counted], shorter: Sequence[int], longer: Counted) -> list[int]:
    return [
        i for i in shorter if longer.period_start <= found[i].period_start and found[i].period_end <= longer.period_end
    ]


def _when(one: Counted) -> tuple[object, ...]:
    return one.indicator, one.every, one.period_start, one.period_end
