"""Visits of advisers: what they saw, what they said of it, and how their level of concern moved."""

from datetime import date

from django.db.models import Count, Prefetch, QuerySet

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.governance.models import EvidenceSeen, Visit


def visits(area: LocalArea, until: date) -> QuerySet[Visit]:
    """Newest first, each with how much evidence was seen and how much promised, as `evidence` and `promised`."""
    counted = {"evidence": Count("seen", distinct=True), "promised": Count("commitments", distinct=True)}
    return (
        Visit.objects.filter(area=area, on__lte=until).select_related("plan").annotate(**counted).order_by("-on", "-pk")
    )


def visit(area: LocalArea, key: int) -> Visit:
    """With the evidence that was seen. Raises Visit.DoesNotExist, also for one of another area."""
    seen = EvidenceSeen.objects.select_related("action__theme")
    found = Visit.objects.select_related("plan").prefetch_related(Prefetch("seen", seen)).get(area=area, pk=key)
    found.area = area
    return found
