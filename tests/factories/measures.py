"""Observations made by hand, for pages and rules to stand on; and as many as three years of an area bring."""

from collections.abc import Iterator
from datetime import date
from random import Random

from goldenthread.foundation.intake.models import Batch
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.bands import AGES, WAITS
from goldenthread.measure.indicators.definition import Definition, Every, Level, Supply, Unit
from goldenthread.measure.indicators.models import Observation
from goldenthread.measure.indicators.periods import Period, period_of, periods_for
from goldenthread.measure.indicators.writes import observation
from goldenthread.measure.snapshots.models import Snapshot
from goldenthread.record.establishments.models import Establishment, PupilExtract
from goldenthread.rules.sen2.codes import NEEDS

ON = date(2026, 10, 31)
PLACES = {
    Level.NEED: tuple(NEEDS),
    Level.AGE_BAND: tuple(name for _, name in AGES),
    Level.WAIT: tuple(name for _, name in WAITS),
    Level.SEND: ("EHC plan", "SEN support", "no SEN", "all SEND"),
    Level.PLACEMENT: ("mainstream", "special", "post16", "independent_special"),
    Level.DISTRICT: ("North", "South", "East", "West", "Mid", "Vale"),
    Level.SERVICE: ("Speech and language", "Occupational"),
}


def made(
    area: LocalArea,
    indicator: str,
    start: date,
    numerator: float | None,
    denominator: float | None,
    *,
    every: str = "month",
    level: str = "area",
    place: str = "",
    **more: object,
) -> Observation:
    """Not yet kept. A count has the denominator None."""
    unit = catalogue.definition(indicator).unit
    period = period_of(start, Every(every), ON)
    value = numerator
    if numerator is not None and denominator is not None:
        value = unit.multiplier * numerator / denominator if denominator else None
    return observation(
        area=area, indicator=indicator, level=level, place=place, every=every, start=period.start, end=period.end,
        numerator=numerator, denominator=denominator, value=value, source="Invented", on=ON, **more,
    )  # type: ignore[arg-type]  # fmt: skip


def schools(area: LocalArea, count: int) -> list[Establishment]:
    """Primary schools for the most part."""
    return Establishment.objects.bulk_create(
        Establishment(
            area=area, urn=f"{100000 + i}", name=f"Invented School {i:03}", district=PLACES[Level.DISTRICT][i % 6],
            phase="Primary" if i % 4 else "Secondary", kind="special" if i % 20 == 19 else "mainstream",
        )
        for i in range(count)
    )  # fmt: skip


def everything(area: LocalArea, *, schools: int = 250, years: int = 3) -> int:
    """Every measure that has figures of its own, at every level and period that it declares; how many that makes."""
    random, since = Random(4), date(ON.year - years, 11, 1)
    snapshot = Snapshot.objects.create(
        area=area, as_at=ON, content_hash="5" * 64, tables={}, made_on=ON, made_by="system"
    )
    urns = tuple(f"{100000 + i}" for i in range(schools))
    _told(area, urns, years)
    found = [
        one
        for definition in catalogue.all_definitions()
        if definition.supply is not Supply.PUBLISHED
        for one in _of(area, definition, urns, since, random, snapshot)
    ]
    Observation.objects.bulk_create(found, batch_size=500)
    return len(found)


def _told(area: LocalArea, urns: tuple[str, ...], years: int) -> None:
    """Every school told of every census, term and school year."""
    batch = Batch.objects.create(area=area, file_name="x", sha256="b" * 64, size=1, received_by="x", received_on=ON)
    days = [date(year, month, 15 if kind == "census" else 1)
            for year in range(ON.year - years, ON.year + 1)
            for kind, month in (("census", 1), ("sessions", 1), ("sessions", 4), ("sessions", 9))]  # fmt: skip
    PupilExtract.objects.bulk_create(
        PupilExtract(
            area=area, batch=batch, kind="census" if day.day == 15 else "sessions", day=day, schools=list(urns),
            rows=1, sha256="c" * 64, received_on=ON,
        )
        for day in days
    )  # fmt: skip


def _of(
    area: LocalArea, definition: Definition, urns: tuple[str, ...], since: date, random: Random, snapshot: Snapshot
) -> Iterator[Observation]:
    for level in definition.levels:
        places = ("",) if level is Level.AREA else urns if level is Level.ESTABLISHMENT else PLACES[level]
        for period in _periods(definition, since):
            for place in places:
                yield _one(area, definition, level, place, period, random, snapshot)


def _periods(definition: Definition, since: date) -> list[Period]:
    days = [Period(day, day, Every.DAY) for day in (date(y, 1, 15) for y in range(since.year + 1, ON.year + 1))]
    others = [every for every in definition.periods if every is not Every.DAY]
    return [*periods_for(others, since, ON), *(days if Every.DAY in definition.periods else ())]


def _one(
    area: LocalArea,
    definition: Definition,
    level: Level,
    place: str,
    period: Period,
    random: Random,
    snapshot: Snapshot,
) -> Observation:
    under = random.randint(5, 60) if level is Level.ESTABLISHMENT else random.randint(50, 5000)
    top = random.randint(0, under)
    unit = definition.unit
    counted = unit is Unit.COUNT
    value = top if counted else unit.multiplier * top / under if unit is Unit.PERCENT or unit.is_rate else top / 7
    return observation(
        area=area, indicator=definition.code, level=level, place=place, every=period.every, start=period.start,
        end=period.end, numerator=top, denominator=None if counted else under, value=value, source="Invented", on=ON,
        snapshot=snapshot if definition.supply is Supply.COMPUTED else None,
    )  # fmt: skip
