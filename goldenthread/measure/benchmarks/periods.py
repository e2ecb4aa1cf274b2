"""The period of a published figure. A label such as 2024 means different things in different tables: its kind tells."""

from dataclasses import dataclass
from enum import StrEnum

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


class PeriodKind(StrEnum):
    CALENDAR_YEAR = "calendar year"
    ACADEMIC_YEAR = "academic year"
    FINANCIAL_YEAR = "financial year"
    JANUARY = "January census"
    TERM = "term"  # labelled as 2024/25 autumn
    MONTH = "month"  # labelled as 2023-10
    YEAR = "year"  # of a kind that its release does not name


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
    def order(self) -> tuple[int, str]:
        """Earlier is smaller. Within a year the labels stand in order by themselves: months; autumn, spring, summer."""
        return self.year, self.label

    @property
    def words(self) -> str:
        if self.kind is PeriodKind.JANUARY:
            return f"January {self.label}"
        if self.kind is PeriodKind.MONTH and self.label[5:7].isdigit():
            return f"{MONTHS[int(self.label[5:7]) - 1]} {self.label[:4]}"
        if self.kind is PeriodKind.TERM and " " in self.label:
            year, _, term = self.label.partition(" ")
            return f"{term} term {year}"
        return f"{self.kind} {self.label}"
