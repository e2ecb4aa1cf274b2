"""The tests for special causes in a control chart: which points take part in a trend, a run, or two in three.

Each answers a list as long as the series: 1 for high or rising, -1 for low or falling, 0 for neither. A missing value
(None, side 0) breaks every pattern: nobody knows what it was.
"""

from collections.abc import Sequence

Value = float | None


def sides(values: Sequence[Value], mean: float) -> list[int]:
    """Above the mean, below it, or neither. A point exactly on the mean is on no side, and so breaks a run."""
    return [0 if value is None else (value > mean) - (value < mean) for value in values]


def outside(values: Sequence[Value], lower: float, upper: float) -> list[int]:
    """Strictly beyond a limit; a point on the limit is within."""
    return [0 if value is None else (value > upper) - (value < lower) for value in values]


def moves(values: Sequence[Value]) -> list[int]:
    """How each point stands to the one before: higher, lower, or neither (the same, the first, beside a gap)."""
    steps = [0] * len(values)
    for i in range(1, len(values)):
        before, now = values[i - 1], values[i]
        if before is not None and now is not None:
            steps[i] = (now > before) - (now < before)
    return steps


def trends(values: Sequence[Value], length: int) -> list[int]:
    """Points in a row, `length` or more, each higher (or each lower) than the one before; the first of them counts too.

    A turning point may end a rise and begin a fall: it belongs to the later trend, as in Making Data Count's R package.
    """
    marks, in_a_row = [0] * len(values), 1
    steps = moves(values)
    for i, step in enumerate(steps):
        in_a_row = in_a_row + 1 if step and step == steps[i - 1] else 1 + abs(step)
        if step and in_a_row >= length:
            marks[i - length + 1 : i + 1] = [step] * length
    return marks


def runs(side: Sequence[int], length: int) -> list[int]:
    """Points in a row, `length` or more, on one side of the mean."""
    marks, in_a_row = [0] * len(side), 0
    for i, here in enumerate(side):
        in_a_row = in_a_row + 1 if i and here == side[i - 1] else 1
        if here and in_a_row >= length:
            marks[i - length + 1 : i + 1] = [here] * length
    return marks


def two_of_three(side: Sequence[int], close: Sequence[bool]) -> list[int]:
    """Of three in a row on one side of the mean, those close to the limit, where they are two or three.

    `close` is between the near and the outer limit. A point beyond the limit is not close, so that two beyond it and
    one near it leave the third common cause; both sides of the mean never count together (NHSRplotthedots #153, #143).
    """
    marks = [0] * len(side)
    for i in range(2, len(side)):
        here = side[i]
        if here and side[i - 1] == here == side[i - 2] and close[i] + close[i - 1] + close[i - 2] >= 2:
            for j in (i - 2, i - 1, i):
                if close[j]:
                    marks[j] = here
    return marks


def streak(marks: Sequence[int]) -> int:
    """How many of the same sign, other than 0, stand at the end."""
    count = 0
    while count < len(marks) and marks[-1] and marks[-1 - count] == marks[-1]:
        count += 1
    return count
