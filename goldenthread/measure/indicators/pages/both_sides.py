"""Both sides of 20 weeks: are we getting better, or just issuing the easy ones?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from goldenthread.foundation.charts import Chart, ControlChart, WaitingChart
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.indicators import reads
from goldenthread.measure.indicators.definition import Every, Level
from goldenthread.measure.indicators.figures import Figure, shown
from goldenthread.measure.indicators.judging import Judged
from goldenthread.measure.indicators.pages import drawing
from goldenthread.measure.indicators.pages.series import charted, newest
from goldenthread.rules import backlog
from goldenthread.rules.statistics.rounding import number, share

ISSUED, ASKED = "plans_in_20_weeks_excluding_exceptions", "requests_planned_in_20_weeks"
OPEN, PAST, CURVE = "open_cases", "open_past_20_weeks", "survival_to_final_plan"
USUAL = 12  # months whose mean is “as many as usual”
CLEARED_IN = (3, 6, 12)  # months
CURVES = 3  # years whose curves are drawn


@dataclass(frozen=True)
class Timeliness:
    title: str
    latest: Figure | None
    judged: Judged | None
    chart: ControlChart | None


@dataclass(frozen=True)
class Waiting:
    """Open cases by age; `worst` is the month in which most were past 20 weeks."""

    past: Figure | None
    worst: Figure | None
    chart: Chart | None


@dataclass(frozen=True)
class Curve:
    figure: Figure
    chart: WaitingChart | None


@dataclass(frozen=True)
class Cleared:
    """The headline of so many months: as children lately pass 20 weeks, and if nobody else did."""

    months: int
    as_lately: backlog.Headline
    nobody_else: backlog.Headline


@dataclass(frozen=True)
class Clearing:
    """What is usual is a mean of `months` months. Nothing is `cleared` where a number is hidden or missing."""

    past: Figure | None
    in_time: float = 0.0
    newly_late: float = 0.0
    months: int = 0
    cleared: Sequence[Cleared] = ()
    assumptions: Sequence[str] = backlog.ASSUMPTIONS

    @property
    def sentence(self) -> str:
        """Only where something is cleared."""
        soonest = self.cleared[0]
        past, at = int(self.past.numerator or 0) if self.past else 0, self.past.period.label if self.past else ""
        headline = share(soonest.as_lately.in_time, soonest.as_lately.issued, "plans issued")
        return (
            f"If the {number(past)} open past 20 weeks at the end of {at} were all given their plans in the next "
            f"{soonest.months} months, beside the usual {number(self.in_time)} issued in time a month and the "
            f"{number(self.newly_late)} a month who newly pass 20 weeks (means of the last {self.months} months), "
            f"the headline of those months would be {headline}."
        )


@dataclass(frozen=True)
class BothSides:
    timeliness: Sequence[Timeliness]
    waiting: Waiting
    curves: Sequence[Curve]
    clearing: Clearing

    @property
    def empty(self) -> bool:
        return not self.curves and self.waiting.past is None and all(one.latest is None for one in self.timeliness)


def both_sides(area: LocalArea, until: date, *, small_numbers: bool) -> BothSides:
    observations = reads.area_level(area, (ISSUED, ASKED, PAST, CURVE), until)
    found = shown(
        [*observations, *reads.places(area, OPEN, Level.WAIT, Every.MONTH, until)], small_numbers=small_numbers
    )
    of = {code: [one for one in found if one.definition.code == code] for code in (ISSUED, ASKED, PAST, CURVE, OPEN)}
    issued = charted([one for one in of[ISSUED] if one.period.every is Every.MONTH])
    past = charted(of[PAST])
    return BothSides(
        (
            _timeliness("By the month the plan was issued", "issued", of[ISSUED]),
            _timeliness("By the month the family asked", "asked", of[ASKED]),
        ),
        _waiting(past, of[OPEN]),
        [Curve(one, _curve(one)) for one in reversed(of[CURVE][-CURVES:])],
        clearing(past, issued),
    )


def clearing(past: Sequence[Figure], issued: Sequence[Figure]) -> Clearing:
    """What the headline does while those past 20 weeks get their plans, at the pace of the last months."""
    latest = past[-1] if past else None
    months = [one for one in issued[-USUAL:] if one.numerator is not None and one.denominator is not None]
    if latest is None or latest.numerator is None or not months:
        return Clearing(latest)
    in_time = sum(one.numerator or 0 for one in months) / len(months)
    late = [(one.denominator or 0) - (one.numerator or 0) for one in months]
    before = next((one.numerator for one in past if one.period.end == _day_before(months[0])), None)
    newly = backlog.newly_late(late, before if before is not None else latest.numerator, latest.numerator)
    cleared = [
        Cleared(
            ahead,
            backlog.while_clearing(int(latest.numerator), in_time, newly, ahead),
            backlog.while_clearing(int(latest.numerator), in_time, 0, ahead),
        )
        for ahead in CLEARED_IN
    ]
    return Clearing(latest, in_time, newly, len(months), cleared)


def _day_before(figure: Figure) -> date:
    return figure.period.start - timedelta(days=1)


def _timeliness(title: str, identity: str, figures: Sequence[Figure]) -> Timeliness:
    drawn = drawing.control(identity, charted([one for one in figures if one.period.every is Every.MONTH]))
    return Timeliness(title, newest(figures), drawn[0] if drawn else None, drawn[1] if drawn else None)


def _waiting(past: Sequence[Figure], waits: Sequence[Figure]) -> Waiting:
    worst = max((one for one in past if one.numerator is not None), key=lambda one: one.numerator or 0, default=None)
    title = f"Open cases by how long they have been open, {waits[0].period.label}" if waits else ""
    return Waiting(past[-1] if past else None, worst, drawing.ages("open-by-age", title, waits) if waits else None)


def _curve(figure: Figure) -> WaitingChart | None:
    year = figure.period.start.year
    return drawing.waiting(f"waiting-{year}", f"Of the families who asked in {year}: still waiting for a plan", figure)
