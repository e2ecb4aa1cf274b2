"""Which figures must be hidden beside a small one, because the others and their total would give it away.

A figure is hidden whole: those in it, those not in it, and all. Of the hidden ones a reader then knows each column's
sum and no more, so any one of them may be anything from 0 to that sum: safe where two or more are hidden, and where no
sum is so small that it pins them down. That is exact, and quick for three hundred schools.
"""

from collections.abc import Sequence

from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.definition import Unit
from goldenthread.measure.indicators.lines import Counted
from goldenthread.rules.statistics.audit import NARROW

FEWEST = 5  # a rest of fewer, which no row shows, is kept from being worked out too
Counts = tuple[int, ...]


def hidden_together(parts: Sequence[Counts], total: Counts, small: frozenset[int]) -> frozenset[int]:
    """Positions of the parts to hide, `small` among them. A total not shown (empty) is taken to be known all the same.
    Parts are `cells_of` observations.
    """
    counted = {i: cells for i, cells in enumerate(parts) if cells}
    if not counted:
        return small
    rows, order = _of_one_width(list(counted.values())), list(counted)
    rest = _rest(rows, total)
    primary = {at for at, i in enumerate(order) if i in small}
    primary |= {len(rows) for cells in rest if any(0 < count < FEWEST for count in cells)}
    if not primary:
        return small
    hidden = _enough([*rows, *rest], primary)
    return small | {order[i] for i in (range(len(rows)) if hidden is None else hidden) if i < len(rows)}


def _enough(rows: Sequence[Counts], small: set[int]) -> set[int] | None:
    """Rows to hide, the smallest first; None where nothing could keep the small ones hidden."""
    hidden, sums = set(small), [sum(rows[i][column] for i in small) for column in range(len(rows[0]))]
    matter = [column for column in range(len(rows[0])) if any(row[column] for row in rows)]
    free = sorted((i for i in range(len(rows)) if i not in small), key=lambda i: (sum(rows[i]), i))
    for i in free:
        lacking = [column for column in matter if sums[column] <= NARROW]
        if len(hidden) >= 2 and not lacking:
            break
        if any(rows[i][column] for column in lacking or matter):
            hidden.add(i)
            sums = [held + more for held, more in zip(sums, rows[i], strict=True)]
    return hidden if len(hidden) >= 2 and all(sums[column] > NARROW for column in matter) else None


def cells_of(one: Counted) -> Counts:
    """Those in it and those not; or the one count; of a mean, how many it is of. Empty where there are no whole
    numbers to add up.
    """
    top, under = one.numerator, one.denominator
    if catalogue.definition(one.indicator).unit.is_mean:
        top, under = under, None  # a sum of pounds or hours need not be whole, and a middle one has no sum
    if top is None or top != int(top) or (under is not None and under != int(under)):
        return ()
    share = under is not None and top <= under and catalogue.definition(one.indicator).unit is Unit.PERCENT
    return (int(top), int(under or 0) - int(top)) if share else (int(top),)


def _of_one_width(rows: list[Counts]) -> list[Counts]:
    """Only the numerators add up where some rows have nothing else, and where each is a share of one whole."""
    shares = len(rows) > 1 and len({sum(row) for row in rows}) == 1 and sum(row[0] for row in rows) == sum(rows[0])
    return [row[:1] for row in rows] if shares or min(map(len, rows)) == 1 else rows


def _rest(rows: list[Counts], total: Counts) -> list[Counts]:
    """What of the total belongs to none of the rows: never shown, so that it hides as well as a row does."""
    if len(total) < len(rows[0]):
        return []
    rest = tuple(all_of - sum(column) for all_of, column in zip(total, zip(*rows, strict=True), strict=False))
    return [rest] if min(rest) >= 0 and any(rest) else []  # figures of different making do not add up
