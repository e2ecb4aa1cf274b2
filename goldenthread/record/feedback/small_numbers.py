"""A share of answers as it may be shown: its figure and its words, or why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass

from goldenthread.rules.statistics.disclosure import Rule, Suppressed, percentage
from goldenthread.rules.statistics.rounding import share

Counts = Mapping[str, tuple[int, int]]  # {group: (in it, of all)}
OTHERWISE_WORKED_OUT = Suppressed("otherwise another could be worked out from it")


@dataclass(frozen=True)
class Share:
    """`figure` in per cent; None where there is nobody to count, which is not 0 %."""

    numerator: int
    denominator: int
    of: str
    figure: float | Suppressed | None

    @property
    def words(self) -> str:
        if self.figure is None:
            return f"no {self.of}"
        if isinstance(self.figure, Suppressed):
            return f"not shown: {self.figure.reason}"
        return share(self.numerator, self.denominator, self.of)


def share_of(numerator: int, denominator: int, of: str, rule: Rule) -> Share:
    figure = percentage(numerator, denominator, rule) if denominator else None
    return Share(numerator, denominator, of, figure)


def shares_of(counts: Counts, of: str, rule: Rule) -> dict[str, Share]:
    """One share a group. Where a single one is hidden beside a total that shows, the next smallest is hidden too."""
    shares = {group: share_of(good, every, of, rule) for group, (good, every) in counts.items()}
    hidden = [group for group, one in shares.items() if isinstance(one.figure, Suppressed)]
    shown = [group for group, one in shares.items() if isinstance(one.figure, float)]
    if len(hidden) == 1 and shown:
        next_one = min(shown, key=lambda group: counts[group][1])
        shares[next_one] = Share(*counts[next_one], of, OTHERWISE_WORKED_OUT)
    return shares
