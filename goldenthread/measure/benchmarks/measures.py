"""What a published figure counts: the importer fills the tables by it, and pages describe figures with it.

`polarity` and `banded` are the Department for Education's own where its interactive tool (LAIT) carries the measure.
"""

from dataclasses import dataclass
from enum import StrEnum

from .periods import PeriodKind


class Polarity(StrEnum):
    HIGH = "high"
    LOW = "low"
    NEUTRAL = "neutral"


class Unit(StrEnum):
    PERCENT = "%"
    COUNT = "count"
    RATE = "per 100"  # of events to a base that does not contain them: a proportion's interval would be wrong
    POUNDS = "pounds a head"  # a mean of money: it has no interval
    AS_PUBLISHED = "as published"  # a figure without counts, in whatever unit its release has


@dataclass(frozen=True, slots=True)
class Measure:
    """`counted` and `out_of` are the cohort in words; `banded` is false where DfE gives no quartile.

    `by` is what a figure must be told of, such as its primary need or the service; empty where an area has one figure a
    period. `core` marks the headlines that papers print; `compared` the measures that `goldenthread compare` lists.
    """

    code: str
    title: str
    period_kind: PeriodKind
    unit: Unit
    polarity: Polarity
    counted: str = ""
    out_of: str = ""
    lait: str = ""
    banded: bool = True
    axis: str = ""
    by: str = ""
    core: bool = False
    compared: bool = False

    @property
    def by_need(self) -> bool:
        """Whether a figure of it needs a category: its primary need, its service or its age."""
        return bool(self.by)
