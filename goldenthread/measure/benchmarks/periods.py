"""The period of a published figure. A label such as 2024 means different things in different tables: its kind tells."""

from dataclasses import dataclass
from enum import StrEnum


class PeriodKind(StrEnum):
    CALENDAR_YEAR = "calendar year"
    ACADEMIC_YEAR = "academic year"
    FINANCIAL_YEAR = "financial year"
    JANUARY = "January census"


@dataclass(frozen=True, slots=True)
class Period:
    """A label as published, and what kind of period it names."""

    label: str
    kind: PeriodKind

    @property
    def year(self) -> int:
        """The first four digits of the label, as DfE's own tool orders periods; 0 where there are none."""
        return int(self.label[:4]) if self.label[:4].isdigit() and len(self.label) >= 4 else 0

    @property
    def words(self) -> str:
        return f"January {self.label}" if self.kind is PeriodKind.JANUARY else f"{self.kind} {self.label}"
