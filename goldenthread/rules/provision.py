"""What a rule of law is made of: a value, the days it is in force, and its citation. The law itself is in `statute`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import ClassVar, Generic, TypeVar

V_co = TypeVar("V_co", covariant=True)
SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


class NoLawError(ValueError):
    """No provision is held for the day asked about; the text is a sentence."""


@dataclass(frozen=True, order=True)
class _Span:
    count: int
    unit: ClassVar[str]

    @property
    def words(self) -> str:
        """As a parent would read it: "six weeks", "15 working days"."""
        number = SMALL[self.count] if self.count < len(SMALL) else str(self.count)
        return f"{number} {self.unit}{'' if self.count == 1 else 's'}"


class Days(_Span):
    unit = "day"


class Weeks(_Span):
    unit = "week"


class Months(_Span):
    unit = "month"


class WorkingDays(_Span):
    unit = "working day"


@dataclass(frozen=True)
class NthWeekday:
    """A weekday (Monday is 0) of a month of any year: the third is 3, the last is -1."""

    nth: int
    weekday: int
    month: int


@dataclass(frozen=True, order=True)
class YearDay:
    """One day of any year."""

    month: int
    day: int


@dataclass(frozen=True)
class YearDays:
    """A stretch of days of any year, both ends included; it may run over the new year."""

    first: YearDay
    last: YearDay


@dataclass(frozen=True)
class ClosureWindow:
    """A closure of at least `closed_for` excuses what is asked from `opens_before` it to `ends_before` re-opening."""

    closed_for: Weeks
    opens_before: Weeks
    ends_before: Weeks


@dataclass(frozen=True)
class LeavingDay:
    """Compulsory school age ends on `on`, in the academic year in which the person turns `age`."""

    age: int
    on: NthWeekday


class Limit(Enum):
    """The limits that an exception can disapply."""

    DECIDE = "decide whether to assess"
    ADVICE = "give advice"
    REFUSE = "say that no plan will be issued"
    FINAL = "send the final plan"
    REASSESS = "finish a reassessment"
    TRIBUNAL = "comply with the tribunal's order"


@dataclass(frozen=True)
class Ground:
    """Why a limit may be disapplied, and which limits it reaches."""

    title: str
    limits: frozenset[Limit]


@dataclass(frozen=True)
class Provision(Generic[V_co]):
    """One value and the days it is in force, both ends included. Not `verified`: read `note` before quoting it."""

    from_: date
    value: V_co
    citation: str
    until: date | None = None
    verified: bool = True
    note: str = ""

    def is_in_force(self, on: date) -> bool:
        return self.from_ <= on and (self.until is None or on <= self.until)


def in_force(law: Sequence[Provision[V_co]], on: date) -> Provision[V_co]:
    """The provision in force on a day. Raises NoLawError, naming the days for which one is held."""
    for provision in law:
        if provision.is_in_force(on):
            return provision
    first, last = law[0], law[-1]
    end = f" to {last.until.isoformat()}" if last.until else " on"
    raise NoLawError(
        f"The rule ({first.citation}) is held from {first.from_.isoformat()}{end}; {on.isoformat()} is outside."
    )
