"""DOOR. What inspectors found, and what they had found before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from goldenthread.foundation.partnership.models import LocalArea

from .answering import AreaToAnswer, Judged, areas_to_answer, every_area_to_answer
from .likeness import likeness
from .models import Finding, Inspection, Judgement

__all__ = [
    "ALIKE",
    "Alike",
    "AreaToAnswer",
    "Judged",
    "areas_to_answer",
    "earlier_findings",
    "every_area_to_answer",
    "finding",
    "findings",
    "findings_of",
    "inspection",
    "inspections_of",
    "judgements_at",
    "later_visits",
    "latest",
    "recorded",
    "revisited",
    "similar_findings",
]

# Of the 32,034 pairs of findings of different areas, in the 55 reports of 2023 to 2025, 1.3 % are as alike as this.
ALIKE = 65.0


@dataclass(frozen=True, slots=True)
class Alike:
    """Two findings of different inspections in much the same words. `likeness` is 0 to 100."""

    finding: Finding
    earlier: Finding
    likeness: float


def inspections_of(area: LocalArea) -> QuerySet[Inspection]:
    """Latest first, each with `priority_actions` (significant weaknesses among them) and `improvements` counted, and
    of a visit how many findings it `judged` and how many of them `sufficient`.
    """
    improvement = Q(findings__kind=Finding.Kind.IMPROVEMENT)
    counted = Inspection.objects.filter(area=area).annotate(
        priority_actions=Count("findings", filter=Q(findings__isnull=False) & ~improvement, distinct=True),
        improvements=Count("findings", filter=improvement, distinct=True),
        judged=Count("judgements", distinct=True),
        sufficient=Count("judgements", filter=Q(judgements__sufficient_progress=True), distinct=True),
    )
    return counted.order_by("-ended_on", "-pk")  # a grouped query leaves the model's own ordering out


def inspection(area: LocalArea, key: int) -> Inspection:
    """Raises Inspection.DoesNotExist, also for an inspection of another area."""
    return Inspection.objects.get(area=area, pk=key)


def recorded(area: LocalArea, kind: str, started_on: date) -> Inspection | None:
    """The inspection of that kind that began on a day, whatever source it was taken from."""
    return Inspection.objects.filter(area=area, kind=kind, started_on=started_on).first()


def latest(area: LocalArea) -> Inspection | None:
    """The last inspection that had findings of its own."""
    return Inspection.objects.filter(area=area, findings__isnull=False).order_by("-ended_on", "-pk").first()


def findings(inspection: Inspection) -> QuerySet[Finding]:
    """In the report's order, each with its judgements and the earlier finding that it repeats."""
    return inspection.findings.select_related("repeats__inspection").prefetch_related("judgements__revisit")


def findings_of(area: LocalArea) -> QuerySet[Finding]:
    """Of every inspection of the area, the latest inspection's first, each report in its order."""
    return Finding.objects.filter(inspection__area=area).select_related("inspection")


def finding(area: LocalArea, key: int) -> Finding:
    """Raises Finding.DoesNotExist, also for a finding of another area."""
    return Finding.objects.select_related("inspection__area", "repeats").get(inspection__area=area, pk=key)


def revisited(area: LocalArea, started_on: date) -> Inspection | None:
    """What a revisit that began on a day looks at again: the last inspection before it with significant weaknesses."""
    weaknesses = Q(findings__kind=Finding.Kind.SIGNIFICANT_WEAKNESS)
    before = Inspection.objects.filter(weaknesses, area=area, ended_on__lt=started_on)
    return before.order_by("-ended_on", "-pk").first()


def later_visits(inspection: Inspection) -> QuerySet[Inspection]:
    """The visits at which progress on this inspection's findings may have been judged, latest first."""
    visits = Inspection.objects.filter(kind__in=(Inspection.Kind.REVISIT, Inspection.Kind.MONITORING))
    return visits.filter(area=inspection.area_id, started_on__gt=inspection.ended_on)


def judgements_at(visit: Inspection) -> QuerySet[Judgement]:
    """What a visit judged, in the order of the findings."""
    return visit.judgements.select_related("finding__inspection").order_by("finding__inspection", "finding__number")


def earlier_findings(finding: Finding) -> list[Alike]:
    """Every finding of the area's earlier inspections beside this one, most alike in words first."""
    beside = [Alike(finding, earlier, likeness(finding.text, earlier.text)) for earlier in _before(finding.inspection)]
    return sorted(beside, key=lambda alike: -alike.likeness)


def similar_findings(inspection: Inspection, at_least: float = ALIKE) -> list[Alike]:
    """For each finding, the most alike of the area's earlier inspections, most alike first; links already made lead.

    A finding that repeats none is left out.
    """
    earlier = list(_before(inspection))
    own = inspection.findings.select_related("repeats__inspection")
    found = [alike for finding in own for alike in _nearest(finding, earlier)]
    return sorted((alike for alike in found if alike.likeness >= at_least), key=lambda alike: -alike.likeness)


def _before(inspection: Inspection) -> QuerySet[Finding]:
    before = Finding.objects.filter(inspection__area=inspection.area_id, inspection__ended_on__lt=inspection.started_on)
    return before.select_related("inspection").order_by("pk")


def _nearest(finding: Finding, earlier: list[Finding]) -> Iterator[Alike]:
    if finding.repeats is not None:
        yield Alike(finding, finding.repeats, 100.0)
    elif earlier:
        scores = {other: likeness(finding.text, other.text) for other in earlier}
        nearest = max(earlier, key=scores.__getitem__)
        yield Alike(finding, nearest, scores[nearest])
