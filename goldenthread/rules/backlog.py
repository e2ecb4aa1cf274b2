"""What clearing a backlog does to the 20-week headline, which counts plans by the month they are issued."""

from collections.abc import Sequence
from dataclasses import dataclass

from goldenthread.rules.statistics.faults import NotComputable

ASSUMPTIONS = (
    "Everyone who is past 20 weeks now is given a plan in these months.",
    "As many plans as usual are issued in time each month.",
    "“As lately”: as many children as usual newly pass 20 weeks each month, and are given their plans in these months "
    "too. “Nobody else”: from now on every plan comes in time.",
    "Cases with an exception, and those that end without a plan, are not told apart: both are few.",
)


@dataclass(frozen=True, slots=True)
class Headline:
    """`in_time` of `issued` plans."""

    in_time: int
    issued: int

    @property
    def percentage(self) -> float | None:
        """None where no plan would be issued at all."""
        return 100 * self.in_time / self.issued if self.issued else None


def newly_late(late_issued: Sequence[float], past_before: float, past_now: float) -> float:
    """Children who newly passed 20 weeks, a month: those who were given their late plans, and what the backlog grew by.

    `late_issued` are late plans month by month; the backlog stood at `past_before` when the first of the months began.
    """
    if not late_issued:
        raise NotComputable("Without a month there is no monthly number. Give the late plans of a month or more.")
    return max(0.0, (sum(late_issued) + past_now - past_before) / len(late_issued))


def while_clearing(past_20_weeks: int, in_time_a_month: float, newly_late_a_month: float, months: int) -> Headline:
    """The headline of the months in which all who are past 20 weeks get their plans. Raises NotComputable.

    In time: the usual number × months. Issued: those, the backlog, and those who newly pass 20 weeks.
    """
    if min(past_20_weeks, in_time_a_month, newly_late_a_month) < 0 or months < 1:
        raise NotComputable(
            f"A backlog of {past_20_weeks}, cleared in {months} months beside {in_time_a_month} plans in time and "
            f"{newly_late_a_month} newly late a month, cannot be. Give numbers of 0 or more, and 1 month or more."
        )
    in_time, late = (int(a_month * months + 0.5) for a_month in (in_time_a_month, newly_late_a_month))
    return Headline(in_time, in_time + past_20_weeks + late)
