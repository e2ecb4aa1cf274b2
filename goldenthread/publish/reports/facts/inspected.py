"""The last inspection that found something, and what has been made of its findings since."""

from dataclasses import dataclass

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.improve.inspections import reads as inspections
from goldenthread.improve.inspections.models import Finding, Inspection

IMPROVEMENT = Finding.Kind.IMPROVEMENT


@dataclass(frozen=True)
class Inspected:
    inspection: Inspection
    findings: tuple[Finding, ...]

    @property
    def must(self) -> list[Finding]:
        """Priority actions, or significant weaknesses in the first framework."""
        return [one for one in self.findings if one.kind != IMPROVEMENT]

    @property
    def should(self) -> list[Finding]:
        return [one for one in self.findings if one.kind == IMPROVEMENT]

    @property
    def repeated(self) -> list[Finding]:
        """Those that an earlier inspection had found already."""
        return [one for one in self.findings if one.repeats is not None]


def last_inspection(area: LocalArea) -> Inspected | None:
    found = inspections.latest(area)
    return Inspected(found, tuple(inspections.findings(found))) if found else None
