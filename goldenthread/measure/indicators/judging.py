"""A series of observations and what may be said of it: the control chart's verdict, or why there is none."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

from goldenthread.measure.indicators.definition import Definition, Unit
from goldenthread.rules.statistics import spc, verdict

UNITS = {Unit.PERCENT: "%", Unit.RATE: "per 100", Unit.WEEKS: "weeks", Unit.COUNT: ""}


class Valued(Protocol):
    """An observation, or a figure as a viewer may see it."""

    @property
    def value(self) -> float | None: ...
    @property
    def period_start(self) -> date: ...


@dataclass(frozen=True)
class Judged:
    """`series` is in time order; a point without a value stays in it, as a gap."""

    definition: Definition
    series: Sequence[Valued]
    target: float | None = None

    @property
    def unit(self) -> str:
        return UNITS[self.definition.unit]

    @cached_property
    def xmr(self) -> spc.Xmr | None:
        """None where no point has a value."""
        values = [one.value for one in self.series]
        if all(value is None for value in values):
            return None
        return spc.xmr(values, better=spc.Better(self.definition.better.value), target=self.target)

    @property
    def points(self) -> tuple[spc.Point, ...]:
        return self.xmr.points if self.xmr else ()

    @property
    def group(self) -> spc.Group:
        """The limits that hold for the latest point. Only where there is a chart."""
        assert self.xmr is not None
        return self.xmr.groups[-1]

    @property
    def sentence(self) -> str:
        if self.xmr is None:
            return "Not measured: no figure has been supplied yet."
        return verdict.sentence(self.xmr, self.unit)

    @property
    def warnings(self) -> list[str]:
        dates = tuple(one.period_start for one in self.series)
        return verdict.warnings(self.xmr, dates) if self.xmr else []


def judge(definition: Definition, series: Sequence[Valued], target: float | None = None) -> Judged:
    return Judged(definition, series, target)
