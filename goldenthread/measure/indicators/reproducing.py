"""One figure counted again from the frozen tables that it was counted from: the same, or different."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from goldenthread.measure.indicators import catalogue, counting, reads
from goldenthread.measure.indicators.definition import Supply
from goldenthread.measure.indicators.models import Observation


class CannotReproduce(ValueError):
    """Why a figure cannot be counted again, and what to do, in a sentence."""


class Numbers(NamedTuple):
    numerator: float | None
    denominator: float | None
    value: float | None


@dataclass(frozen=True)
class Reproduced:
    """`now` is None where the definition no longer makes such a figure."""

    was: Numbers
    now: Numbers | None
    definition_changed: bool

    @property
    def same(self) -> bool:
        return self.now == self.was


def reproduce(one: Observation) -> Reproduced:
    """Raises CannotReproduce where we did not count it, or where its frozen tables are gone."""
    definition = reads.about(one.indicator)
    if definition is None:
        raise CannotReproduce(f"There is no definition of {one.indicator} any more. Take it back from the history.")
    if one.snapshot is None:
        raise CannotReproduce(_not_counted(definition.supply, one))
    try:
        found = _recounted(one)
    except FileNotFoundError as lost:
        raise CannotReproduce(str(lost)) from lost
    was = Numbers(one.numerator, one.denominator, one.value)
    return Reproduced(was, found, catalogue.version(one.indicator) != one.definition_version)


def _recounted(one: Observation) -> Numbers | None:
    assert one.snapshot is not None
    found = counting.recounted(one.snapshot, one)
    return Numbers(found.numerator, found.denominator, found.value) if found else None


def _not_counted(supply: Supply, one: Observation) -> str:
    if supply is Supply.PLAN:
        return f"It was counted from the plan as it stood on {one.made_on}, not from frozen tables."
    return f"It was not counted here: {one.source}, taken in on {one.made_on}. Ask whoever counted it."


def find(area_code: str, asked: str, level: str = "area", place: str = "") -> Observation:
    """By its number, or as INDICATOR/PERIOD of an area: 2026, 2026-09 or 2026-09-30. Raises CannotReproduce."""
    if asked.isdigit():
        found = Observation.objects.filter(pk=int(asked))
    else:
        indicator, _, period = asked.partition("/")
        current = Observation.objects.filter(area__code=area_code, indicator=indicator, replaced_by=None)
        found = current.filter(level=level, place=place, **_period(period)).order_by("-period_end")
    one = found.select_related("snapshot", "area").first()
    if one is None:
        raise CannotReproduce(
            f"There is no figure {asked}. Give the number that stands on its page, or a measure and a period with "
            "--area, such as plans_in_force/2026-10-31."
        )
    return one


def _period(text: str) -> dict[str, object]:
    """A year may be of any kind; the one of the calendar is found first by its start."""
    parts = text.split("-")
    try:
        numbers = [int(part) for part in parts]
        year, month, day = [*numbers, 1, 1][:3]
        first = date(year, month, day)
    except (ValueError, TypeError) as fault:
        raise CannotReproduce(f"“{text}” is not a period. Write 2026, 2026-09 or 2026-09-30.") from fault
    every = {1: "year", 2: "month", 3: "day"}.get(len(parts), "")
    return {"period_start": first, "every": every}
