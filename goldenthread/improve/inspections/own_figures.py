"""What each visit judged, as a share: the one figure of the plan that its owners do not make."""

from collections.abc import Iterator
from datetime import date

from django.db import transaction
from django.db.models import Count, Q

from goldenthread.foundation.ledger import writes as ledger
from goldenthread.foundation.ledger.reads import Actor
from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.measure.indicators import writes as observations
from goldenthread.measure.indicators.models import Observation

from .models import Judgement

SUFFICIENT = "weaknesses_with_sufficient_progress"
WHY = "Judgements of the visit were recorded or changed later."


@transaction.atomic
def keep_figures(*, area: LocalArea, by: Actor, on: date) -> int:
    """Findings judged to have made sufficient progress, of those judged, at each visit. How many figures were added or
    changed; a second call finds none.
    """
    kept = observations.keep(list(_of(area, on)), why=WHY)
    changed = kept.added + kept.replaced
    if changed:
        detail = {"added": kept.added, "changed": kept.replaced}
        ledger.record(what="figures of visits counted", by=by, on=on, area=area.code, detail=detail)
    return changed


def _of(area: LocalArea, on: date) -> Iterator[Observation]:
    judged = Judgement.objects.filter(revisit__area=area, revisit__ended_on__lte=on).order_by("revisit__ended_on")
    counted = judged.values_list("revisit__ended_on", "revisit__source_title").annotate(
        sufficient=Count("pk", filter=Q(sufficient_progress=True)), judged=Count("pk")
    )
    for ended_on, letter, sufficient, of in counted:
        yield observations.observation(
            area=area,
            indicator=SUFFICIENT,
            level="area",
            place="",
            every="day",
            start=ended_on,
            end=ended_on,
            numerator=sufficient,
            denominator=of,
            value=100 * sufficient / of,
            source=letter[:200],
            on=on,
        )
