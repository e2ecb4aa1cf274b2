"""What an indicator is: words and rules that stand beside one short function from the frozen tables to counts.

A definition file holds `definition` and, where we count it ourselves, `counts(t)`. The expressions are engine-neutral
(Ibis): the
same file runs on the embedded engine and on a distributed one. Nothing here, nor in a definition file, imports an
engine.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

Expr = Any  # an Ibis expression; the engine library is imported by engine.py only, and late


class Unit(StrEnum):
    PERCENT = "percent"
    COUNT = "count"
    WEEKS = "weeks"
    RATE = "rate"  # per 100: may pass 100, so it takes a rate's interval


class Better(StrEnum):
    HIGHER = "higher"
    LOWER = "lower"
    NEUTRAL = "neutral"


class Topic(StrEnum):
    """What a measure is about: the list of measures is in this order."""

    WAITING = "Waiting for a plan"
    FAMILIES = "What families say"
    PLANS = "Plans, and where children learn"
    SCHOOL = "In school and after it"
    HEALTH = "Health"


class Level(StrEnum):
    AREA = "area"
    NEED = "need"
    AGE_BAND = "age_band"
    ESTABLISHMENT = "establishment"
    WAIT = "wait"  # how long an open case has waited


class Every(StrEnum):
    """The periods of an observation. A year is a calendar year, as the return's are; the last one may be a year so
    far.
    """

    MONTH = "month"
    YEAR = "year"
    DAY = "day"  # the snapshot's own day


class Supply(StrEnum):
    COMPUTED = "computed"  # we count it from the frozen tables
    PARTNER = "partner"  # a partner counts it and sends the figures
    PUBLISHED = "published"  # only the national release has it


@dataclass(frozen=True)
class Definition:
    """`counted` says the numerator and denominator in words; `cohort` ends the sentence “515 of 1,377 …”.

    `lag_days` is how long an action takes to show here; `never_without` names the figure that must be shown beside
    this one.
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


@dataclass(frozen=True)
class Tables:
    """The frozen tables as expressions, and the day they stand at."""

    cases: Expr
    plans: Expr
    reviews: Expr
    survey: Expr
    complaints: Expr
    establishments: Expr
    as_at: date

    @property
    def open_cases(self) -> Expr:
        """Every case that was ever open here; the engine asks on which days (received_on until closed_on)."""
        return self.cases.filter(~self.cases.ended_before, ~self.cases.transferred_in)

    @property
    def new_plans(self) -> Expr:
        """Cases that ended in a plan of this area's own.

        A plan issued before the first collection is known only if it is still in force: to count it would be to count
        the survivors, so it is left out.
        """
        return self.open_cases.filter(self.open_cases.issued_on.notnull())


@dataclass(frozen=True)
class Happened:
    """Things that happened on a day. A percentage counts `met` among `rows`; a count has no `met`.

    With `share`, each place of the finest level is the numerator and all places together are the denominator.
    """

    rows: Expr
    on: str
    met: Expr | None = None
    share: bool = False


@dataclass(frozen=True)
class Standing:
    """Things that stood at the end of a period: from `since` until the day before `until` (null: still standing).

    `met` is given the rows crossed with their `period_end`.
    """

    rows: Expr
    since: str
    until: str
    met: Callable[[Expr], Expr] | None = None


@dataclass(frozen=True)
class Waited:
    """How long the things standing at a period's end had stood, in weeks: the middle one, or the longest."""

    rows: Expr
    since: str
    until: str
    take: str  # "median" or "max"


@dataclass(frozen=True)
class Survived:
    """Time from `since` to `event`, for those that began in the period; `left` is when one dropped out for another
    reason.
    """

    rows: Expr
    since: str
    event: str
    left: str
    within_days: int


Counts = Happened | Standing | Waited | Survived
