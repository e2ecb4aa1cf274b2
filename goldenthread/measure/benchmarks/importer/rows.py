"""One line of the package's headline tables."""

from dataclasses import dataclass, replace

from goldenthread.measure.benchmarks.measures import Measure, Unit
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


def with_share(row: HeadlineRow, measure: Measure) -> HeadlineRow:
    """Counts that nobody printed a percentage of still have one: ours, unrounded."""
    if row.value is not None or row.numerator is None or not row.denominator:
        return row
    if measure.unit not in (Unit.PERCENT, Unit.RATE):
        return row
    return replace(row, value=100 * row.numerator / row.denominator, status=Status.PUBLISHED)
