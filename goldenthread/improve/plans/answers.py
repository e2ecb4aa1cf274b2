"""Which findings of inspectors the area's plans answer, and which nobody answers yet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.inspections.models import Finding, Inspection
from goldenthread.improve.inspections.reads import AreaToAnswer, every_area_to_answer
from goldenthread.improve.plans.models import Theme


@dataclass(frozen=True)
class Answered:
    """A finding with the themes that answer it, and those that answer a finding which repeats it."""

    area: AreaToAnswer
    themes: tuple[Theme, ...]
    later: tuple[Finding, ...]

    @property
    def wants_an_answer(self) -> bool:
        """No theme answers it, and no visit has seen sufficient progress on it."""
        return not self.themes and not self.area.sufficient


@dataclass(frozen=True)
class InspectionAnswered:
    inspection: Inspection
    findings: tuple[Answered, ...]

    @property
    def unanswered(self) -> int:
        return sum(one.wants_an_answer for one in self.findings)

    @property
    def judged(self) -> int:
        return sum(one.area.latest is not None for one in self.findings)

    @property
    def sufficient(self) -> int:
        return sum(one.area.sufficient for one in self.findings)

    @property
    def not_yet(self) -> int:
        return self.judged - self.sufficient

    @property
    def repeating(self) -> list[Answered]:
        return [one for one in self.findings if one.area.before]


def answers(area: LocalArea, as_at: date) -> list[InspectionAnswered]:
    """Every inspection that found something, the latest first. In five questions, whatever the number of findings."""
    every = every_area_to_answer(area, as_at)
    themes: dict[int, list[Theme]] = {}
    tied = Theme.findings.through.objects.filter(theme__plan__area=area).select_related("theme__plan")
    for one in tied.order_by("theme__plan__pk", "theme__number"):
        themes.setdefault(one.finding_id, []).append(one.theme)
    later: dict[int, list[Finding]] = {}
    for repeat in every:
        later.setdefault(repeat.finding.repeats_id or 0, []).append(repeat.finding)
    found: dict[int, list[Answered]] = {}
    for one_area in every:
        key = one_area.finding.pk
        answered = Answered(one_area, tuple(themes.get(key, ())), tuple(later.get(key, ())))
        found.setdefault(one_area.finding.inspection_id, []).append(answered)
    return [InspectionAnswered(each[0].area.finding.inspection, tuple(each)) for each in found.values()]


def in_words(inspections: Iterable[Inspection], every: Sequence[AreaToAnswer]) -> dict[int, str]:
    """Each inspection by its key, with how many findings it would bring into a plan."""
    return {one.pk: f"{one}: {_counted(one, every)}" for one in inspections}


def _counted(inspection: Inspection, every: Sequence[AreaToAnswer]) -> str:
    own = [one for one in every if one.finding.inspection_id == inspection.pk]
    judged = [one for one in every if any(each.revisit_id == inspection.pk for each in one.judgements)]
    areas = own or judged
    if not areas:
        return "no findings"
    enough = sum(one.sufficient for one in areas)
    said = f"{len(areas)} finding{'' if len(areas) == 1 else 's'}{'' if own else ' judged'}"
    return f"{said}, {enough} with sufficient progress and {len(areas) - enough} still to improve" if enough else said
