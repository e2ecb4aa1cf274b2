"""One line of the package's headline tables."""

from dataclasses import dataclass

from goldenthread.measure.benchmarks.symbols import Status


@dataclass(frozen=True, slots=True)
class HeadlineRow:
    measure: str
    area: str
    period: str
    value: float | None
    numerator: int | None
    denominator: int | None
    status: Status
    source: str
    category: str = ""


def whole(number: float | None) -> int | None:
    """A count as read from a cell."""
    return None if number is None else round(number)
