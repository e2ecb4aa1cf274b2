"""A figure as somebody said it, and all that it can have meant: “£416k” may be anything from £415,500 to £416,500."""

import re
from dataclasses import dataclass
from fractions import Fraction

from goldenthread.rules.statistics.rounding import number

TIMES = {"k": 1_000, "thousand": 1_000, "m": 1_000_000, "million": 1_000_000, "bn": 10**9, "billion": 10**9}
HEDGES = "nearly|almost|about|around|approximately|roughly|over|more than|under|less than|at least|up to"
AS_SAID = re.compile(
    rf"(?P<hedge>(?:{HEDGES})\s+)?(?P<pounds>£)?\s*(?P<digits>\d[\d,]{{0,17}}(?:\.\d+)?)\s*"
    r"(?P<times>k|m|bn|thousand|million|billion)?\b\s*(?P<percent>%|per cent\b)?(?P<noun>[^\d%£=+×/]*)",
    re.IGNORECASE,
)
HUNDRED = 100
IN_MILLIONS = 1_000_000
TO_THE_UNIT = 100  # a number worked out is printed to the unit from here on, below it to one decimal


class NotAFigure(ValueError):
    """The text is a sentence that says what cannot be read as a figure."""


@dataclass(frozen=True, slots=True)
class Figure:
    """`value`, and the range that its rounding allows: from `low` up to, not including, `high`; one number if exact.

    `said` is empty for a figure that was worked out. `hedged`: “nearly”, “about”.
    """

    value: Fraction
    low: Fraction
    high: Fraction
    said: str = ""
    pounds: bool = False
    percent: bool = False
    hedged: bool = False

    @property
    def exact(self) -> bool:
        return self.low == self.high

    def fits(self, other: "Figure") -> bool:
        """Whether both can be the same number."""
        return self.low == other.low or (self.low < other.high and other.low < self.high)

    def plus(self, other: "Figure") -> "Figure":
        return Figure(
            self.value + other.value,
            self.low + other.low,
            self.high + other.high,
            pounds=self.pounds or other.pounds,
            percent=self.percent and other.percent,
        )

    def less(self, other: "Figure") -> "Figure":
        """Never below nothing: what is counted here cannot be."""
        low, high = max(Fraction(0), self.low - other.high), self.high - other.low
        return Figure(self.value - other.value, low, high, pounds=self.pounds, percent=self.percent)

    def times(self, other: "Figure") -> "Figure":
        """0.5 % of something is its two-hundredth."""
        by = Fraction(1, HUNDRED) if self.percent or other.percent else Fraction(1)
        pounds = self.pounds or other.pounds
        return Figure(
            by * self.value * other.value, by * self.low * other.low, by * self.high * other.high, pounds=pounds
        )

    def over(self, other: "Figure", *, scale: int = 1) -> "Figure":
        """Raises NotAFigure where `other` may be nothing at all."""
        if other.low <= 0:
            raise NotAFigure(f"“{other.shown}” may be nothing, and nothing can be divided by that. Give more decimals.")
        of_like = self.pounds and other.pounds
        return Figure(
            scale * self.value / other.value,
            scale * self.low / other.high,
            scale * self.high / other.low,
            pounds=self.pounds and not of_like,
            percent=scale == HUNDRED,
        )

    @property
    def shown(self) -> str:
        """As it was said; of a figure worked out, its value."""
        return self.said or self.written(self.value)

    @property
    def in_full(self) -> str:
        """The value, with the range that rounding allows where there is one."""
        if self.exact:
            return self.written(self.value)
        return f"{self.written(self.value)} (from {self.written(self.low)} to {self.written(self.high)}, as rounded)"

    def written(self, value: Fraction) -> str:
        if self.percent:
            return f"{number(float(value), 1)} %"
        if value >= IN_MILLIONS:
            return f"{'£' * self.pounds}{number(float(value / IN_MILLIONS), 1)}m"
        places = 0 if value >= TO_THE_UNIT or value.denominator == 1 else 1
        return f"{'£' * self.pounds}{number(float(value), places)}"


def read_figure(said: object) -> Figure:
    """“386”, “£416k”, “0.5 %”, “15 posts”, “nearly 100 %”. A count is exact; a percentage, and a sum in thousands or
    millions, is known to half of the last digit said. Raises NotAFigure.
    """
    text = " ".join(str(said).split()) if isinstance(said, str | int | float) and not isinstance(said, bool) else ""
    found = AS_SAID.fullmatch(text)
    if found is None:
        raise NotAFigure(f"“{said}” is not a figure. Write it as 386, £416k, £83.2m or 0.5 %.")
    digits, times = found["digits"].replace(",", ""), TIMES.get((found["times"] or "").lower(), 1)
    value = Fraction(digits) * times
    decimals = len(digits.partition(".")[2])
    rounded = found["percent"] or times > 1
    half = Fraction(times, 2 * 10**decimals) if rounded else Fraction(0)
    return Figure(
        value,
        max(Fraction(0), value - half),
        value + half,
        said=text,
        pounds=bool(found["pounds"]),
        percent=bool(found["percent"]),
        hedged=bool(found["hedge"]),
    )
