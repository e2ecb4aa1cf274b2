"""DOOR. Measuring: snapshots → observations, and partners' figures → observations; control charts begun anew."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from goldenthread.foundation.intake.bulk import collector_resting
from goldenthread.foundation.intake.journal import image
from goldenthread.foundation.intake.source import Journal
from goldenthread.foundation.ledger import writes as ledger
from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.foundation.ui.words import day
from goldenthread.measure.indicators import catalogue, reads
from goldenthread.measure.indicators.intervals import interval
from goldenthread.measure.indicators.models import Observation, Rebase
from goldenthread.measure.snapshots.models import Snapshot

ROWS = 500  # written at a time
FIGURES = ("numerator", "denominator", "value", "lower", "upper", "status", "detail")


class CannotRebase(ValueError):
    """Why a control chart does not start anew there, and what to do, in a sentence."""


@dataclass(frozen=True)
class Result:
    added: int
    replaced: int
    unchanged: int


@collector_resting()
@transaction.atomic
def measure(*, snapshot: Snapshot, since: date, by: Actor, on: date, codes: Iterable[str] | None = None) -> Result:
    """Count every computed indicator from a snapshot. A figure that differs from the one held is a restatement."""
    from goldenthread.measure.indicators import counting

    found = [
        observation(
            area=snapshot.area,
            indicator=one.indicator,
            level=one.level,
            place=one.place,
            every=one.period.every,
            start=one.period.start,
            end=one.period.end,
            numerator=one.numerator,
            denominator=one.denominator,
            value=one.value,
            detail=one.detail,
            snapshot=snapshot,
            source=f"Snapshot as at {snapshot.as_at} ({snapshot.short_hash})",
            on=on,
        )
        for one in counting.counted(snapshot, since, codes or catalogue.codes())
    ]
    result = keep(found, why=f"Counted again from the snapshot as at {snapshot.as_at}: later or corrected facts.")
    ledger.record(
        what="indicators.measured",
        by=by,
        on=on,
        area=snapshot.area.code,
        subject=f"snapshot:{snapshot.pk}",
        detail={"added": result.added, "replaced": result.replaced, "unchanged": result.unchanged},
    )
    return result


def observation(
    *,
    area: LocalArea,
    indicator: str,
    level: str,
    place: str,
    every: str,
    start: date,
    end: date,
    numerator: float | None,
    denominator: float | None,
    value: float | None,
    source: str,
    on: date,
    status: str = "",
    snapshot: Snapshot | None = None,
    detail: Any = None,
) -> Observation:
    """An observation not yet kept, its interval worked out and its definition's version noted."""
    unit = catalogue.definition(indicator).unit
    lower, upper = (
        (detail["lower"], detail["upper"]) if detail and "lower" in detail else interval(unit, numerator, denominator)
    )
    return Observation(
        area=area,
        indicator=indicator,
        level=level,
        place=place,
        every=every,
        period_start=start,
        period_end=end,
        numerator=numerator,
        denominator=denominator,
        value=value,
        lower=lower,
        upper=upper,
        status=status or (Observation.Status.NONE if value is None else Observation.Status.OK),
        detail=detail,
        definition_version=catalogue.version(indicator),
        snapshot=snapshot,
        source=source,
        made_on=on,
    )


@transaction.atomic
def keep(found: list[Observation], *, why: str, journal: Journal | None = None) -> Result:
    """Add what is new, leave what is the same, and let a different figure replace the old one, both kept.

    A figure that brings its own `why_replaced` keeps it where it replaces another; `why` serves the rest.
    """
    held = _held(found)
    fresh: list[Observation] = []
    replaced: list[Observation] = []
    for one in found:
        before = held.get(_key(one))
        if before is not None and _same(before, one):
            continue
        one.why_replaced = (one.why_replaced or why) if before is not None else ""
        fresh.append(one)
        if before is not None:
            replaced.append(before)
    images = [image(before) for before in replaced] if journal else []
    _retire(replaced)
    Observation.objects.bulk_create(fresh, batch_size=ROWS)
    _point(replaced, {_key(one): one for one in fresh})
    if journal is not None:
        for before, was in zip(replaced, images, strict=True):
            journal.changed(before, was)
        journal.added_all(fresh)  # the last written are the first undone
    return Result(len(fresh) - len(replaced), len(replaced), len(found) - len(fresh))


def differences(found: list[Observation]) -> tuple[int, int, int]:
    """How many would be added, would replace another, and are held already. Nothing is written."""
    held = _held(found)
    before = [held.get(_key(one)) for one in found]
    same = sum(1 for old, one in zip(before, found, strict=True) if old is not None and _same(old, one))
    added = before.count(None)
    return added, len(found) - added - same, same


def _retire(old: list[Observation]) -> None:
    """Out of the way of the constraint that allows one current figure, until the new ones have numbers to point to."""
    for start in range(0, len(old), ROWS):
        Observation.objects.filter(pk__in=[one.pk for one in old[start : start + ROWS]]).update(replaced_by=F("pk"))


def _point(old: list[Observation], fresh: dict[tuple[object, ...], Observation]) -> None:
    for one in old:
        one.replaced_by = fresh[_key(one)]
    Observation.objects.bulk_update(old, ["replaced_by"], batch_size=ROWS)


def _held(found: list[Observation]) -> dict[tuple[object, ...], Observation]:
    if not found:
        return {}
    current = Observation.objects.filter(
        area=found[0].area, indicator__in={one.indicator for one in found}, replaced_by=None
    )
    return {_key(one): one for one in current}


def _key(one: Observation) -> tuple[object, ...]:
    """A year so far and a month so far are the same period as they grow: their start names them, not their end."""
    end = one.period_end if one.every == "day" else None
    return (one.area_id, one.indicator, one.level, one.place, one.every, one.period_start, end)


def _same(a: Observation, b: Observation) -> bool:
    return a.period_end == b.period_end and all(getattr(a, name) == getattr(b, name) for name in FIGURES)


@transaction.atomic
def rebase(*, area: LocalArea, indicator: str, starts_on: date, cause: str, by: Actor, on: date) -> Rebase:
    """From a day on, an indicator's chart has new limits, because of something that happened. Raises CannotRebase."""
    catalogue.definition(indicator)
    if not cause.strip():
        raise CannotRebase("Say what changed: limits are drawn anew only for something that happened.")
    points = reads.several(area, [indicator], on)[indicator]
    if not points or not points[0].period_start < starts_on <= points[-1].period_start:
        raise CannotRebase(_beyond(points, starts_on))
    if Rebase.objects.filter(area=area, indicator=indicator, starts_on=starts_on, withdrawn_on=None).exists():
        raise CannotRebase(f"The chart starts anew on {day(starts_on)} already: withdraw that one first.")
    made = Rebase.objects.create(
        area=area, indicator=indicator, starts_on=starts_on, cause=cause.strip(), made_by=by.handle, made_on=on
    )
    _note("indicators.rebased", made, by, on)
    return made


@transaction.atomic
def withdraw_rebase(*, rebase: Rebase, because: str, by: Actor, on: date) -> None:
    """The chart goes on as if it had never started anew there; that it did is kept. Raises CannotRebase."""
    if not because.strip():
        raise CannotRebase("Say why it is withdrawn.")
    if rebase.withdrawn_on is not None:
        raise CannotRebase(f"It was withdrawn on {day(rebase.withdrawn_on)} already.")
    rebase.withdrawn_on, rebase.withdrawn_because = on, because.strip()
    rebase.save(update_fields=["withdrawn_on", "withdrawn_because"])
    _note("indicators.rebase_withdrawn", rebase, by, on)


def _beyond(points: list[Observation], starts_on: date) -> str:
    if len(points) < 2:
        return "There is no chart yet to start anew: it has fewer than two points."
    return (
        f"{day(starts_on)} is not within the chart. Its points begin on {day(points[0].period_start)} and the last on "
        f"{day(points[-1].period_start)}: choose a day after the first and not later than the last."
    )


def _note(what: str, one: Rebase, by: Actor, on: date) -> None:
    detail = {"indicator": one.indicator, "starts_on": one.starts_on.isoformat()}
    ledger.record(what=what, by=by, on=on, area=one.area.code, subject=f"rebase:{one.pk}", detail=detail)
