"""What an indicator is: words and rules that stand beside one short function from the frozen tables to counts.

A definition file holds `definition` and, where we count it ourselves, `counts(t)`. The expressions are engine-neutral
(Ibis): the same file runs on the embedded engine and on a distributed one. Nothing here, nor in a definition file,
imports an engine.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from goldenthread.measure.indicators.counted import (
    Count,
    Counts,
    Expr,
    Happened,
    Joined,
    Rated,
    Reached,
    Standing,
    Summed,
    Survived,
    Tables,
    Waited,
)

__all__ = [
    "Better",
    "Count",
    "Counts",
    "Definition",
    "Every",
    "Expr",
    "Happened",
    "Joined",
    "Level",
    "Rated",
    "Reached",
    "Standing",
    "Summed",
    "Supply",
    "Survived",
    "Tables",
    "Topic",
    "Unit",
    "Waited",
]


class Unit(StrEnum):
    """`multiplier`: what numerator ÷ denominator is multiplied by to give the value."""

    PERCENT = "percent"
    COUNT = "count"
    WEEKS = "weeks"
    RATE = "rate"  # per 100: may pass 100, so it takes a rate's interval
    PER_1000 = "per_1000"
    PER_100_000 = "per_100000"
    PER_MILLION = "per_million"
    POINTS = "points"  # a mean of points or scores
    POUNDS = "pounds"  # a mean of money
    HOURS = "hours"
    CASES = "cases"  # a mean number of cases

    @property
    def multiplier(self) -> int:
        return {
            Unit.PERCENT: 100, Unit.RATE: 100, Unit.PER_1000: 1000, Unit.PER_100_000: 100_000,
            Unit.PER_MILLION: 1_000_000,
        }.get(self, 1)  # fmt: skip

    @property
    def is_mean(self) -> bool:
        """A mean, or a middle one: told by how many it is of, since no counts add up to it."""
        return self in (Unit.WEEKS, Unit.POINTS, Unit.POUNDS, Unit.HOURS, Unit.CASES)

    @property
    def is_rate(self) -> bool:
        """Of events to a base that does not contain them: a proportion's interval would be wrong."""
        return self in (Unit.RATE, Unit.PER_1000, Unit.PER_100_000, Unit.PER_MILLION)


class Better(StrEnum):
    HIGHER = "higher"
    LOWER = "lower"
    NEUTRAL = "neutral"


class Topic(StrEnum):
    """What a measure is about: the list of measures is in this order."""

    WAITING = "Waiting for a plan"
    FAMILIES = "What families say"
    DISAGREEMENT = "When families disagree"
    PLANS = "Plans, and where children learn"
    SCHOOL = "In school and after it"
    LEARNING = "What children learn"
    ADULTHOOD = "Towards adult life"
    HEALTH = "Health"
    CARE = "Social care and youth justice"
    MONEY = "Money and places"
    PARTNERSHIP = "The partnership's own work"


class Level(StrEnum):
    """What a figure is of: the whole area, or its parts. A place of each: a code of need, a band, a URN, …"""

    AREA = "area"
    NEED = "need"
    AGE_BAND = "age_band"
    ESTABLISHMENT = "establishment"
    WAIT = "wait"  # how long an open case has waited
    SEND = "send"  # EHC plan, SEN support, no SEN; and all SEND, which is the first two together
    PLACEMENT = "placement"  # kind of placement
    DISTRICT = "district"  # in which the school stands
    SERVICE = "service"  # a partner's service, such as a therapy


class Every(StrEnum):
    """The periods of an observation. The last one may be a year, or a month, so far."""

    MONTH = "month"
    QUARTER = "quarter"  # of the calendar
    TERM = "term"  # from 1 September, 1 January or 1 April
    YEAR = "year"  # of the calendar, as the return's are
    ACADEMIC = "academic"  # from 1 September
    FINANCIAL = "financial"  # from 1 April
    DAY = "day"  # the snapshot's own day; of a census, the census day


class Supply(StrEnum):
    COMPUTED = "computed"  # we count it from the frozen tables
    PLAN = "plan"  # counted from the improvement plan and its inspections, by the rooms that keep them
    PARTNER = "partner"  # a partner counts it and sends the figures
    PUBLISHED = "published"  # only the national release has it


@dataclass(frozen=True)
class Definition:
    """`counted` says the numerator and denominator in words; `cohort` ends the sentence “515 of 1,377 …”.

    `lag_days` is how long an action takes to show here; `never_without` names the figure that must be shown beside
    this one, and `gap_with` the one of pupils without SEN, or of all, from the same source. `catalogue` are the rows of
    the field's catalogue of indicators that it is. `published` names the national figures to stand beside it: one of
    our headlines or a short code of LAIT; empty where the headline has this very code, or there is none. `needs` is
    what somebody must do before there is a figure. `goodwill`: some who send it need not, so that the share of those
    who did is shown. `agreed` is false for a local definition that is to be agreed and signed before first use.
    """

    code: str
    title: str
    topic: Topic
    why_it_matters: str
    counted: str
    cohort: str
    unit: Unit
    better: Better
    source: str
    review_by: date
    levels: tuple[Level, ...] = (Level.AREA,)
    periods: tuple[Every, ...] = (Every.MONTH, Every.YEAR)
    supply: Supply = Supply.COMPUTED
    disclosure: str = "D2"
    lag_days: int = 180
    never_without: str = ""
    experience: bool = False  # what families say: feeds the families dial, not the impact dial
    caution: str = ""
    catalogue: tuple[str, ...] = ()
    published: str = ""
    gap_with: str = ""
    needs: str = ""
    goodwill: bool = False
    agreed: bool = True
    baseline_points: int | None = None  # fix the control chart's limits on its first so many points
