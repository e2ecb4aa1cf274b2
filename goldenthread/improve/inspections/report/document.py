"""What a report says, taken apart: the nouns that every reader of reports answers with."""

from dataclasses import dataclass
from datetime import date


class NotAReport(ValueError):
    """The text is not a whole inspection report; the sentence says what was looked for, and what to do."""


@dataclass(frozen=True, slots=True)
class ReportFinding:
    """`kind` is one of models.Finding.Kind; `number` counts within the kind, in the report's order."""

    kind: str
    number: int
    text: str
    responsible_bodies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportJudgement:
    """What a revisit made of one weakness. `number` is None where the letter has a bullet instead of a number."""

    number: int | None
    text: str
    sufficient_progress: bool
    note: str


@dataclass(frozen=True, slots=True)
class Report:
    """`outcome` is 1, 2 or 3, None in the first cycle, which had no grades; `outcome_text` its exact words.

    `text` is the whole report as it was given, and `sha256` the hash of that. `kind` is one of models.Inspection.Kind.
    """

    title: str
    text: str
    sha256: str
    area_name: str
    started_on: date
    ended_on: date
    published_on: date | None
    outcome: int | None
    outcome_text: str
    findings: tuple[ReportFinding, ...]
    kind: str = "full"
    judgements: tuple[ReportJudgement, ...] = ()

    def of_kind(self, kind: str) -> tuple[ReportFinding, ...]:
        return tuple(finding for finding in self.findings if finding.kind == kind)
