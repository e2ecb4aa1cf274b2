"""Whether two people who mark the same plans agree more than chance would have them: Cohen's kappa (1960, 1968)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import fsum, sqrt

from goldenthread.rules.statistics.faults import NotComputable
from goldenthread.rules.statistics.quantiles import normal
from goldenthread.rules.statistics.rounding import number


class Weights(StrEnum):
    """What a near miss counts for: nothing; or the less, the further apart two marks on an ordered scale are."""

    NONE = "none"
    LINEAR = "linear"
    QUADRATIC = "quadratic"


@dataclass(frozen=True, slots=True)
class Agreement:
    """`kappa` is 1 for perfect agreement, 0 for what chance gives; `observed` and `expected` shares that agree."""

    kappa: float
    lower: float
    upper: float
    observed: float
    expected: float
    cases: int


_OF = {
    Weights.NONE: lambda apart: float(apart == 0),
    Weights.LINEAR: lambda apart: 1 - apart,
    Weights.QUADRATIC: lambda apart: 1 - apart**2,
}


def kappa(table: Sequence[Sequence[int]], weights: Weights = Weights.NONE, confidence: float = 0.95) -> Agreement:
    """Of a square table: cases that the first marked with the row's grade and the second with the column's.

    The interval is that of Fleiss, Cohen and Everitt (1969), for large samples. Raises NotComputable for a table that
    is not square, for no case, and where both gave every case one grade: nothing then could have disagreed.
    """
    size, cases = len(table), sum(map(sum, table))
    if size < 2 or any(len(row) != size for row in table) or any(n < 0 for row in table for n in row):
        raise NotComputable("Agreement needs a square table of counts, a row and a column for each grade.")
    if not cases:
        raise NotComputable("No case has two marks. Have some marked twice, by people who do not see each other’s.")
    shares = [[n / cases for n in row] for row in table]
    weight = _weights(size, _OF[weights])
    rows, columns = [fsum(row) for row in shares], [fsum(column) for column in zip(*shares, strict=True)]
    observed = fsum(weight[i][j] * shares[i][j] for i in range(size) for j in range(size))
    expected = fsum(weight[i][j] * rows[i] * columns[j] for i in range(size) for j in range(size))
    if expected > 1 - 1e-12:
        raise NotComputable("Both gave every case one grade, so that agreement cannot be told from chance.")
    value = (observed - expected) / (1 - expected)
    by_row = [fsum(weight[i][j] * columns[j] for j in range(size)) for i in range(size)]
    by_column = [fsum(weight[i][j] * rows[i] for i in range(size)) for j in range(size)]
    spread = fsum(
        shares[i][j] * (weight[i][j] - (by_row[i] + by_column[j]) * (1 - value)) ** 2
        for i in range(size)
        for j in range(size)
    )
    variance = (spread - (value - expected * (1 - value)) ** 2) / (cases * (1 - expected) ** 2)
    margin = normal((1 + confidence) / 2) * sqrt(max(variance, 0.0))
    return Agreement(value, max(value - margin, -1.0), min(value + margin, 1.0), observed, expected, cases)


def sentence(found: Agreement) -> str:
    """“The two agreed on 84 % of 50 cases; kappa 0.71, between 0.52 and 0.90.”"""
    between = f"between {number(found.lower, 2)} and {number(found.upper, 2)}"
    caution = "" if found.lower > 0 else " That is no more than chance may give."
    return (
        f"The two agreed on {number(100 * found.observed)} % of {number(found.cases)} cases; "
        f"kappa {number(found.kappa, 2)}, {between}.{caution}"
    )


def _weights(size: int, of: Callable[[float], float]) -> list[list[float]]:
    """By how many grades apart two marks are, as a share of the scale."""
    return [[of(abs(i - j) / (size - 1)) for j in range(size)] for i in range(size)]
