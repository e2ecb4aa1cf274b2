"""Which finding each judgement of a revisit is about: by its number where the words agree, else by its words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .likeness import likeness
from .models import Finding
from .report.document import ReportJudgement

SAME_NUMBER = 60.0  # likeness of words enough for the finding of the same number
ANY_NUMBER = 85.0  # and for one of another number, or of none


@dataclass(frozen=True, slots=True)
class Match:
    """`finding` is None where the weakness is not among those of the inspection, or was judged once already."""

    judgement: ReportJudgement
    finding: Finding | None


def matches(judgements: Sequence[ReportJudgement], findings: Sequence[Finding]) -> Iterator[Match]:
    """In the letter's order; each finding is judged once at most."""
    left = list(findings)
    for judgement in judgements:
        finding = _found(judgement, left)
        if finding is not None:
            left.remove(finding)
        yield Match(judgement, finding)


def _found(judgement: ReportJudgement, findings: Sequence[Finding]) -> Finding | None:
    scores = {finding: likeness(judgement.text, finding.text) for finding in findings}
    same_number = next((finding for finding in findings if finding.number == judgement.number), None)
    if same_number is not None and scores[same_number] >= SAME_NUMBER:
        return same_number
    nearest = max(findings, key=scores.__getitem__, default=None)
    return nearest if nearest is not None and scores[nearest] >= ANY_NUMBER else None
