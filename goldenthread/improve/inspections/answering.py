"""Findings as areas to answer: each with what every later visit judged of it, and what it repeats."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Value
from django.db.models.expressions import Combinable

from goldenthread.foundation.partnership.models import LocalArea

from .models import Finding, Inspection


@dataclass(frozen=True, slots=True)
class Judged:
    """What one visit judged. `visit` is its kind in words."""

    revisit_id: int
    visit: str
    on: date
    sufficient_progress: bool
    note: str

    def __str__(self) -> str:
        return "Sufficient progress" if self.sufficient_progress else "Not yet sufficient progress"


@dataclass(frozen=True, slots=True)
class AreaToAnswer:
    """`judgements` oldest first; `before` are the findings that it repeats, the latest first, as areas to answer
    themselves. `marked` as the question asked.
    """

    finding: Finding
    judgements: tuple[Judged, ...]
    before: tuple["AreaToAnswer", ...] = ()
    marked: bool = False

    @property
    def latest(self) -> Judged | None:
        return self.judgements[-1] if self.judgements else None

    @property
    def sufficient(self) -> bool:
        """Whether the latest visit that judged it saw sufficient progress. What nobody judged is not."""
        return self.latest is not None and self.latest.sufficient_progress


def every_area_to_answer(area: LocalArea, as_at: date, marked: Combinable | None = None) -> list[AreaToAnswer]:
    """All findings of the area's inspections that had ended by the day, the latest inspection's first, each report in
    its order; what was judged later than the day is left out. In one question, whatever their number; `marked` is an
    expression over findings that it may answer beside.
    """
    rows = Finding.objects.filter(inspection__area=area, inspection__ended_on__lte=as_at).select_related("inspection")
    told = rows.annotate(
        marked=Value(False) if marked is None else marked,
        revisit=F("judgements__revisit_id"),
        visit=F("judgements__revisit__kind"),
        judged_on=F("judgements__on"),
        sufficient=F("judgements__sufficient_progress"),
        note=F("judgements__note"),
    )
    findings: dict[int, Finding] = {}
    judgements: dict[int, list[Judged]] = {}
    for one in told.order_by(*(Finding._meta.ordering or ()), "judgements__on", "judgements__pk"):
        findings.setdefault(one.pk, one)
        of_it = judgements.setdefault(one.pk, [])
        if one.revisit and one.judged_on <= as_at:
            of_it.append(Judged(one.revisit, _visit(one.visit), one.judged_on, one.sufficient, one.note))
    return [_with_history(one, findings, judgements) for one in findings.values()]


def areas_to_answer(inspection: Inspection, as_at: date) -> list[AreaToAnswer]:
    """An inspection's own findings; of a visit that had none, those that it judged."""
    every = every_area_to_answer(inspection.area, as_at)
    own = [one for one in every if one.finding.inspection_id == inspection.pk]
    return own or [one for one in every if any(each.revisit_id == inspection.pk for each in one.judgements)]


def _with_history(finding: Finding, findings: dict[int, Finding], judgements: dict[int, list[Judged]]) -> AreaToAnswer:
    chain: list[AreaToAnswer] = []
    earlier = findings.get(finding.repeats_id or 0)
    while earlier is not None:  # an earlier inspection's each time, so that it ends
        chain.append(AreaToAnswer(earlier, tuple(judgements[earlier.pk])))
        earlier = findings.get(earlier.repeats_id or 0)
    return AreaToAnswer(finding, tuple(judgements[finding.pk]), tuple(chain), bool(vars(finding)["marked"]))


def _visit(kind: str) -> str:
    return Inspection.Kind(kind).label.lower()
