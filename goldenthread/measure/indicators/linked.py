"""Which figures must be hidden beside a small one, because the others and their total would give it away."""

from collections.abc import Sequence

from goldenthread.measure.indicators import catalogue
from goldenthread.measure.indicators.definition import Unit
from goldenthread.measure.indicators.models import Observation
from goldenthread.rules.statistics.audit import NARROW
from goldenthread.rules.statistics.disclosure import RULES
from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.tables import Totals, protect

Counts = tuple[int, ...]


def hidden_together(parts: Sequence[Observation], total: Observation | None, small: frozenset[int]) -> frozenset[int]:
    """Positions of the parts to hide, `small` among them. A total not shown is taken to be known all the same."""
    counted = {i: cells for i, one in enumerate(parts) if (cells := _cells(one))}
    if not small & counted.keys():
        return small
    rows, order = _of_one_width(list(counted.values())), list(counted)
    positions = {order.index(i) for i in small & counted.keys()}
    if len(rows[0]) == 1:
        hidden = _in_a_line([count for (count,) in rows], positions)
    else:
        hidden = _in_a_table(_with_total(rows, _cells(total) if total else None), positions)
    return small | {order[i] for i in (range(len(rows)) if hidden is None else hidden) if i < len(rows)}


def _in_a_line(counts: Sequence[int], small: set[int]) -> set[int] | None:
    """Two are hidden, and their sum tells little: as the table's audit would have it, without its long way round."""
    hidden = set(small)
    while len(hidden) < 2 or sum(counts[i] for i in hidden) <= NARROW:
        free = [i for i in range(len(counts)) if i not in hidden and counts[i]]
        if not free:
            return None
        hidden.add(min(free, key=lambda i: (counts[i], i)))
    return hidden


def _in_a_table(table: Sequence[Counts], small: set[int]) -> set[int] | None:
    """Rows to hide whole; None where nothing could keep the small ones hidden."""
    also = frozenset((row, column) for row in small for column in range(len(table[0])))
    try:
        safe = protect(table, RULES["D0"], Totals.BOTH, also)  # what is small has been judged already
    except NotComputable:
        return None
    hit = {row for row, _ in also | safe.secondary}
    return None if len(table) - 1 in hit else hit


def _cells(one: Observation) -> Counts:
    """Those in it, those not in it, all; or the one count. Empty where there are no whole numbers to add up."""
    numbers = [one.numerator] if one.denominator is None else [one.numerator, one.denominator]
    if any(number is None or number != int(number) for number in numbers):
        return ()
    numerator, denominator = int(one.numerator or 0), int(one.denominator or 0)
    share = catalogue.definition(one.indicator).unit is Unit.PERCENT and numerator <= denominator
    return (numerator, denominator - numerator, denominator) if share else (numerator,)


def _of_one_width(rows: list[Counts]) -> list[Counts]:
    """Only the numerators add up where some rows have nothing else, and where each is a share of one whole."""
    shares = len(rows) > 1 and len({row[-1] for row in rows}) == 1 and sum(row[0] for row in rows) == rows[0][-1]
    return [row[:1] for row in rows] if shares or min(map(len, rows)) == 1 else rows


def _with_total(rows: list[Counts], total: Counts | None) -> list[Counts]:
    """The rows, the rest of the total that belongs to none of them, and the total."""
    sums = tuple(map(sum, zip(*rows, strict=True)))
    whole = total[: len(sums)] if total and len(total) >= len(sums) else sums
    rest = tuple(all_of - part for all_of, part in zip(whole, sums, strict=True))
    if min(rest) < 0:
        return [*rows, sums]  # figures of different making do not add up
    return [*rows, *([rest] if any(rest) else []), whole]
