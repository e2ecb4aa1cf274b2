"""The plan's own figures become observations: what other rooms may read of it, and a chart can be drawn of."""

from collections.abc import Iterator
from datetime import date

from django.db import transaction

from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.plans import own_figures, reads
from goldenthread.improve.plans.models import ImprovementPlan
from goldenthread.measure.indicators import reads as observed
from goldenthread.measure.indicators import writes as observations
from goldenthread.measure.indicators.models import Observation

from .telling import tell_of_plan

WHY = "Counted again from the plan: what was reported for that month was changed later."


@transaction.atomic
def keep_figures(*, area: LocalArea, by: Actor, on: date) -> int:
    """Of the plan that the pages open with: the last month that has ended, and any earlier one that has no figures. How
    many were added or changed; a second call finds none.
    """
    plan = reads.plan(area)
    if plan is None:
        return 0
    found = [one for end in _to_count(plan, on) for one in _of(plan, end, on)]
    kept = observations.keep(found, why=WHY)
    changed = kept.added + kept.replaced
    if changed:
        tell_of_plan(
            "figures of the plan counted", plan, by, on, detail={"added": kept.added, "changed": kept.replaced}
        )
    return changed


def _to_count(plan: ImprovementPlan, on: date) -> list[date]:
    held = {one.period_end for one in observed.series(plan.area, own_figures.ON_TRACK, on)}
    ends = own_figures.month_ends(plan, on)
    return [end for end in ends if end == ends[-1] or end not in held]


def _of(plan: ImprovementPlan, end: date, on: date) -> Iterator[Observation]:
    for code, (numerator, denominator) in own_figures.shares(plan, end).items():
        yield observations.observation(
            area=plan.area,
            indicator=code,
            level="area",
            place="",
            every="month",
            start=end.replace(day=1),
            end=end,
            numerator=numerator,
            denominator=denominator,
            value=100 * numerator / denominator if denominator else None,
            source=f"{plan.title}, as reported by {end.day} {end:%B %Y}"[:200],
            on=on,
        )
