"""One published figure, with what it stands on."""

from dataclasses import dataclass

from goldenthread.rules.statistics.intervals import Interval, byar, wilson

from .measures import Measure, Unit
from .periods import Period
from .shelf import source
from .symbols import Status

# A percentage printed to one place may be half a tenth from the truth, and no more.
ROUNDED_BY = 0.05 + 1e-9


@dataclass(frozen=True, slots=True)
class Figure:
    """`value` is as published, in the measure's unit; None where `status` says why. Counts may be None too.

    `category` is what the figure is of, where its measure has several a period: the primary need (a SEN2 code, NR for
    not recorded), the service; else empty.
    """

    measure: Measure
    area: str
    period: Period
    value: float | None
    numerator: int | None
    denominator: int | None
    status: Status
    source: str
    category: str = ""

    @property
    def citation(self) -> str:
        """Where it was published; first its counts, then its percentage, where they come from two places."""
        return "; ".join(source(code).citation for code in self.source.split("+"))

    @property
    def interval(self) -> Interval | None:
        """95 % limits in the measure's unit, from the published counts; None where `no_interval` says why."""
        if self.no_interval or self.numerator is None or not self.denominator:
            return None
        if self.measure.unit is Unit.RATE:
            return byar(self.numerator, self.denominator, 100)
        return wilson(self.numerator, self.denominator).times(100)

    @property
    def no_interval(self) -> str:
        """Why there is no interval, as a sentence; empty where there is one."""
        if self.value is None:
            return f"No figure: {self.status.words}."
        if self.measure.unit is Unit.COUNT:
            return "No interval: this is a count, not a share."
        if self.measure.unit is Unit.POUNDS:
            return "No interval: this is a mean of money, not a share."
        if self.numerator is None or self.denominator is None:
            return "Interval not available: counts not published."
        if not self.counts_agree:
            return "Interval not available: the published counts do not give the published percentage."
        return ""

    @property
    def counts_agree(self) -> bool:
        """Whether the published counts give the published figure, allowing for its rounding."""
        if self.numerator is None or not self.denominator or self.value is None:
            return False
        return abs(100 * self.numerator / self.denominator - self.value) <= ROUNDED_BY
