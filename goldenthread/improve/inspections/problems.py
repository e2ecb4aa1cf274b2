"""What is said to the person who brings a report, of its area and of each judgement, before anything is written."""

from collections.abc import Iterator, Sequence

from goldenthread.foundation.partnership.models import LocalArea
from goldenthread.rules.problems import Problem

from .matching import Match
from .models import Finding, Inspection
from .report.document import Report

SHOWN = 80  # characters of a finding


def another_area(report: Report, area: LocalArea) -> Problem:
    return Problem(
        "INS1",
        "error",
        f"This report is of {report.area_name}, and you are working in {area.name}.",
        "inspection",
        column="area",
        value=report.area_name,
        what_to_do=f"Bring {area.name}’s own report.",
    )


def of_another_area(name: str, code: str, area: LocalArea) -> Problem:
    return Problem(
        "INS5",
        "error",
        f"The report of {name} ({code}) is not of {area.name}, so it is left aside.",
        "inspection",
        column="la_code",
        value=code,
        what_to_do="Nothing: the reports of your own area in this file are taken.",
    )


def unread(name: str, why_not: str) -> Problem:
    return Problem("INS8", "error", f"The report of {name} cannot be recorded. {why_not}", "inspection")


def doubtful(name: str, doubt: str) -> Problem:
    return Problem("INS9", "query", f"In the report of {name}: {doubt}", "inspection")


def judging(matches: Sequence[Match], visited: Inspection, findings: Sequence[Finding]) -> Iterator[Problem]:
    """Of the judgements whose weakness is not found, of numbers that differ, and of weaknesses without a judgement."""
    for match in matches:
        if match.finding is None:
            yield _not_found(match, visited)
        elif match.judgement.number not in (None, match.finding.number):
            yield _another_number(match, match.finding)
    judged = {match.finding for match in matches}
    yield from (_not_judged(finding, visited) for finding in findings if finding not in judged)


def _not_found(match: Match, visited: Inspection) -> Problem:
    return Problem(
        "INS2",
        "error",
        f"The weakness “{_short(match.judgement.text)}” is not among those of the {_name(visited)}.",
        "judgement",
        row=match.judgement.number or 0,
        value=match.judgement.text,
        what_to_do="Compare the two letters. The rest can be committed, and this finding judged on its own page.",
    )


def _another_number(match: Match, finding: Finding) -> Problem:
    return Problem(
        "INS3",
        "query",
        f"The letter’s number {match.judgement.number} is number {finding.number} of the inspection: its words say so.",
        "judgement",
        row=match.judgement.number or 0,
        value=match.judgement.text,
        what_to_do="Check that both speak of the same weakness.",
    )


def _not_judged(finding: Finding, visited: Inspection) -> Problem:
    return Problem(
        "INS4",
        "query",
        f"The letter does not judge weakness {finding.number}, “{_short(finding.text)}”, of the {_name(visited)}.",
        "judgement",
        row=finding.number,
        value=finding.text,
        what_to_do="If the letter does judge it in other words, judge it on its own page after committing.",
    )


def _name(inspection: Inspection) -> str:
    return f"{inspection.get_kind_display().lower()} of {inspection.started_on:%B %Y}"


def _short(words: str) -> str:
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()}…"
