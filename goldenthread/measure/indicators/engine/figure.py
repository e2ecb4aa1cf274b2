"""One figure as counted, and what it is made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from goldenthread.measure.indicators.definition import Level
from goldenthread.measure.indicators.periods import Period


class CannotCount(ValueError):
    """A definition asks for what its rows cannot give: the sentence names it."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One figure as counted: unrounded, unsuppressed. `denominator` is None for a count, `value` None where there is
    nothing to divide by. `area` is the tables' own code of the local area, or the wider one that areas are summed to.
    """

    indicator: str
    level: Level
    place: str
    period: Period
    numerator: float | None
    denominator: float | None
    value: float | None
    detail: Mapping[str, Any] | None = None
    area: str = ""


class Cell(NamedTuple):
    """What was added up in one place over one period, before it is a figure."""

    area: str
    place: str
    period: Period
    top: float
    under: float
